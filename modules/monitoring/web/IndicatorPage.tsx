// SPDX-License-Identifier: EUPL-1.2
// How a figure is counted, for those who answer for it: words, what is left out, and a worked example
// small enough to count by hand.
import type { CodeInBothLanguages, IndicatorDefinition, IndicatorValue } from "web/api/acts";
import { districtName } from "web/api/vocabulary";
import { Badge } from "web/kit/List";
import { Fact, Facts } from "web/kit/Facts";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { findWord, t } from "web/words/words";
import { ExampleTable } from "./ExampleTable";
import { cellLabel, formatBasis, formatFigure, inWords, leftOutInWords } from "./figures";
import "./monitoring.scss";
import { formatPeriod } from "./periods";
import { useDistrictsOf } from "./useDistrictsOf";

// The examples of the catalogue happen in Roma, so that a district may stand in them.
const CITY_OF_EXAMPLES = "roma";

export default function IndicatorPage({ params }: PageProps) {
    const definition = useQuery("monitoring.get_indicator", {
        path: { code: params["code"] ?? "" },
    });
    return (
        <Page
            title={
                definition.data ? inWords(definition.data.name) : t("page.monitoring.indicator")
            }
            back={{ href: link("/monitoring/indicators"), label: t("page.monitoring.indicators") }}
        >
            <Show of={definition}>
                {(shown) => (
                    <>
                        <Meaning definition={shown} />
                        <Codes title={t("page.monitoring.leaves_out")} codes={shown.leaves_out} />
                        <Codes title={t("page.monitoring.remarks")} codes={shown.remarks} />
                        <Rules />
                        <WorkedExample definition={shown} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function Meaning({ definition }: { definition: IndicatorDefinition }) {
    const breakdowns = definition.breakdowns.map((each) => breakdownName(each).toLowerCase());
    return (
        <>
            <p>
                <Badge>{definition.code}</Badge>{" "}
                <Badge>{t("page.monitoring.version", { number: definition.version })}</Badge>
            </p>
            <p>{inWords(definition.definition)}</p>
            <Facts>
                <Fact name={t("page.monitoring.unit")}>
                    {findWord(`page.monitoring.unit.${definition.unit}`)}
                </Fact>
                <Fact name={t(definition.over ? "page.monitoring.above" : "page.monitoring.counts")}>
                    {inWords(definition.counts)}
                </Fact>
                <Fact name={t("page.monitoring.over")} rare>
                    {definition.over && inWords(definition.over)}
                </Fact>
                <Fact name={t("page.monitoring.breakdowns")}>{breakdowns.join(", ")}</Fact>
                <Fact name={t("page.monitoring.city_only")} rare>
                    {definition.city_only
                        .map((each) => breakdownName(each).toLowerCase())
                        .join(", ")}
                </Fact>
                <Fact name={t("page.monitoring.framework")}>{definition.framework}</Fact>
                <Fact name={t("page.monitoring.source")}>{inWords(definition.source)}</Fact>
            </Facts>
        </>
    );
}

function Codes({ title, codes }: { title: string; codes: CodeInBothLanguages[] }) {
    if (codes.length === 0) return null;
    return (
        <section class="section">
            <h2>{title}</h2>
            <ul>
                {codes.map((each) => (
                    <li key={each.code}>{inWords(each)}</li>
                ))}
            </ul>
        </section>
    );
}

function Rules() {
    return (
        <section class="section">
            <h2>{t("page.monitoring.rules")}</h2>
            <ul>
                <li>{t("page.monitoring.rule.once")}</li>
                <li>{t("page.monitoring.rule.age")}</li>
                <li>{t("page.monitoring.rule.estimated")}</li>
                <li>{t("page.monitoring.rule.suppressed")}</li>
            </ul>
        </section>
    );
}

function WorkedExample({ definition }: { definition: IndicatorDefinition }) {
    const { example, unit } = definition;
    const districts = useDistrictsOf(CITY_OF_EXAMPLES);
    const nameOfDistrict = (code: string) => {
        const district = districts.find((each) => each.code === code);
        return district ? districtName(district) : code;
    };
    return (
        <section class="section">
            <h2>{t("page.monitoring.example", { period: formatPeriod(example.period) })}</h2>
            <p>{inWords(example)}</p>
            {example.facts.map((facts) => (
                <ExampleTable key={facts.view} facts={facts} nameOfDistrict={nameOfDistrict} />
            ))}
            <h3>{t("page.monitoring.expected")}</h3>
            <Table
                caption={t("page.monitoring.expected")}
                hideCaption
                rows={example.expected}
                keyOf={(value) => `${value.window} ${value.breakdown} ${value.cell}`}
                columns={[
                    {
                        head: t("page.monitoring.cell"),
                        cell: (value) => expectedCell(definition, value, nameOfDistrict),
                    },
                    {
                        head: t("page.monitoring.breakdown"),
                        cell: ({ breakdown }) => breakdownName(breakdown),
                    },
                    {
                        head: inWords(definition.name),
                        isNumber: true,
                        cell: (value) =>
                            [formatFigure(unit, value), formatBasis(unit, value)]
                                .filter(Boolean)
                                .join(" · "),
                    },
                ]}
            />
            {example.left_out.length > 0 && (
                <>
                    <h3>{t("page.monitoring.left_out")}</h3>
                    <ul class="left-out">
                        {example.left_out.map((left) => (
                            <li key={left.reason}>{leftOutInWords(definition, left)}</li>
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}

function breakdownName(breakdown: string): string {
    return breakdown === "total" ? "–" : (findWord(`page.monitoring.by.${breakdown}`) ?? breakdown);
}

function expectedCell(
    definition: IndicatorDefinition,
    value: IndicatorValue,
    nameOfDistrict: (code: string) => string,
): string {
    const { window, breakdown, cell } = value;
    if (window === "year_to_date") return t("page.monitoring.since_january");
    if (breakdown === "total") return t("page.monitoring.all");
    const label = (by: string, code: string) => cellLabel(definition, by, code, nameOfDistrict);
    if (breakdown !== "gender_age") return label(breakdown, cell);
    const [gender = "", age = ""] = cell.split("/");
    return [label("gender", gender), label("age", age)].join(", ");
}
