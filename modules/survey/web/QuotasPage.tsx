// SPDX-License-Identifier: EUPL-1.2
// How far each cell is, on the map of the districts and in a table; and how many of those who were
// asked answered, with the parts that the rates are made of.
import { useEffect, useState } from "preact/hooks";
import { labelOf, options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { Tiles } from "web/kit/Tiles";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { formatNumber } from "web/words/format";
import { t, type Word } from "web/words/words";
import { QuotaTable } from "./QuotaTable";
import { made, shadeOf } from "./quotas";
import { GROUPS, percentText } from "./surveyText";
import type { QuotaCell, ResponseRates } from "./types";
import { WaveLinks } from "./WaveLinks";
import "./survey.scss";

const BETWEEN_MILLISECONDS = 20_000;

export default function QuotasPage({ params }: PageProps) {
    const wave = params["wave"]!;
    const found = useQuery("survey.show_quotas", { path: { wave } });
    // Nobody is named here: to look again costs nothing, and interviews come in all the time.
    useEffect(() => {
        const timer = setInterval(() => {
            if (!document.hidden) void found.reload();
        }, BETWEEN_MILLISECONDS);
        return () => clearInterval(timer);
    }, [wave]);
    const [group, setGroup] = useState<string>(GROUPS[0]);
    return (
        <Page
            wide
            title={t("page.survey.quotas")}
            back={{ href: link("/survey/waves"), label: t("page.survey.waves") }}
        >
            <WaveLinks wave={wave} here="/quotas" />
            <Show of={found}>
                {({ wave: shown, cells, rates }) => (
                    <>
                        <p class="lead">{shown.name}</p>
                        <Groups cells={cells} />
                        <ChooseOne
                            name="group"
                            always
                            label={t("page.survey.group")}
                            options={options("respondent_group")}
                            value={group}
                            onChange={setGroup}
                        />
                        <OfGroup cells={cells.filter((each) => each.respondents === group)} />
                        <Rates rates={rates} />
                    </>
                )}
            </Show>
        </Page>
    );
}

// The whole of each group, in one line.
function Groups({ cells }: { cells: QuotaCell[] }) {
    const lines = GROUPS.map((group) => {
        const own = cells.filter(({ respondents }) => respondents === group);
        return {
            group,
            target: own.reduce((sum, { target }) => sum + target, 0),
            made: own.reduce((sum, cell) => sum + made(cell), 0),
            left: own.reduce((sum, { left }) => sum + left, 0),
        };
    }).filter(({ target, made: done }) => target + done > 0);
    if (lines.length === 0) return <EmptyState title={t("page.survey.no_strata")} />;
    const number = (head: Word, of: (line: (typeof lines)[number]) => number) => ({
        head: t(head),
        cell: (line: (typeof lines)[number]) => formatNumber(of(line)),
        isNumber: true,
    });
    return (
        <Table
            caption={t("page.survey.by_group")}
            rows={lines}
            keyOf={({ group }) => group}
            columns={[
                {
                    head: t("page.survey.group"),
                    cell: ({ group }) => labelOf("respondent_group", group),
                },
                number("page.survey.target", ({ target }) => target),
                number("page.survey.made", (line) => line.made),
                number("page.survey.left", ({ left }) => left),
            ]}
        />
    );
}

function OfGroup({ cells }: { cells: QuotaCell[] }) {
    const { all } = useDistricts();
    const cellOf = (code: string) => cells.find(({ district }) => district === code);
    const title = t("page.survey.quotas_by_district");
    if (cells.length === 0) return <EmptyState title={t("page.survey.no_strata_of_group")} />;
    return (
        <figure class="chart">
            <figcaption>{title}</figcaption>
            <Tiles
                districts={all}
                figureOf={(code) => {
                    const cell = cellOf(code);
                    return {
                        text: cell ? `${made(cell)}/${cell.target}` : "–",
                        shade: shadeOf(cell),
                    };
                }}
            />
            <Legend />
            <details>
                <summary>{t("web.as_table")}</summary>
                <QuotaTable caption={title} hideCaption whole cells={cells} />
            </details>
        </figure>
    );
}

const LEGEND: { shade: number | "hidden"; label: Word }[] = [
    { shade: 0, label: "page.survey.shade.none" },
    { shade: 1, label: "page.survey.shade.begun" },
    { shade: 2, label: "page.survey.shade.half" },
    { shade: 4, label: "page.survey.shade.nearly" },
    { shade: 5, label: "page.survey.shade.all" },
    { shade: "hidden", label: "page.survey.shade.nothing_wanted" },
];

function Legend() {
    return (
        <ul class="survey-legend" aria-hidden="true">
            {LEGEND.map(({ shade, label }) => (
                <li key={shade}>
                    <span class={`survey-legend-mark shade-${shade}`} /> {t(label)}
                </li>
            ))}
        </ul>
    );
}

type RateKey = "rr1" | "rr2" | "coop1" | "ref1" | "con1";

// As AAPOR writes them.
const FORMULAS: Record<RateKey, string> = {
    rr1: "I / ((I+P) + (R+NC+O) + U)",
    rr2: "(I+P) / ((I+P) + (R+NC+O) + U)",
    coop1: "I / ((I+P) + R + O)",
    ref1: "R / ((I+P) + (R+NC+O) + U)",
    con1: "((I+P) + R + O) / ((I+P) + R + O + NC + U)",
};
const RATES: RateKey[] = ["rr1", "rr2", "coop1", "ref1", "con1"];

function Rates({ rates }: { rates: ResponseRates[] }) {
    const number = (head: Word, of: (rate: ResponseRates) => number) => ({
        head: t(head),
        cell: (rate: ResponseRates) => formatNumber(of(rate)),
        isNumber: true,
    });
    const group = {
        head: t("page.survey.group"),
        cell: ({ respondents }: ResponseRates) => labelOf("respondent_group", respondents),
    };
    if (rates.length === 0) return null;
    return (
        <section class="section">
            <h2>{t("page.survey.response_rates")}</h2>
            <p class="lead">{t("page.survey.response_rates_hint")}</p>
            <Table
                caption={t("page.survey.response_rates")}
                rows={rates}
                keyOf={({ respondents }) => respondents}
                columns={[
                    group,
                    ...RATES.map((key) => ({
                        head: key.toUpperCase(),
                        cell: (rate: ResponseRates) => percentText(rate[key]),
                        isNumber: true,
                    })),
                ]}
            />
            <Table
                caption={t("page.survey.rate_parts")}
                rows={rates}
                keyOf={({ respondents }) => respondents}
                columns={[
                    group,
                    number("page.survey.rate.complete", ({ complete }) => complete),
                    number("page.survey.rate.partial", ({ partial }) => partial),
                    number("page.survey.rate.refused", ({ refused }) => refused),
                    number("page.survey.rate.not_met", (rate) => rate.not_met),
                    number("page.survey.rate.other", ({ other }) => other),
                    number("page.survey.rate.unknown", ({ unknown }) => unknown),
                    number("page.survey.rate.not_eligible", (rate) => rate.not_eligible),
                ]}
            />
            <details class="survey-formulas">
                <summary>{t("page.survey.formulas")}</summary>
                <dl class="facts">
                    {RATES.map((key) => (
                        <div key={key}>
                            <dt>{t(`page.survey.formula.${key}`)}</dt>
                            <dd>
                                <code>
                                    {key.toUpperCase()} = {FORMULAS[key]}
                                </code>
                            </dd>
                        </div>
                    ))}
                </dl>
            </details>
        </section>
    );
}
