// SPDX-License-Identifier: EUPL-1.2
// The board of a city: every figure at a glance, and one of them in all its parts.
import { useEffect } from "preact/hooks";
import type { Board, IndicatorDefinition } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { LinkButton } from "web/kit/Button";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { go, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { dayOf, formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { formatBasis, formatFigure, formatTotal, inWords, totalOf } from "./figures";
import { headingOf, IndicatorFigures } from "./IndicatorFigures";
import "./monitoring.scss";
import { HowCounted } from "./NetworkFigure";
import { PeriodChoice } from "./PeriodChoice";
import { finishedQuarters, formatPeriod, isOver, lastQuarter, quarterOf, recentPeriods } from "./periods";
import { ReturnsNotice } from "./ReturnsNotice";
import { useDefinitions } from "./useDefinitions";

export default function BoardPage({ query }: PageProps) {
    const session = useSession();
    // Who sees protected figures sees finished quarters only.
    const seesAll = session.roles.includes("city_coordinator");
    const today = dayOf(new Date());
    const period = query["period"] ?? (seesAll ? quarterOf(today) : lastQuarter(today));
    const board = useQuery("monitoring.show_board", { query: { period } });
    const definitions = useDefinitions();

    return (
        <Page
            wide
            title={t("page.monitoring.board")}
            actions={
                may(session, "monitoring.submit_statement") && (
                    <LinkButton href={link("/monitoring/statements/new")}>
                        {t("page.monitoring.prepare")}
                    </LinkButton>
                )
            }
        >
            {may(session, "monitoring.submit_statement") && <ReturnsNotice />}
            <PeriodChoice
                value={period}
                periods={seesAll ? recentPeriods(today) : finishedQuarters(today)}
                onChange={(chosen) => go("/monitoring", { ...query, period: chosen })}
            />
            <Show of={board}>
                {(shown) => (
                    <Show of={definitions}>
                        {(known) => (
                            <Content
                                board={shown}
                                definitions={[...known.values()]}
                                chosen={query["indicator"]}
                                isRunning={!isOver(period, today)}
                            />
                        )}
                    </Show>
                )}
            </Show>
        </Page>
    );
}

interface ContentProps {
    board: Board;
    definitions: IndicatorDefinition[];
    chosen: string | undefined;
    isRunning: boolean;
}

function Content({ board, definitions, chosen, isRunning }: ContentProps) {
    const { store } = useSession();
    const shown = definitions.find(({ code }) => code === chosen) ?? definitions[0]!;
    // The parts of a figure stand below all of them: who has chosen one is led there.
    useEffect(() => {
        const heading = chosen ? document.getElementById(headingOf(shown)) : null;
        heading?.focus();
        heading?.scrollIntoView();
    }, []);
    return (
        <>
            <p class="lead">
                {t(isRunning ? "page.monitoring.as_of_running" : "page.monitoring.as_of", {
                    period: formatPeriod(board.period),
                    when: formatInstant(board.as_of),
                })}
            </p>
            {board.protected_cells && (
                <Alert kind="info" quiet title={t("page.monitoring.protected")} />
            )}
            <ul class="figures" aria-label={t("page.monitoring.indicators")}>
                {definitions.map((definition) => (
                    <FigureCard
                        key={definition.code}
                        board={board}
                        definition={definition}
                        isShown={definition === shown}
                    />
                ))}
            </ul>
            <IndicatorFigures
                definition={shown}
                values={board.values}
                leftOut={board.left_out}
                city={store}
                level={2}
            />
        </>
    );
}

interface FigureCardProps {
    board: Board;
    definition: IndicatorDefinition;
    isShown: boolean;
}

// The number large, its meaning small.
function FigureCard({ board, definition, isShown }: FigureCardProps) {
    const { code, unit, name } = definition;
    const figure = totalOf(board.values, code);
    const year = totalOf(board.values, code, "year_to_date");
    const basis = formatBasis(unit, figure);
    const target = board.targets?.find(({ indicator }) => indicator === code);
    return (
        <li class={isShown ? "figure figure-shown" : "figure"}>
            <a
                href={link("/monitoring", { period: board.period, indicator: code })}
                aria-current={isShown ? "true" : undefined}
            >
                <span class="figure-name">{inWords(name)}</span>
                <span class="figure-number">{formatTotal(unit, figure)}</span>
            </a>
            {basis && <span class="figure-basis">{basis}</span>}
            {unit !== "stock" && (
                <span class="figure-basis">
                    {t("page.monitoring.this_year", { number: formatTotal(unit, year) })}
                </span>
            )}
            {target && (
                <span class="figure-basis">
                    {t("page.monitoring.year_target", {
                        number: formatFigure(unit, { value: target.value }),
                    })}
                </span>
            )}
            <HowCounted definition={definition} />
        </li>
    );
}
