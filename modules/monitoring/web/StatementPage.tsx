// SPDX-License-Identifier: EUPL-1.2
import { Alert } from "web/kit/Alert";
import { Fact, Facts } from "web/kit/Facts";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import "./monitoring.scss";
import { formatPeriod } from "./periods";
import { Doing } from "./StatementDoing";
import { StatementFigures } from "./StatementFigures";
import { Narrative, Quality, releaseInWords } from "./StatementWords";
import { useDefinitions } from "./useDefinitions";

export default function StatementPage({ params }: PageProps) {
    const statement = useQuery("monitoring.get_statement", {
        path: { id: params["statement"] ?? "" },
    });
    const definitions = useDefinitions();
    const cities = useQuery("network.list_cities", {});

    return (
        <Page
            wide
            title={
                statement.data
                    ? t("page.monitoring.statement_of", {
                          period: formatPeriod(statement.data.period),
                      })
                    : t("page.monitoring.statement")
            }
            back={{ href: link("/monitoring/statements"), label: t("page.monitoring.statements") }}
        >
            <Show of={statement}>
                {(shown) => (
                    <>
                        <Facts>
                            <Fact name={t("page.monitoring.city")}>
                                {cities.data?.items.find(({ slug }) => slug === shown.city)?.name ??
                                    shown.city}
                            </Fact>
                            <Fact name={t("page.monitoring.which_version")}>
                                {String(shown.version)}
                            </Fact>
                            <Fact name={t("page.monitoring.submitted")}>
                                {shown.submitted_at &&
                                    t("page.monitoring.submitted_by", {
                                        name: shown.submitted_by_name ?? "",
                                        when: formatInstant(shown.submitted_at),
                                    })}
                            </Fact>
                            <Fact name={t("page.monitoring.received")}>
                                {shown.received_at
                                    ? formatInstant(shown.received_at)
                                    : t("page.monitoring.on_its_way")}
                            </Fact>
                            <Fact name={t("page.monitoring.reopened_because")} rare>
                                {shown.reopened_because}
                            </Fact>
                            <Fact name={t("page.monitoring.release")} rare>
                                {releaseInWords(shown.release)}
                            </Fact>
                            <Fact name={t("page.monitoring.hash")}>
                                <span class="hash">{shown.hash}</span>
                            </Fact>
                            <Fact name={t("page.monitoring.signature")} rare>
                                {shown.signature && (
                                    <span class="hash">{shown.signature}</span>
                                )}
                            </Fact>
                            <Fact name={t("page.monitoring.journal")} rare>
                                {shown.journal_hash && (
                                    <span class="hash">
                                        {shown.journal_sequence} · {shown.journal_hash}
                                    </span>
                                )}
                            </Fact>
                        </Facts>
                        <Quality statement={shown} />
                        <Doing statement={shown} />
                        <Narrative statement={shown} />
                        <Alert kind="info" quiet title={t("page.monitoring.protected")} />
                        <Show of={definitions}>
                            {(known) => (
                                <StatementFigures
                                    statement={shown}
                                    definitions={[...known.values()]}
                                />
                            )}
                        </Show>
                    </>
                )}
            </Show>
        </Page>
    );
}
