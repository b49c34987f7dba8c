// SPDX-License-Identifier: EUPL-1.2
import { Badge, Card, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { link } from "web/shell/router";
import { t } from "web/words/words";
import { inWords } from "./figures";
import { useDefinitions } from "./useDefinitions";

export default function IndicatorsPage() {
    const definitions = useDefinitions();
    return (
        <Page wide title={t("page.monitoring.indicators")}>
            <p class="lead">{t("page.monitoring.indicators_lead")}</p>
            <Show of={definitions}>
                {(known) => (
                    <CardList label={t("page.monitoring.indicators")}>
                        {[...known.values()].map((definition) => (
                            <Card
                                key={definition.code}
                                href={link(`/monitoring/indicators/${definition.code}`)}
                                title={inWords(definition.name)}
                                badges={<Badge>{definition.code}</Badge>}
                                second={inWords(definition.definition)}
                            />
                        ))}
                    </CardList>
                )}
            </Show>
        </Page>
    );
}
