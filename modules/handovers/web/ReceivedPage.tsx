// SPDX-License-Identifier: EUPL-1.2
// Somebody who comes from another city: what that city has sent, and our yes or no.
import { useState } from "preact/hooks";
import type { HandoverBundle, PersonCard, ReceivedHandover } from "web/api/acts";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Fact, Facts } from "web/kit/Facts";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { bornIn, PersonLine } from "modules/people/web/PersonLine";
import { SimilarPersons, useSimilarSeen } from "modules/people/web/SimilarPersons";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { countryName, formatDay } from "web/words/format";
import { t } from "web/words/words";
import { HandoverMarks, isOpen, nameIn, waitsFor } from "./HandoversPage";
import { NoteSeen, ReferralSteps } from "./ReferralSteps";
import { useCities } from "./useCities";

export default function ReceivedPage({ params }: PageProps) {
    const id = params["handover"]!;
    const found = useQuery("handovers.get_received", { path: { id } });
    const { nameOf } = useCities();
    return (
        <Page
            title={
                found.data
                    ? t(
                          found.data.kind === "referral"
                              ? "page.handovers.one_referral"
                              : "page.handovers.one",
                          { city: nameOf(found.data.from_city) },
                      )
                    : t("page.handovers.handovers")
            }
            back={{ href: link("/handovers"), label: t("page.handovers.handovers") }}
        >
            <Show of={found}>
                {(one) => (
                    <>
                        <p class="lead">
                            <bdi>{nameIn(one)}</bdi> <HandoverMarks {...one} />
                        </p>
                        {waitsFor(one) && <p>{waitsFor(one)}</p>}
                        {one.kind === "referral" && <p>{t("page.handovers.no_case")}</p>}
                        <NoteSeen one={one} onChanged={found.set} />
                        <What one={one} />
                        <History bundle={one.bundle} />
                        {isOpen(one) && <Answering one={one} onChanged={found.set} />}
                        <ReferralSteps one={one} onChanged={found.set} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function What({ one }: { one: ReceivedHandover }) {
    const { bundle } = one;
    const labels = (list: string, codes: string[]) =>
        codes.map((code) => labelOf(list, code)).join(", ");
    return (
        <>
            <h2>{t("page.handovers.what_came")}</h2>
            <Facts>
                <Fact rare name={t("field.handovers.area")}>
                    {labelOf("referral_area", bundle.asked?.area)}
                </Fact>
                <Fact name={t("field.handovers.sender")}>{bundle.sender}</Fact>
                <Fact name={t("field.handovers.basis")}>
                    {labelOf("handover_basis", bundle.basis)}
                </Fact>
                <Fact name={t("field.handovers.notified_on")}>{formatDay(bundle.notified_on)}</Fact>
                <Fact rare name={t("field.handovers.message")}>
                    {bundle.message}
                </Fact>
                <Fact name={t("field.handovers.number")}>{bundle.number}</Fact>
                <Fact name={t("field.people.birth")}>
                    {bundle.birth_date
                        ? formatDay(bundle.birth_date)
                        : bornIn(bundle.birth_year, bundle.birth_year_estimated)}
                </Fact>
                <Fact name={t("field.people.citizenship")}>
                    {bundle.citizenship && (countryName(bundle.citizenship) ?? bundle.citizenship)}
                </Fact>
                <Fact name={t("field.people.languages")}>
                    {labels("language", bundle.languages ?? [])}
                </Fact>
                {bundle.identifiers.map(({ kind, value }) => (
                    <Fact key={kind + value} name={labelOf("identifier_kind", kind)}>
                        {value}
                    </Fact>
                ))}
                <Fact name={t("field.handovers.kind")}>{labelOf("case_kind", bundle.kind)}</Fact>
                <Fact name={t("field.handovers.opened_on")}>{formatDay(bundle.opened_on)}</Fact>
                <Fact rare name={t("field.cases.needs")}>
                    {labels("referral_area", bundle.needs)}
                </Fact>
                <Fact rare name={t("field.cases.note")}>
                    {bundle.reason_note}
                </Fact>
                <Fact rare name={t("field.handovers.reason")}>
                    {labelOf("handover_refusal", one.reason)}
                </Fact>
                <Fact rare name={t("field.handovers.words")}>
                    {one.words}
                </Fact>
                <Fact rare name={t("field.handovers.answered_by")}>
                    {one.answered_by_name}
                </Fact>
                <Fact rare name={t("field.handovers.went_on")}>
                    {one.went_on &&
                        `${labelOf("referral_step", one.went)} · ${formatDay(one.went_on)}`}
                </Fact>
                <Fact rare name={t("field.handovers.outcome")}>
                    {[labelOf("referral_outcome", one.outcome), one.outcome_words]
                        .filter(Boolean)
                        .join(" · ")}
                </Fact>
                <Fact rare name={t("field.handovers.told_by")}>
                    {one.told_by_name}
                </Fact>
            </Facts>
            {one.kind === "referral" && one.person && (
                <p>
                    <a href={link(`/people/${one.person}`)}>{t("do.handovers.open_person")}</a>
                </p>
            )}
            {one.case && (
                <p>
                    <a href={link(`/cases/${one.case}`)}>{t("page.cases.case")}</a>
                </p>
            )}
        </>
    );
}

function History({ bundle }: { bundle: HandoverBundle }) {
    return (
        <>
            {(bundle.own_words || bundle.goals.length > 0) && (
                <section class="section">
                    <h2>{t("page.handovers.goals")}</h2>
                    {bundle.own_words && <p dir="auto">{bundle.own_words}</p>}
                    <ul class="plain-list">
                        {bundle.goals.map((goal) => (
                            <li key={goal.words}>
                                <span dir="auto">{goal.words}</span>
                                {` · ${labelOf("referral_area", goal.area)}`}
                                {goal.outcome && ` · ${labelOf("goal_outcome", goal.outcome)}`}
                            </li>
                        ))}
                    </ul>
                </section>
            )}
            {bundle.interventions.length > 0 && (
                <section class="section">
                    <h2>{t("page.handovers.interventions")}</h2>
                    <ul class="plain-list">
                        {bundle.interventions.map((done) => (
                            <li key={`${done.on} ${done.code}`}>
                                {`${formatDay(done.on)} · ${labelOf("intervention", done.code)}`}
                                {done.note && ` · ${done.note}`}
                            </li>
                        ))}
                    </ul>
                </section>
            )}
        </>
    );
}

interface AnsweringProps {
    one: ReceivedHandover;
    onChanged: (one: ReceivedHandover) => void;
}

function Answering({ one, onChanged }: AnsweringProps) {
    const session = useSession();
    const [asking, setAsking] = useState<"yes" | "no">();
    const close = () => setAsking(undefined);
    const changed = (now: ReceivedHandover) => {
        close();
        onChanged(now);
    };
    return (
        <div class="form-actions">
            {may(session, "handovers.accept_handover") && (
                <Button onClick={() => setAsking("yes")}>{t(acceptWord(one))}</Button>
            )}
            {may(session, "handovers.refuse_handover") && (
                <Button kind="outline" onClick={() => setAsking("no")}>
                    {t("do.handovers.refuse")}
                </Button>
            )}
            {asking === "yes" && <Accepting one={one} onClose={close} onChanged={changed} />}
            {asking === "no" && <Refusing one={one} onClose={close} onChanged={changed} />}
        </div>
    );
}

function acceptWord({ kind }: ReceivedHandover) {
    return kind === "referral" ? "do.handovers.accept_referral" : "do.handovers.accept";
}

// A hand-over opens a case, of a kind and in a district; a referral opens none.
function Accepting({ one, onClose, onChanged }: AnsweringProps & { onClose: () => void }) {
    const accept = useAct("handovers.accept_handover");
    const seen = useSimilarSeen();
    const [ids] = useState(() => ({ person: uuid7(), case: uuid7() }));
    const [known, setKnown] = useState<PersonCard>();
    const [wish, setWish] = useState<CaseWish>({ kind: "integrated", ends_on: "", district: "" });
    const change = (part: Partial<CaseWish>) => setWish({ ...wish, ...part });

    const opensCase = one.kind !== "referral";

    function submit(): void {
        if (!known && !seen.mayGoOn()) return;
        const person = {
            person: known?.id ?? ids.person,
            known: known !== undefined,
            similar_seen: known ? [] : seen.ids,
        };
        const ofCase = {
            case: ids.case,
            kind: wish.kind,
            ends_on: wish.kind === "temporary" && wish.ends_on ? wish.ends_on : null,
            district: wish.district,
        };
        const body = opensCase ? { ...person, ...ofCase } : person;
        void accept.run({ path: { id: one.id }, body }, (now) => {
            say({
                text: t(
                    opensCase ? "page.handovers.accepted" : "page.handovers.accepted_referral",
                ),
            });
            if (opensCase) goInstead(`/cases/${now.case}`);
            else onChanged(now);
        });
    }

    return (
        <Dialog title={t(acceptWord(one))} onClose={onClose}>
            <Form class="form" problem={accept.problem} onSubmit={submit}>
                {known ? (
                    <CardList label={t("page.cases.person")}>
                        <PersonLine person={known} />
                    </CardList>
                ) : (
                    <SimilarPersons like={one.bundle} seen={seen} onChoose={setKnown} />
                )}
                {opensCase && <OfCase wish={wish} change={change} />}
                <DialogActions
                    busy={accept.busy}
                    label={!known && seen.asked ? t("do.people.add_as_new") : undefined}
                    onClose={onClose}
                />
            </Form>
        </Dialog>
    );
}

interface CaseWish {
    kind: string;
    ends_on: string;
    district: string;
}

interface OfCaseProps {
    wish: CaseWish;
    change: (part: Partial<CaseWish>) => void;
}

function OfCase({ wish, change }: OfCaseProps) {
    const districts = useDistricts();
    return (
        <>
            <ChooseOne
                name="kind"
                always
                label={t("field.handovers.kind")}
                options={options("case_kind")}
                value={wish.kind}
                onChange={(kind) => change({ kind })}
            />
            {wish.kind === "temporary" && (
                <DateField
                    name="ends_on"
                    required
                    label={t("field.handovers.ends_on")}
                    value={wish.ends_on}
                    onInput={(ends_on) => change({ ends_on })}
                />
            )}
            <Select
                name="district"
                required
                label={t("field.handovers.district")}
                options={districts.options}
                empty={t("web.not_recorded")}
                value={wish.district}
                onChange={(district) => change({ district })}
            />
        </>
    );
}

function Refusing({ one, onClose, onChanged }: AnsweringProps & { onClose: () => void }) {
    const refuse = useAct("handovers.refuse_handover");
    const [reason, setReason] = useState("");
    const [words, setWords] = useState("");

    function submit(): void {
        const body = { reason, words: words.trim() || null };
        void refuse.run({ path: { id: one.id }, body }, (now) => {
            say({ text: t("page.handovers.refused") });
            onChanged(now);
        });
    }

    return (
        <Dialog title={t("do.handovers.refuse")} onClose={onClose}>
            <Form class="form" problem={refuse.problem} onSubmit={submit}>
                <ChooseOne
                    name="reason"
                    required
                    label={t("field.handovers.reason")}
                    options={options("handover_refusal")}
                    value={reason}
                    onChange={setReason}
                />
                <TextArea
                    name="words"
                    label={t("field.handovers.words")}
                    value={words}
                    onInput={setWords}
                />
                <DialogActions busy={refuse.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
