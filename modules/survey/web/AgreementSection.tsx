// SPDX-License-Identifier: EUPL-1.2
// How far those who coded agree, theme by theme, with the intervals.
import { labelOf } from "web/api/vocabulary";
import { EmptyState } from "web/kit/List";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { type CoderAgreement, oneDecimal } from "./findings";

const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

type Maybe = number | null | undefined;

function withInterval(value: Maybe, low: Maybe, high: Maybe): string {
    if (typeof value !== "number") return "–";
    const said = formatNumber(value, TWO);
    return typeof low === "number" && typeof high === "number"
        ? `${said} (${formatNumber(low, TWO)}; ${formatNumber(high, TWO)})`
        : said;
}

export function AgreementSection({ wave }: { wave: string }) {
    const found = useQuery("survey.show_agreement", { path: { wave } });
    const title = t("page.survey_findings.agreement");
    return (
        <section class="section">
            <h2>{title}</h2>
            <p class="lead">{t("page.survey_findings.agreement_hint")}</p>
            <Show of={found}>
                {({ answers, coded_by_two: two, coded_by_one: one, items }) => (
                    <>
                        <p>
                            {t("page.survey_findings.agreement_counts", {
                                answers: formatNumber(answers),
                                two: formatNumber(two),
                                one: formatNumber(one),
                            })}
                        </p>
                        {items.length === 0 ? (
                            <EmptyState title={t("page.survey_findings.no_agreement")} />
                        ) : (
                            <AgreementTable title={title} items={items} />
                        )}
                    </>
                )}
            </Show>
        </section>
    );
}

function AgreementTable({ title, items }: { title: string; items: CoderAgreement[] }) {
    return (
        <Table
            caption={title}
            hideCaption
            rows={items}
            keyOf={({ code }) => code ?? ""}
            columns={[
                {
                    head: t("page.survey_findings.theme"),
                    cell: ({ name }) => name ?? t("page.survey_findings.all_themes"),
                },
                {
                    head: t("page.survey_findings.answers"),
                    cell: ({ answers }) => formatNumber(answers),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.observed"),
                    cell: ({ observed_percent: percent }) => `${oneDecimal(percent)} %`,
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.kappa"),
                    cell: ({ kappa, kappa_low: low, kappa_high: high }) =>
                        withInterval(kappa, low, high),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.alpha"),
                    cell: ({ alpha, alpha_low: low, alpha_high: high }) =>
                        withInterval(alpha, low, high),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.reading"),
                    cell: ({ reading }) => (reading ? labelOf("survey_agreement", reading) : "–"),
                },
            ]}
        />
    );
}
