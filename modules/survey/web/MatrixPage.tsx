// SPDX-License-Identifier: EUPL-1.2
// The needs of a wave: of a group the whole city, one need by district, and what those who help
// believe beside what migrants say.
import { useState } from "preact/hooks";
import { districtName, labelOf, options } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Select } from "web/kit/Field";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { Tiles } from "web/kit/Tiles";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { go, link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { FigureBars, FigureTable } from "./FigureBars";
import {
    bySize,
    figureOf,
    gapText,
    inOneLine,
    type Line,
    type Matrix,
    type Measure,
    MEASURES,
    oneDecimal,
    shadeOf,
} from "./findings";
import { MarginsSection } from "./MarginsSection";
import { MethodNote } from "./MethodNote";
import { WaveLinks } from "./WaveLinks";
import "./survey.scss";

export default function MatrixPage({ params, query }: PageProps) {
    const wave = params["wave"]!;
    const raked = query["raked"] === "yes";
    const found = useQuery("survey.show_matrix", {
        path: { wave },
        query: { need: query["need"] || undefined, raked: raked || undefined },
    });
    const change = (part: Record<string, string>) =>
        go(`/survey/waves/${wave}/matrix`, { ...query, ...part });
    return (
        <Page
            wide
            title={t("page.survey_findings.matrix")}
            back={{ href: link("/survey/waves"), label: t("page.survey.waves") }}
        >
            <WaveLinks wave={wave} here="/matrix" />
            <Show of={found}>
                {(matrix) => (
                    <>
                        <p class="lead">{matrix.wave_name}</p>
                        {matrix.state !== "CLOSED" && (
                            <Alert kind="info" quiet title={t("page.survey_findings.running")} />
                        )}
                        <Content
                            matrix={matrix}
                            onNeed={(need) => change({ need })}
                        />
                        <MarginsSection
                            wave={wave}
                            raked={raked}
                            onRaked={(yes) => change({ raked: yes ? "yes" : "" })}
                            onChanged={() => void found.reload()}
                        />
                        <MethodNote weighting={matrix.weighting} />
                    </>
                )}
            </Show>
        </Page>
    );
}

interface ContentProps {
    matrix: Matrix;
    onNeed: (need: string) => void;
}

function Content({ matrix, onNeed }: ContentProps) {
    const groups = matrix.weighting.map(({ respondents }) => respondents);
    const [group, setGroup] = useState(groups[0] ?? "");
    const [measure, setMeasure] = useState<Measure>("prevalence");
    if (groups.length === 0)
        return <EmptyState title={t("page.survey_findings.no_interviews")} />;
    const lines = matrix.needs.flatMap(({ need, need_name, groups: all }): Line[] => {
        const figure = figureOf(all, group, measure);
        return figure ? [{ key: need, label: need_name, figure }] : [];
    });
    const title = t(
        group === "MIGRANT"
            ? `page.survey_findings.measure_${measure}`
            : `page.survey_findings.measure_${measure}_believed`,
    );
    return (
        <>
            <ChooseOne
                name="group"
                always
                label={t("field.survey.findings_group")}
                options={options("respondent_group").filter(({ value }) =>
                    groups.includes(value),
                )}
                value={group}
                onChange={setGroup}
            />
            <ChooseOne
                name="measure"
                always
                label={t("page.survey_findings.measure")}
                options={MEASURES.map((value) => ({
                    value,
                    label: t(`page.survey_findings.short_${value}`),
                }))}
                value={measure}
                onChange={(chosen) => setMeasure(chosen as Measure)}
            />
            <p class="lead">{t("page.survey_findings.sorted_hint")}</p>
            <FigureBars
                title={title}
                labelHead={t("page.survey_findings.column_need")}
                lines={bySize(lines)}
            />
            <ByDistrict matrix={matrix} group={group} measure={measure} onNeed={onNeed} />
            <Gaps matrix={matrix} />
        </>
    );
}

interface ByDistrictProps extends ContentProps {
    group: string;
    measure: Measure;
}

function ByDistrict({ matrix, group, measure, onNeed }: ByDistrictProps) {
    const { all } = useDistricts();
    const need = matrix.needs.find((each) => each.need === matrix.need);
    if (!need) return null;
    const figureIn = (code: string) => {
        const line = matrix.districts.find(({ district }) => district === code);
        return line && figureOf(line.groups, group, measure);
    };
    const lines = matrix.districts.flatMap(({ district, district_name: name }): Line[] => {
        const figure = figureIn(district);
        const label = districtName({ code: district, name });
        return figure ? [{ key: district, label, figure }] : [];
    });
    const title = `${t("page.survey_findings.by_district", { need: need.need_name })}. ${t(
        `page.survey_findings.short_${measure}`,
    )}, ${labelOf("respondent_group", group)}`;
    return (
        <section class="section">
            <h2>{t("page.survey_findings.choose_need")}</h2>
            <Select
                name="need"
                label={t("page.survey_findings.column_need")}
                options={matrix.needs.map((each) => ({
                    value: each.need,
                    label: each.need_name,
                }))}
                value={need.need}
                onChange={onNeed}
            />
            <figure class="chart">
                <figcaption>{title}</figcaption>
                <Tiles
                    districts={all}
                    figureOf={(code) => {
                        const figure = figureIn(code);
                        const percent = figure?.percent;
                        return {
                            text:
                                typeof percent === "number"
                                    ? `${Math.round(percent)} %`
                                    : t("page.survey_findings.not_shown_short"),
                            shade: shadeOf(figure),
                            ...(figure && { title: inOneLine(figure) }),
                        };
                    }}
                />
                <details>
                    <summary>{t("web.as_table")}</summary>
                    <FigureTable
                        title={title}
                        labelHead={t("page.survey_findings.column_district")}
                        lines={lines}
                    />
                </details>
            </figure>
        </section>
    );
}

function Gaps({ matrix }: { matrix: Matrix }) {
    const rows = matrix.needs.flatMap(({ need, need_name: name, gaps }) =>
        gaps.map((gap) => ({ key: `${need} ${gap.respondents}`, name, gap })),
    );
    if (rows.length === 0) return null;
    return (
        <section class="section">
            <h2>{t("page.survey_findings.gaps")}</h2>
            <p class="lead">{t("page.survey_findings.gaps_hint")}</p>
            <Table
                caption={t("page.survey_findings.gaps")}
                hideCaption
                rows={rows}
                keyOf={({ key }) => key}
                columns={[
                    { head: t("page.survey_findings.column_need"), cell: ({ name }) => name },
                    {
                        head: t("page.survey_findings.column_group"),
                        cell: ({ gap }) => labelOf("respondent_group", gap.respondents),
                    },
                    {
                        head: t("page.survey_findings.column_gap"),
                        cell: ({ gap }) => gapText(gap),
                        isNumber: true,
                    },
                    {
                        head: t("page.survey_findings.standard_error"),
                        cell: ({ gap }) =>
                            typeof gap.standard_error === "number"
                                ? oneDecimal(gap.standard_error)
                                : "–",
                        isNumber: true,
                    },
                ]}
            />
        </section>
    );
}
