// SPDX-License-Identifier: EUPL-1.2
// What comes up: needs that rose since the wave before, themes that nobody had asked about, and,
// for who reads open answers, the words that rise.
import { useState } from "preact/hooks";
import { labelOf, options } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Badge, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { type Emerging, type Figure, inOneLine, oneDecimal, type ThemeFinding } from "./findings";
import { WaveLinks } from "./WaveLinks";
import "./survey.scss";

export default function EmergingPage({ params }: PageProps) {
    const session = useSession();
    const wave = params["wave"]!;
    const found = useQuery("survey.show_emerging", { path: { wave } });
    return (
        <Page
            wide
            title={t("page.survey_findings.emerging_page")}
            back={{ href: link("/survey/waves"), label: t("page.survey.waves") }}
        >
            <WaveLinks wave={wave} here="/emerging" />
            <Show of={found}>
                {(emerging) => (
                    <>
                        <p class="lead">{emerging.wave_name}</p>
                        <p>
                            {t("page.survey_findings.emerging_hint", {
                                places: formatNumber(emerging.places_least),
                                persons: formatNumber(emerging.persons_least),
                                before: emerging.before_name ?? "–",
                            })}
                        </p>
                        <Ranks emerging={emerging} />
                        <FoundThemes themes={emerging.themes} />
                    </>
                )}
            </Show>
            {may(session, "survey.list_terms") && <TermsSection wave={wave} />}
        </Page>
    );
}

// What comes up stands first, then each group by its ranks of now.
function risenFirst(needs: Emerging["needs"]): Emerging["needs"] {
    return needs.toSorted(
        (one, other) =>
            Number(other.emerging) - Number(one.emerging) ||
            one.respondents.localeCompare(other.respondents) ||
            one.rank_now - other.rank_now,
    );
}

// A figure that is too uncertain to show has no place among the others either.
function ranked(rank: number, figure: Figure): string {
    return figure.withheld ? inOneLine(figure) : `${rank}. ${inOneLine(figure)}`;
}

function Ranks({ emerging }: { emerging: Emerging }) {
    const title = t("page.survey_findings.ranks");
    return (
        <section class="section">
            <h2>{title}</h2>
            {!emerging.before_name && (
                <Alert kind="info" quiet title={t("page.survey_findings.no_before")} />
            )}
            {emerging.needs.length > 0 && (
                <Table
                    caption={title}
                    hideCaption
                    rows={risenFirst(emerging.needs)}
                    keyOf={({ respondents, need }) => `${respondents} ${need}`}
                    columns={[
                        {
                            head: t("page.survey_findings.column_need"),
                            cell: ({ need_name: name, emerging: comes_up }) => (
                                <>
                                    {name}{" "}
                                    {comes_up && (
                                        <Badge kind="warning">
                                            {t("page.survey_findings.is_emerging")}
                                        </Badge>
                                    )}
                                </>
                            ),
                        },
                        {
                            head: t("page.survey_findings.column_group"),
                            cell: ({ respondents }) => labelOf("respondent_group", respondents),
                        },
                        {
                            head: t("page.survey_findings.rank_before"),
                            cell: ({ rank_before: rank, before }) => ranked(rank, before),
                        },
                        {
                            head: t("page.survey_findings.rank_now"),
                            cell: ({ rank_now: rank, now }) => ranked(rank, now),
                        },
                    ]}
                />
            )}
        </section>
    );
}

function personsOf({ groups }: ThemeFinding, group: string): string {
    const found = groups.find(({ respondents }) => respondents === group);
    if (!found) return "–";
    return typeof found.persons === "number"
        ? t("page.survey_findings.theme_persons", {
              count: formatNumber(found.persons),
              coded: formatNumber(found.coded),
          })
        : t("page.survey_findings.theme_few", { coded: formatNumber(found.coded) });
}

function FoundThemes({ themes }: { themes: ThemeFinding[] }) {
    const title = t("page.survey_findings.themes_of");
    return (
        <section class="section">
            <h2>{title}</h2>
            {themes.length === 0 ? (
                <EmptyState title={t("page.survey_findings.no_themes")} />
            ) : (
                <Table
                    caption={title}
                    hideCaption
                    rows={themes}
                    keyOf={({ code }) => code}
                    columns={[
                        {
                            head: t("page.survey_findings.theme"),
                            cell: ({ name, emerging, in_baseline: asked }) => (
                                <>
                                    {name}{" "}
                                    {emerging && (
                                        <Badge kind="warning">
                                            {t("page.survey_findings.is_emerging")}
                                        </Badge>
                                    )}
                                    {asked && (
                                        <Badge>{t("page.survey_findings.theme_asked")}</Badge>
                                    )}
                                </>
                            ),
                        },
                        ...options("respondent_group").map(({ value, label }) => ({
                            head: label,
                            cell: (theme: ThemeFinding) => personsOf(theme, value),
                            isNumber: true,
                        })),
                    ]}
                />
            )}
        </section>
    );
}

// Read only when it is asked for: what people said is looked through for it.
function TermsSection({ wave }: { wave: string }) {
    const [respondents, setRespondents] = useState("MIGRANT");
    const [compared, setCompared] = useState("GROUP");
    const [isOpen, setOpen] = useState(false);
    const found = useQuery(
        "survey.list_terms",
        isOpen ? { path: { wave }, query: { compared, respondents } } : null,
    );
    return (
        <section class="section">
            <h2>{t("page.survey_findings.terms")}</h2>
            <ChooseOne
                name="terms_group"
                always
                label={t("field.survey.findings_group")}
                options={options("respondent_group")}
                value={respondents}
                onChange={setRespondents}
            />
            <ChooseOne
                name="compared"
                always
                label={t("field.survey.compared")}
                options={options("survey_comparison")}
                value={compared}
                onChange={setCompared}
            />
            {!isOpen && (
                <Button kind="outline" onClick={() => setOpen(true)}>
                    {t("page.survey_findings.show_terms")}
                </Button>
            )}
            {isOpen && (
                <Show of={found}>
                    {(terms) => (
                        <>
                            <p>
                                {t("page.survey_findings.terms_hint", {
                                    words: formatNumber(terms.words_compared),
                                    persons: formatNumber(terms.persons_least),
                                })}
                            </p>
                            <p>
                                {t("page.survey_findings.terms_persons", {
                                    here: formatNumber(terms.persons_here),
                                    rest: formatNumber(terms.persons_rest),
                                })}
                            </p>
                            <TermTable terms={terms.items} />
                        </>
                    )}
                </Show>
            )}
        </section>
    );
}

interface TermRow {
    term: string;
    here: number;
    rest: number;
    percent_here: number;
    percent_rest: number;
    g2: number;
    quote?: string | null;
}

function TermTable({ terms }: { terms: TermRow[] }) {
    if (terms.length === 0) return <EmptyState title={t("page.survey_findings.no_terms")} />;
    const share = (percent: number, count: number) =>
        t("page.survey_findings.term_share", {
            percent: oneDecimal(percent),
            count: formatNumber(count),
        });
    return (
        <Table
            caption={t("page.survey_findings.terms")}
            hideCaption
            rows={terms}
            keyOf={({ term }) => term}
            columns={[
                {
                    head: t("page.survey_findings.term"),
                    cell: ({ term }) => <bdi>{term}</bdi>,
                },
                {
                    head: t("page.survey_findings.here"),
                    cell: ({ percent_here: percent, here }) => share(percent, here),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.elsewhere"),
                    cell: ({ percent_rest: percent, rest }) => share(percent, rest),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.g2"),
                    cell: ({ g2 }) => oneDecimal(g2),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.example"),
                    cell: ({ quote }) => (quote ? <q dir="auto">{quote}</q> : "–"),
                },
            ]}
        />
    );
}
