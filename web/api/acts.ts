// SPDX-License-Identifier: EUPL-1.2
// The acts of the server as the web knows them: name, route, what goes in, what comes out.
// Nothing is listed here by hand: types and routes are made from the server's description
// (make_schema.mjs).
import type { routes } from "./routes";
import type { components } from "./schema";
import type { Answers, Wishes } from "./wishes";

export { routes } from "./routes";

type Schemas = components["schemas"];
type Json<Content> = Content extends { content: { "application/json": infer Value } }
    ? Value
    : Content extends { content: object }
      ? Blob // a picture, a file
      : never;
type Nothing = Record<never, never>;

export type ActName = keyof Wishes & keyof typeof routes;

type Path<Operation> = Operation extends { parameters: { path: infer Parts } }
    ? { path: Parts }
    : Nothing;
type Query<Operation> = Operation extends { parameters: { query: infer Values } }
    ? { query: Values }
    : Operation extends { parameters: { query?: infer Values } }
      ? [Values] extends [undefined]
          ? Nothing
          : { query?: Values }
      : Nothing;
type Body<Operation> = Operation extends { requestBody: infer Content }
    ? { body: Json<Content> }
    : Nothing;

export type WishOf<Operation> = Path<Operation> & Query<Operation> & Body<Operation>;
// Made with one line for each act: worked out here, all acts together would be more combinations than
// the compiler bears.
export type Wish<Name extends ActName> = Wishes[Name];

type Success<Responses> = Responses extends { 200: infer Content }
    ? Json<Content>
    : Responses extends { 201: infer Content }
      ? Json<Content>
      : Responses extends { "2XX": infer Content } // of what is sent as a file
        ? Json<Content>
        : undefined;

export type AnswerOf<Operation> = Operation extends { responses: infer Responses }
    ? Success<Responses>
    : never;
export type Answer<Name extends ActName> = Answers[Name];

export interface List<Item> {
    items: Item[];
    next?: string | null;
}

export type Account = Schemas["AccountEntry"];
export type Aside = Schemas["Aside"];
export type AsideAnswer = Schemas["AsideAnswer"];
export type AsideSheet = Schemas["AsideSheet"];
export type Board = Schemas["Board"];
export type Case = Schemas["Case"];
export type CaseCard = Schemas["CaseCard"];
export type CaseLine = Schemas["CaseLine"];
export type CellChange = Schemas["CellChange"];
export type CaseWish = Wish<"cases.change_case">["body"];
export type CatalogueChange = Schemas["CatalogueChange"];
export type CatalogueExtension = Schemas["CatalogueExtension"];
export type City = Schemas["City"];
export type CityLine = Schemas["CityLine"];
export type Code = Schemas["Code"];
export type CodeInBothLanguages = Schemas["CodeInBothLanguages"];
export type Colleague = Schemas["Colleague"];
export type Contact = Schemas["Contact"];
export type ContactWish = Wish<"outreach.change_contact">["body"];
export type Device = Schemas["Device"];
export type District = Schemas["District"];
export type Draft = Schemas["Draft"];
export type Link = Schemas["Link"];
export type Orphan = Schemas["Orphan"];
export type ParcelItem = Schemas["ParcelItem"];
export type Release = Schemas["Release"];
export type Service = Schemas["Service"];
export type ServiceOpening = Schemas["ServiceOpening"];
export type ClosingSheet = Schemas["ClosingSheet"];
export type Comparison = Schemas["Comparison"];
export type EarlyWarning = Schemas["EarlyWarning"];
export type ExampleFacts = Schemas["ExampleFacts"];
export type HeadcountCityAnswer = Schemas["HeadcountCityAnswer"];
export type HeadcountInvitation = Schemas["HeadcountInvitation"];
export type HeadcountRound = Schemas["HeadcountRound"];
export type Hotspot = Schemas["Hotspot"];
export type Identifier = Schemas["Identifier"];
export type IndicatorDefinition = Schemas["IndicatorDefinition"];
export type IndicatorValue = Schemas["IndicatorValue"];
export type Intervention = Schemas["Intervention"];
export type JournalLine = Schemas["JournalEntry"];
export type LeftOut = Schemas["LeftOut"];
export type LoadedMaterial = Schemas["LoadedMaterial"];
export type NetworkBoard = Schemas["NetworkBoard"];
export type NetworkValue = Schemas["NetworkValue"];
export type NewPerson = Schemas["NewPerson"];
export type OpenNow = Schemas["OpenNow"];
export type Outing = Schemas["Outing"];
export type OutingSheet = Schemas["OutingSheet"];
export type Person = Schemas["Person"];
export type PersonCard = Schemas["PersonCard"];
export type PersonWish = Wish<"people.find_similar">["body"];
export type Plan = Schemas["Plan"];
export type PlanAction = Schemas["PlanAction"];
export type PlanGoal = Schemas["PlanGoal"];
export type Dispatch = Schemas["Dispatch"];
export type DispatchLine = Schemas["DispatchLine"];
export type Finding = Schemas["Finding"];
export type FollowedReport = Schemas["FollowedReport"];
export type PublicForm = Schemas["PublicForm"];
export type PublicReportWish = Wish<"reports.send_public_report">["body"];
export type GapCell = Schemas["GapCell"];
export type Gaps = Schemas["Gaps"];
export type ImportedServices = Schemas["ImportedServices"];
export type HandoverBundle = Schemas["HandoverBundle"];
export type ReceivedHandover = Schemas["ReceivedHandover"];
export type SentHandover = Schemas["SentHandover"];
export type LinkedReferral = Schemas["LinkedReferral"];
export type LiveBoard = Schemas["LiveBoard"];
export type LiveCity = Schemas["LiveCity"];
export type LiveForecast = Schemas["LiveForecast"];
export type Referral = Schemas["Referral"];
export type ReferralLine = Schemas["ReferralLine"];
export type ReferralNextStep = Schemas["ReferralNextStep"];
export type ReferralStep = Schemas["ReferralStep"];
export type Report = Schemas["Report"];
export type ReportLine = Schemas["ReportLine"];
export type ReportSheet = Schemas["ReportSheet"];
export type ReportWish = Wish<"reports.record_report">["body"];
export type SimilarReport = Schemas["SimilarReport"];
export type SuggestedTeam = Schemas["SuggestedTeam"];
export type PhoneSetting = Schemas["PhoneSetting"];
export type Question = Schemas["Question"];
export type Return = Schemas["Return"];
export type ReturnEntry = Schemas["ReturnEntry"];
export type ReturnRules = Schemas["ReturnRules"];
export type Screening = Schemas["Screening"];
export type ScreeningWish = Wish<"screening.change_screening">["body"];
export type Stop = Schemas["PlannedStop"];
export type StopProposal = Schemas["StopProposal"];
export type Session = Schemas["Session"];
export type Similar = Schemas["SimilarPerson"];
export type SimilarityReason = Schemas["SimilarityReason"];
export type StatedBy = Schemas["StatedBy"];
export type Statement = Schemas["Statement"];
export type StatementCard = Schemas["StatementCard"];
export type Tally = Schemas["Tally"];
export type Team = Schemas["Team"];
export type Target = Schemas["Target"];
export type Token = Schemas["Token"];
export type UnitActivity = Schemas["UnitActivity"];
