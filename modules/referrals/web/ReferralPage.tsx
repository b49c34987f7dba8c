// SPDX-License-Identifier: EUPL-1.2
import type { Referral, ReferralStep } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonLine } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay, formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { LinkSection } from "./LinkSection";
import { ReferralMarks, waitsFor } from "./ReferralCard";
import { SlipSection } from "./SlipSection";
import { StepSection } from "./StepSection";

export default function ReferralPage({ params }: PageProps) {
    const id = params["referral"]!;
    const found = useQuery("referrals.get_referral", { path: { id } });
    return (
        <Page
            title={t("page.referrals.referral")}
            back={{ href: link("/referrals"), label: t("page.referrals.referrals") }}
        >
            <Show of={found}>
                {(referral) => (
                    <>
                        <CardList label={t("page.cases.person")}>
                            <PersonLine
                                person={referral.person_card}
                                href={link(`/people/${referral.person_card.id}`)}
                                badges={<ReferralMarks {...referral} />}
                            />
                        </CardList>
                        <p class="lead">{waitsFor(referral)}</p>
                        <StepSection referral={referral} onChanged={found.set} />
                        <Again referral={referral} />
                        <About referral={referral} />
                        <SlipSection referral={referral} />
                        {referral.mode !== "INFO" && (
                            <LinkSection referral={referral} onChanged={found.set} />
                        )}
                        <History referral={referral} onChanged={found.set} />
                    </>
                )}
            </Show>
        </Page>
    );
}

// Who was refused, or found nothing, is not left there.
function Again({ referral }: { referral: Referral }) {
    const session = useSession();
    if (referral.state !== "refused" || !may(session, "referrals.send_referral")) return null;
    const query: Record<string, string> = {
        person: referral.person,
        district: referral.district,
        ...(referral.case && { case: referral.case }),
    };
    return (
        <div class="form-actions">
            <LinkButton href={link("/referrals/new", query)}>{t("do.referrals.again")}</LinkButton>
        </div>
    );
}

function About({ referral }: { referral: Referral }) {
    const districts = useDistricts();
    return (
        <Facts>
            <Fact name={t("field.referrals.service")}>
                <a href={link(`/services/${referral.service}`)}>
                    <bdi>{referral.service_name}</bdi>
                </a>
            </Fact>
            <Fact name={t("field.referrals.area")}>{labelOf("referral_area", referral.area)}</Fact>
            <Fact name={t("field.referrals.mode")}>{labelOf("referral_mode", referral.mode)}</Fact>
            <Fact rare name={t("field.referrals.appointment_at")}>
                {referral.appointment_at && formatInstant(referral.appointment_at)}
            </Fact>
            <Fact name={t("field.referrals.district")}>{districts.nameOf(referral.district)}</Fact>
            <Fact rare name={t("field.referrals.language")}>
                {[
                    labelOf("language", referral.language),
                    referral.interpreter && t("field.referrals.interpreter"),
                ]
                    .filter(Boolean)
                    .join(" · ")}
            </Fact>
            {referral.mode !== "INFO" && (
                <>
                    <Fact name={t("field.referrals.told_name")}>
                        {referral.told_name ? (
                            <bdi>{referral.told_name}</bdi>
                        ) : (
                            t("page.referrals.no_name")
                        )}
                    </Fact>
                    <Fact rare name={t("field.referrals.message")}>
                        {referral.message}
                    </Fact>
                </>
            )}
            <Fact rare name={t("field.referrals.note")}>
                {referral.note}
            </Fact>
            <Fact rare name={t("field.referrals.case")}>
                {referral.case && (
                    <a href={link(`/cases/${referral.case}`)}>{t("do.referrals.open")}</a>
                )}
            </Fact>
        </Facts>
    );
}

interface HistoryProps {
    referral: Referral;
    onChanged: (referral: Referral) => void;
}

function History({ referral, onChanged }: HistoryProps) {
    const session = useSession();
    const undo = useAct("referrals.undo_step");
    const last = referral.steps.at(-1);
    return (
        <section class="section">
            <h2>{t("page.referrals.history")}</h2>
            {undo.problem && <ProblemAlert problem={undo.problem} />}
            <ol class="plain-list">
                <li>
                    {t("page.referrals.sent_step")} · {formatInstant(referral.sent_at)},{" "}
                    {referral.sent_by_name}
                </li>
                {referral.steps.map((step) => (
                    <li key={step.id}>
                        <Line step={step} />
                    </li>
                ))}
            </ol>
            {last?.may_undo && may(session, "referrals.undo_step") && (
                <div class="form-actions">
                    <Button
                        kind="plain"
                        icon="undo"
                        busy={undo.busy}
                        onClick={() =>
                            void undo.run({ path: { id: last.id } }, (changed) => {
                                say({ text: t("page.referrals.undone") });
                                onChanged(changed);
                            })
                        }
                    >
                        {t("do.referrals.undo")}
                    </Button>
                </div>
            )}
        </section>
    );
}

function Line({ step }: { step: ReferralStep }) {
    return (
        <>
            <strong>{labelOf("referral_step", step.what)}</strong>
            {step.outcome && `: ${labelOf("referral_outcome", step.outcome)}`}
            {step.until && ` (${t("field.referrals.until")} ${formatDay(step.until)})`}
            {" · "}
            {formatInstant(step.at)}
            {", "}
            {step.by_link ? t("page.referrals.by_service") : step.by_name}
            {step.by_link && step.by_name && ` (${step.by_name})`}
            {step.words && (
                <p class="field-hint" dir="auto">
                    {step.words}
                </p>
            )}
        </>
    );
}

