// SPDX-License-Identifier: EUPL-1.2
// One figure of the whole network, of what it is made, and where it is told how it is counted.
import type { IndicatorDefinition, NetworkBoard } from "web/api/acts";
import { link } from "web/shell/router";
import { count, t } from "web/words/words";
import { formatBasis, formatTotal, inWords, isLength } from "./figures";

interface NetworkFigureProps {
    definition: IndicatorDefinition;
    sum: NetworkBoard["network"][number] | undefined;
}

export function NetworkFigure({ definition, sum }: NetworkFigureProps) {
    const { unit, name } = definition;
    const canBeAdded = !isLength(unit);
    return (
        <div class="figure figure-wide">
            <span class="figure-name">{inWords(name)}</span>
            <span class="figure-number">
                {canBeAdded ? formatTotal(unit, sum) : "–"}
            </span>
            <span class="figure-basis">
                {[
                    canBeAdded ? formatBasis(unit, sum) : t("page.monitoring.no_sum"),
                    count("page.monitoring.cities", sum?.cities_counted ?? 0),
                ]
                    .filter(Boolean)
                    .join(" · ")}
            </span>
            <HowCounted definition={definition} />
        </div>
    );
}

export function HowCounted({ definition }: { definition: IndicatorDefinition }) {
    return (
        <a class="figure-how" href={link(`/monitoring/indicators/${definition.code}`)}>
            {t("page.monitoring.how_counted")}
            <span class="visually-hidden">: {inWords(definition.name)}</span>
        </a>
    );
}
