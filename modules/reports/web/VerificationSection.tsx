// SPDX-License-Identifier: EUPL-1.2
import type { ReportSheet } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";

interface VerificationSectionProps {
    sheet: ReportSheet;
    reload: () => Promise<void>;
}

export function VerificationSection({ sheet, reload }: VerificationSectionProps) {
    const session = useSession();
    const cancel = useAct("reports.cancel_verification");
    const isClosed = sheet.report.status === "closed";
    const mayCancel = !isClosed && may(session, "reports.cancel_verification");
    return (
        <section class="section">
            <h2>{t("page.reports.verifications")}</h2>
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            {sheet.verifications.length === 0 && <p>{t("page.reports.not_verified")}</p>}
            {sheet.verifications.length > 0 && (
                <CardList label={t("page.reports.verifications")}>
                    {sheet.verifications.map((one) => (
                        <Card
                            key={one.id}
                            title={labelOf("report_finding", one.finding)}
                            badges={
                                one.cancelled && <Badge>{t("page.reports.cancelled")}</Badge>
                            }
                            second={t("page.reports.verified_by", {
                                name: one.made_by_name,
                                when: formatInstant(one.at),
                            })}
                            third={one.note && <bdi>{one.note}</bdi>}
                            actions={
                                mayCancel &&
                                !one.cancelled && (
                                    <Button
                                        kind="plain"
                                        icon="undo"
                                        busy={cancel.busy}
                                        onClick={() =>
                                            void cancel.run({ path: { id: one.id } }, () => {
                                                say({
                                                    text: t("page.reports.verification_cancelled"),
                                                });
                                                void reload();
                                            })
                                        }
                                    >
                                        {t("do.reports.cancel_verification")}
                                    </Button>
                                )
                            }
                        />
                    ))}
                </CardList>
            )}
        </section>
    );
}
