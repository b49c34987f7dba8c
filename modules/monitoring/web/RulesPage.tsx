// SPDX-License-Identifier: EUPL-1.2
// How returns are looked at: when they are due, what the score is made of, what is checked, how the
// figures that grow and the forecasts are made.
import type { ReturnRules } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { inWords } from "./figures";
import "./monitoring.scss";
import { useDefinitions } from "./useDefinitions";

export default function RulesPage() {
    const session = useSession();
    const rules = useQuery("monitoring.get_rules", {});
    return (
        <Page
            title={t("page.monitoring.rules_of_returns")}
            back={
                may(session, "monitoring.list_returns")
                    ? { href: link("/monitoring/returns"), label: t("page.monitoring.returns") }
                    : undefined
            }
        >
            <Show of={rules}>{(shown) => <Content rules={shown} />}</Show>
        </Page>
    );
}

function Content({ rules }: { rules: ReturnRules }) {
    const definitions = useDefinitions();
    return (
        <>
            <section class="section">
                <h2>{t("page.monitoring.rule_due")}</h2>
                <p>{inWords(rules.due)}</p>
            </section>
            <section class="section">
                <h2>{t("page.monitoring.rule_quality")}</h2>
                <p>{inWords(rules.quality)}</p>
                <ul>
                    {rules.quality_parts.map((part) => (
                        <li key={part.code}>
                            {inWords(part)}{" "}
                            {t("page.monitoring.weighs", { weight: part.weight })}
                        </li>
                    ))}
                </ul>
            </section>
            <section class="section">
                <h2>{t("page.monitoring.rule_checks")}</h2>
                <p>{t("page.monitoring.rule_checks_lead")}</p>
                <dl class="facts">
                    {rules.checks.map((check) => (
                        <div key={check.code}>
                            <dt>{labelOf("statement_check", check.code)}</dt>
                            <dd>{inWords(check)}</dd>
                        </div>
                    ))}
                </dl>
            </section>
            <section class="section">
                <h2>{t("page.monitoring.rule_live")}</h2>
                <p>{inWords(rules.live)}</p>
                <ul>
                    {rules.live_codes.map((code) => {
                        const definition = definitions.data?.get(code);
                        return (
                            <li key={code}>
                                <a href={link(`/monitoring/indicators/${code}`)}>
                                    {definition ? inWords(definition.name) : code}
                                </a>
                            </li>
                        );
                    })}
                </ul>
            </section>
            <section class="section">
                <h2>{t("page.monitoring.rule_forecast")}</h2>
                <p>{inWords(rules.forecast)}</p>
                <p>
                    {t("page.monitoring.programme_ends", {
                        programme: inWords(rules.programme),
                        day: formatDay(rules.programme_ends),
                    })}
                </p>
            </section>
        </>
    );
}
