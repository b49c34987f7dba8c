// SPDX-License-Identifier: EUPL-1.2
// The closing sheet of an outing: what it came to, and the little that has to be written down for it.
import type { ClosingSheet } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { formatLongDay, formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { ActivitiesSection } from "./ActivitiesSection";
import { MaterialsSection } from "./MaterialsSection";
import { StopsSection } from "./StopsSection";

export default function SheetPage({ params }: PageProps) {
    const outing = params["outing"] ?? "";
    const sheet = useQuery("shifts.get_sheet", { path: { outing } });
    return (
        <Page
            wide
            title={t("page.shifts.sheet")}
            back={{ href: link(`/outreach/outings/${outing}`), label: t("page.shifts.outing") }}
            actions={
                <Button kind="outline" onClick={() => window.print()}>
                    {t("page.shifts.print")}
                </Button>
            }
        >
            <Show of={sheet}>{(shown) => <Sheet sheet={shown} reload={sheet.reload} />}</Show>
        </Page>
    );
}

export interface SheetProps {
    sheet: ClosingSheet;
    reload: () => Promise<void>;
}

function Sheet({ sheet, reload }: SheetProps) {
    const { outing } = sheet;
    return (
        <>
            <p class="lead">
                {outing.team_name} · {formatLongDay(outing.day)}, {outing.begins}–{outing.ends}
            </p>
            <p>{outing.members.map(({ name }) => name).join(", ")}</p>
            {outing.warnings.map((warning) => (
                <Alert
                    key={warning}
                    kind="warning"
                    quiet
                    title={labelOf("outing_warning", warning)}
                />
            ))}
            <Missing sheet={sheet} />
            <div class="columns">
                <Figures sheet={sheet} />
                <StopsSection sheet={sheet} reload={reload} />
                <MaterialsSection sheet={sheet} reload={reload} />
                <ActivitiesSection sheet={sheet} reload={reload} />
                <Tasks sheet={sheet} />
                <Interventions sheet={sheet} />
            </div>
        </>
    );
}

function Missing({ sheet }: { sheet: ClosingSheet }) {
    if (sheet.missing.length === 0) {
        return <Alert kind="success" quiet title={t("page.shifts.complete")} />;
    }
    return (
        <Alert kind="info" quiet title={t("page.shifts.missing")}>
            <ul>
                {sheet.missing.map((gap) => (
                    <li key={gap}>{labelOf("sheet_gap", gap)}</li>
                ))}
            </ul>
        </Alert>
    );
}

function Figures({ sheet }: { sheet: ClosingSheet }) {
    const figures: [string, number][] = [
        [t("page.shifts.contacts"), sheet.contacts],
        [t("page.shifts.persons"), sheet.persons],
        [t("page.shifts.without_name"), sheet.without_name],
        [t("page.shifts.minors"), sheet.minors],
        [t("page.shifts.people_seen"), sheet.people_seen],
        [t("page.shifts.reports_verified"), sheet.reports_verified],
    ];
    return (
        <section class="section">
            <h2>{t("page.shifts.figures")}</h2>
            <Facts>
                {figures.map(([name, value]) => (
                    <Fact key={name} name={name}>
                        {formatNumber(value)}
                    </Fact>
                ))}
                <Fact name={t("page.shifts.sought")}>
                    {t("page.shifts.sought_of", {
                        met: sheet.sought_met,
                        sought: sheet.sought,
                    })}
                </Fact>
            </Facts>
        </section>
    );
}

function Tasks({ sheet }: { sheet: ClosingSheet }) {
    return (
        <section class="section">
            <h2>{t("page.shifts.tasks")}</h2>
            <Table
                caption={t("page.shifts.tasks")}
                hideCaption
                rows={sheet.tasks}
                keyOf={({ task }) => task}
                columns={[
                    {
                        head: t("page.shifts.task"),
                        cell: ({ task }) => labelOf("unit_task", task),
                    },
                    {
                        head: t("page.shifts.times"),
                        cell: ({ times }) => formatNumber(times),
                        isNumber: true,
                    },
                ]}
            />
        </section>
    );
}

function Interventions({ sheet }: { sheet: ClosingSheet }) {
    const table = (caption: string, head: string, list: string, rows: ClosingSheet["outcomes"]) => (
        <Table
            caption={caption}
            hideCaption={list === "intervention"}
            rows={rows}
            keyOf={({ code }) => code}
            columns={[
                { head, cell: ({ code }) => labelOf(list, code) },
                {
                    head: t("page.shifts.times"),
                    cell: ({ times }) => formatNumber(times),
                    isNumber: true,
                },
            ]}
        />
    );
    return (
        <section class="section">
            <h2>{t("page.shifts.interventions")}</h2>
            {sheet.interventions.length === 0 ? (
                <EmptyState title={t("page.shifts.no_interventions")} />
            ) : (
                table(
                    t("page.shifts.interventions"),
                    t("page.shifts.intervention"),
                    "intervention",
                    sheet.interventions,
                )
            )}
            {sheet.outcomes.length > 0 &&
                table(
                    t("page.shifts.outcomes"),
                    t("page.shifts.outcome"),
                    "contact_outcome",
                    sheet.outcomes,
                )}
        </section>
    );
}
