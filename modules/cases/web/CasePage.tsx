// SPDX-License-Identifier: EUPL-1.2
import type { Case } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { PersonLine } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { go, link } from "web/shell/router";
import { CaseSections } from "web/shell/Sections";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { AssessmentSection } from "./AssessmentSection";
import { CaseMarks } from "./CaseMarks";
import { DiarySection } from "./DiarySection";
import { EmergenciesOfCase } from "./EmergenciesOfCase";
import { Extensions } from "./Extensions";
import { HandOver } from "./HandOver";
import { Interventions } from "./Interventions";
import { OpeningBanner } from "./OpeningBanner";
import { goesOn } from "./openings";
import { PlanSection } from "./PlanSection";
import { VulnerabilitySection } from "./VulnerabilitySection";

export default function CasePage({ params }: PageProps) {
    const id = params["case"]!;
    const session = useSession();
    const found = useQuery("cases.get_case", { path: { id } });
    // What is done in a case stands in its diary too.
    const everything = () => Promise.resolve(reloadAll());
    const isOpen = !!found.data && goesOn(found.data);
    // Who was let in came from the person, and goes back there.
    const from = found.data?.opening ? found.data.person_card.id : undefined;

    return (
        <Page
            title={t("page.cases.case")}
            back={
                from
                    ? { href: link(`/people/${from}`), label: t("page.cases.person") }
                    : { href: link("/cases"), label: t("page.cases.cases") }
            }
            actions={
                isOpen &&
                may(session, "cases.change_case") && (
                    <LinkButton kind="outline" href={link(`/cases/${id}/change`)}>
                        {t("web.change")}
                    </LinkButton>
                )
            }
        >
            <Show of={found}>
                {(wish) => (
                    <>
                        {wish.cancelled && <Cancelled known={wish} onChanged={found.set} />}
                        {wish.opening && (
                            <OpeningBanner
                                opening={wish.opening}
                                onOver={() => go(`/people/${wish.person_card.id}`)}
                            />
                        )}
                        <CardList label={t("page.cases.person")}>
                            <PersonLine
                                person={wish.person_card}
                                href={link(`/people/${wish.person_card.id}`)}
                                badges={<CaseMarks {...wish} />}
                            />
                        </CardList>
                        <About known={wish} />
                        {may(session, "cases.list_vulnerabilities") && (
                            <VulnerabilitySection known={wish} />
                        )}
                        {may(session, "cases.list_assessments") && (
                            <AssessmentSection known={wish} />
                        )}
                        {may(session, "cases.get_plan") && <PlanSection known={wish} />}
                        {may(session, "cases.get_diary") && <DiarySection known={wish} />}
                        <Interventions known={wish} reload={everything} />
                        {!wish.opening && (
                            <CaseSections known={wish} reload={found.reload} />
                        )}
                        <Extensions known={wish} onChanged={found.set} />
                        {(wish.kind === "temporary" || wish.hand_over_to) && (
                            <HandOver known={wish} onChanged={found.set} />
                        )}
                        <EmergenciesOfCase known={wish} />
                        <Ending known={wish} reload={found.reload} onChanged={found.set} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function About({ known }: { known: Case }) {
    const districts = useDistricts();
    return (
        <Facts>
            <Fact name={t("field.cases.kind")}>{labelOf("case_kind", known.kind)}</Fact>
            <Fact name={t("field.cases.opened_on")}>{formatDay(known.opened_on)}</Fact>
            <Fact name={t("field.cases.ends_on")} rare>
                {known.ends_on && formatDay(known.ends_on)}
            </Fact>
            <Fact name={t("field.cases.worker")}>{known.worker_name}</Fact>
            <Fact name={t("field.cases.district")}>{districts.nameOf(known.district)}</Fact>
            <Fact name={t("field.cases.needs")}>
                {known.needs.map((code) => labelOf("referral_area", code)).join(", ")}
            </Fact>
            <Fact name={t("field.cases.note")} rare>
                {known.reason_note}
            </Fact>
            <Fact name={t("field.cases.closed_on")} rare>
                {known.closed_on && formatDay(known.closed_on)}
            </Fact>
            <Fact name={t("field.cases.closure_reason")} rare>
                {labelOf("closure_reason", known.closure_reason)}
            </Fact>
            <Fact name={t("field.cases.closure_note")} rare>
                {known.closure_note}
            </Fact>
        </Facts>
    );
}

interface ChangingProps {
    known: Case;
    onChanged: (known: Case) => void;
}

function Cancelled({ known, onChanged }: ChangingProps) {
    const restore = useAct("cases.restore_case");
    return (
        <Alert kind="warning" quiet title={t("page.cases.case_cancelled")}>
            {restore.problem && <ProblemAlert problem={restore.problem} />}
            <Button
                kind="outline"
                icon="undo"
                busy={restore.busy}
                onClick={() => void restore.run({ path: { id: known.id } }, onChanged)}
            >
                {t("do.cases.restore_case")}
            </Button>
        </Alert>
    );
}

function Ending({ known, reload, onChanged }: ChangingProps & { reload: () => Promise<void> }) {
    const session = useSession();
    const reopen = useAct("cases.reopen_case");
    const cancel = useAct("cases.cancel_case");
    const path = { id: known.id };
    const problem = reopen.problem ?? cancel.problem;
    if (known.cancelled || known.opening) return null;

    return (
        <section class="section">
            {problem && <ProblemAlert problem={problem} />}
            <div class="form-actions">
                {known.state === "open" && may(session, "cases.close_case") && (
                    <LinkButton kind="outline" href={link(`/cases/${known.id}/close`)}>
                        {t("do.cases.close_case_now")}
                    </LinkButton>
                )}
                {known.state === "closed" && may(session, "cases.reopen_case") && (
                    <Button
                        kind="outline"
                        busy={reopen.busy}
                        onClick={() => void reopen.run({ path }, onChanged)}
                    >
                        {t("do.cases.reopen_case")}
                    </Button>
                )}
                {known.state === "open" && may(session, "cases.cancel_case") && (
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        onClick={() =>
                            void cancel.run({ path }, () => {
                                say({
                                    text: t("page.cases.case_cancelled"),
                                    undo: async () => {
                                        await ask("cases.restore_case", { path });
                                    },
                                });
                                void reload();
                            })
                        }
                    >
                        {t("do.cases.cancel_case")}
                    </Button>
                )}
            </div>
        </section>
    );
}
