// SPDX-License-Identifier: EUPL-1.2
// Two versions of one statement, cell by cell: only what changed, each figure before and after beside
// each other, the totals as a picture too.
import type { CellChange, Comparison, IndicatorDefinition } from "web/api/acts";
import { districtName as nameOfDistrict } from "web/api/vocabulary";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { go, link } from "web/shell/router";
import { formatInstant, formatNumber } from "web/words/format";
import { count, t } from "web/words/words";
import { cellLabel, formatFigure, inWords, isBreakdown, leftOutInWords } from "./figures";
import "./monitoring.scss";
import { formatPeriod } from "./periods";
import { useDefinitions } from "./useDefinitions";
import { useDistrictsOf } from "./useDistrictsOf";

export default function ComparePage({ params, query }: PageProps) {
    const id = params["statement"] ?? "";
    const other = query["with"];
    const comparison = useQuery("monitoring.compare_statements", {
        path: { id },
        query: other ? { with: other } : {},
    });
    const definitions = useDefinitions();
    return (
        <Page
            wide
            title={t("page.monitoring.compare")}
            back={{
                href: link(`/monitoring/statements/${id}`),
                label: t("page.monitoring.statement"),
            }}
        >
            <Show of={comparison}>
                {(shown) => (
                    <Show of={definitions}>
                        {(known) => (
                            <>
                                <p class="lead">
                                    {t("page.monitoring.compare_lead", {
                                        period: formatPeriod(shown.after.period),
                                        before: shown.before.version,
                                        after: shown.after.version,
                                        when: formatInstant(shown.after.submitted_at),
                                    })}
                                </p>
                                <OtherVersion id={id} comparison={shown} />
                                <Content comparison={shown} definitions={[...known.values()]} />
                            </>
                        )}
                    </Show>
                )}
            </Show>
        </Page>
    );
}

function OtherVersion({ id, comparison }: { id: string; comparison: Comparison }) {
    const { period, city } = comparison.after;
    const versions = useQuery("monitoring.list_statements", { query: { period, city } });
    const others = (versions.data?.items ?? []).filter((card) => card.id !== id);
    if (others.length < 2) return null;
    const chosen = comparison.before.id === id ? comparison.after.id : comparison.before.id;
    return (
        <Form label={t("page.monitoring.compare_with")} class="form-filter" onSubmit={() => {}}>
            <Select
                name="with"
                label={t("page.monitoring.compare_with")}
                value={chosen}
                options={others.map((card) => ({
                    value: card.id,
                    label: t("page.monitoring.version", { number: card.version }),
                }))}
                onChange={(other) => go(`/monitoring/statements/${id}/compare`, { with: other })}
            />
        </Form>
    );
}

interface ContentProps {
    comparison: Comparison;
    definitions: IndicatorDefinition[];
}

function Content({ comparison, definitions }: ContentProps) {
    const { cells, unchanged, left_out, words, after } = comparison;
    const changed = definitions.filter(({ code }) =>
        cells.some(({ indicator }) => indicator === code),
    );
    return (
        <>
            <p>
                {count("page.monitoring.cells_changed", cells.length)}{" "}
                {count("page.monitoring.cells_same", unchanged)}
            </p>
            {after.reopened_because && (
                <p>{t("page.monitoring.reopened_for", { reason: after.reopened_because })}</p>
            )}
            {changed.map((definition) => (
                <IndicatorChanges
                    key={definition.code}
                    definition={definition}
                    cells={cells.filter(({ indicator }) => indicator === definition.code)}
                    city={after.city}
                />
            ))}
            {left_out.length > 0 && (
                <section class="section">
                    <h2>{t("page.monitoring.left_out")}</h2>
                    <ul class="left-out">
                        {left_out.map((one) => (
                            <li key={one.indicator + one.reason}>
                                {one.before} → {one.after}:{" "}
                                {reasonOf(definitions, one.indicator, one.reason, one.after)}
                            </li>
                        ))}
                    </ul>
                </section>
            )}
            {words.length > 0 && <WordsChanged comparison={comparison} />}
        </>
    );
}

function reasonOf(
    definitions: IndicatorDefinition[],
    indicator: string,
    reason: string,
    many: number,
): string {
    const definition = definitions.find(({ code }) => code === indicator);
    if (!definition) return `${indicator}, ${reason}`;
    const said = leftOutInWords(definition, { indicator, reason, count: many, counted: false });
    return `${inWords(definition.name)}: ${said}`;
}

interface ChangesProps {
    definition: IndicatorDefinition;
    cells: CellChange[];
    city: string;
}

function IndicatorChanges({ definition, cells, city }: ChangesProps) {
    const districts = useDistrictsOf(city);
    const districtName = (code: string) => {
        const found = districts.find((district) => district.code === code);
        return found ? nameOfDistrict(found) : code;
    };
    const total = cells.find(
        ({ breakdown, window }) => breakdown === "total" && window === "period",
    );
    return (
        <section class="section">
            <h2>{inWords(definition.name)}</h2>
            {total && <BeforeAndAfter change={total} unit={definition.unit} />}
            <Table
                caption={t("page.monitoring.changes_of", { indicator: inWords(definition.name) })}
                hideCaption
                rows={cells}
                keyOf={(change) => change.window + change.breakdown + change.cell}
                columns={[
                    {
                        head: t("page.monitoring.cell"),
                        cell: (change) => nameOf(definition, change, districtName),
                    },
                    {
                        head: t("page.monitoring.before"),
                        isNumber: true,
                        cell: (change) => shownOf(definition.unit, change, "before"),
                    },
                    {
                        head: t("page.monitoring.after"),
                        isNumber: true,
                        cell: (change) => shownOf(definition.unit, change, "after"),
                    },
                    {
                        head: t("page.monitoring.change"),
                        isNumber: true,
                        cell: (change) => changeOf(definition.unit, change),
                    },
                ]}
            />
        </section>
    );
}

function nameOf(
    definition: IndicatorDefinition,
    { breakdown, cell, window }: CellChange,
    districtName: (code: string) => string,
): string {
    if (breakdown === "total") {
        return t(window === "period" ? "page.monitoring.all" : "page.monitoring.since_january");
    }
    const parts = cell.split("/");
    const [gender, age] = parts;
    if (breakdown === "gender_age" && gender && age) {
        return [
            cellLabel(definition, "gender", gender, districtName),
            cellLabel(definition, "age", age, districtName),
        ].join(", ");
    }
    const label = cellLabel(definition, breakdown, cell, districtName);
    return isBreakdown(breakdown) ? `${t(`page.monitoring.by.${breakdown}`)}: ${label}` : label;
}

function shownOf(unit: string, change: CellChange, side: "before" | "after"): string {
    const isThere = change.kind !== (side === "before" ? "added" : "removed");
    if (!isThere) return "–";
    return formatFigure(unit, {
        value: change[side] ?? null,
        suppressed: side === "before" ? change.before_suppressed : change.after_suppressed,
    });
}

function changeOf(unit: string, { kind, before, after }: CellChange) {
    if (kind === "definition") return t("page.monitoring.other_definition");
    const sign = kind === "more" ? "▲" : kind === "less" ? "▼" : t("page.monitoring.other_value");
    if (before === undefined || before === null || after === undefined || after === null) {
        return sign;
    }
    const difference = after - before;
    const shown =
        unit === "share"
            ? t("page.monitoring.points", {
                  n: formatNumber(difference * 100, {
                      signDisplay: "exceptZero",
                      maximumFractionDigits: 1,
                  }),
              })
            : formatNumber(difference, { signDisplay: "exceptZero" });
    return `${sign} ${shown}`;
}

// Two bars on one scale: how much it is. The table says the same in numbers.
function BeforeAndAfter({ change, unit }: { change: CellChange; unit: string }) {
    const before = change.before ?? 0;
    const after = change.after ?? 0;
    const top = Math.max(before, after, Number.EPSILON);
    return (
        <div class="chart-bars" aria-hidden="true">
            {[
                { label: t("page.monitoring.before"), value: before, side: "before" as const },
                { label: t("page.monitoring.after"), value: after, side: "after" as const },
            ].map(({ label, value, side }) => (
                <div key={label} class="chart-row">
                    <span class="chart-label">{label}</span>
                    <span class="chart-track">
                        <span
                            class={side === "before" ? "chart-bar chart-bar-old" : "chart-bar"}
                            style={{ inlineSize: `${(value / top) * 100}%` }}
                        />
                    </span>
                    <span class="chart-value">{shownOf(unit, change, side)}</span>
                </div>
            ))}
        </div>
    );
}

const WORDS = ["progress", "deviations", "problems", "networks"] as const;

function WordsChanged({ comparison }: { comparison: Comparison }) {
    const { before, after, words } = comparison;
    return (
        <section class="section">
            <h2>{t("page.monitoring.words_changed")}</h2>
            {WORDS.filter((part) => words.includes(part)).map((part) => (
                <div key={part}>
                    <h3>{t(`page.monitoring.part.${part}`)}</h3>
                    <p class="as-written said-before">
                        <span class="visually-hidden">{t("page.monitoring.before")}: </span>
                        {before[part] ?? "–"}
                    </p>
                    <p class="as-written said-after">
                        <span class="visually-hidden">{t("page.monitoring.after")}: </span>
                        {after[part] ?? "–"}
                    </p>
                </div>
            ))}
        </section>
    );
}
