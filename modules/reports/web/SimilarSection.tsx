// SPDX-License-Identifier: EUPL-1.2
// Reports that may be about one event: why each is shown, the two side by side, joined and separated.
import { useState } from "preact/hooks";
import type { Report, ReportSheet, SimilarReport } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { lengthText } from "./clockText";

interface SimilarSectionProps {
    sheet: ReportSheet;
    reload: () => Promise<void>;
}

export function SimilarSection({ sheet, reload }: SimilarSectionProps) {
    const similar = useQuery("reports.list_similar", { path: { id: sheet.id } });
    const join = useAct("reports.group_report");
    const [compared, setCompared] = useState("");

    function joinTo({ report }: SimilarReport): void {
        const group = uuid7();
        void join.run({ body: { id: group, report: sheet.id, lead: report.id } }, () => {
            say({
                text: t("page.reports.joined", { number: report.number }),
                undo: async () => {
                    await ask("reports.undo_group", { path: { id: group } });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <section class="section">
            <h2>{t("page.reports.similar")}</h2>
            {join.problem && <ProblemAlert problem={join.problem} />}
            <Show of={similar}>
                {({ items }) =>
                    items.length === 0 ? (
                        <p>{t("page.reports.none_similar")}</p>
                    ) : (
                        <CardList label={t("page.reports.similar")}>
                            {items.map((one) => (
                                <SimilarCard
                                    key={one.report.id}
                                    one={one}
                                    isCompared={compared === one.report.id}
                                    busy={join.busy}
                                    onCompare={setCompared}
                                    onJoin={() => joinTo(one)}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {compared && <Comparison sheet={sheet} other={compared} />}
        </section>
    );
}

interface SimilarCardProps {
    one: SimilarReport;
    isCompared: boolean;
    busy: boolean;
    onCompare: (id: string) => void;
    onJoin: () => void;
}

function SimilarCard({ one, isCompared, busy, onCompare, onJoin }: SimilarCardProps) {
    const { report } = one;
    return (
        <Card
            href={link(`/reports/${report.id}`)}
            title={`${report.number} · ${labelOf("report_category", report.category)}`}
            badges={
                <Badge kind={one.strength === "likely" ? "warning" : "neutral"}>
                    {labelOf("event_strength", one.strength)}
                </Badge>
            }
            second={[
                ...one.reasons.map((reason) => labelOf("event_reason", reason)),
                t("page.reports.apart", { time: lengthText(one.minutes_apart) }),
            ].join(" · ")}
            actions={
                <>
                    {report.may_open && (
                        <Button
                            kind="plain"
                            onClick={() => onCompare(isCompared ? "" : report.id)}
                        >
                            {t(isCompared ? "page.reports.hide_comparison" : "page.reports.compare")}
                        </Button>
                    )}
                    <Button kind="outline" busy={busy} onClick={onJoin}>
                        {t("do.reports.join", { number: report.number })}
                    </Button>
                </>
            }
        />
    );
}

function Comparison({ sheet, other }: { sheet: ReportSheet; other: string }) {
    const theirs = useQuery("reports.get_sheet", { path: { id: other } });
    return (
        <Show of={theirs}>
            {(shown) => (
                <section
                    class="report-compare"
                    aria-label={t("page.reports.compare_with", { number: shown.report.number })}
                >
                    <Side title={t("page.reports.this_one")} sheet={sheet} />
                    <Side title={shown.report.number} sheet={shown} />
                </section>
            )}
        </Show>
    );
}

function Side({ title, sheet }: { title: string; sheet: ReportSheet }) {
    return (
        <div>
            <h3>{title}</h3>
            <p>{formatInstant(sheet.seen_at ?? sheet.report.received_at)}</p>
            <p dir="auto">{sheet.place}</p>
            <p class="report-words" dir="auto">
                {sheet.description}
            </p>
        </div>
    );
}

interface SameEventSectionProps {
    report: Report;
    reload: () => Promise<void>;
}

// What is joined to this report, or what this one is joined to.
export function SameEventSection({ report, reload }: SameEventSectionProps) {
    const session = useSession();
    const separate = useAct("reports.undo_group");
    const maySeparate = may(session, "reports.undo_group");
    if (report.same_event.length === 0 && !report.group) return null;
    return (
        <section class="section">
            <h2>{t("page.reports.same_event")}</h2>
            {separate.problem && <ProblemAlert problem={separate.problem} />}
            {report.same_event.length > 0 && (
                <CardList label={t("page.reports.same_event")}>
                    {report.same_event.map((other) => (
                        <Card
                            key={other.id}
                            href={link(`/reports/${other.id}`)}
                            title={`${other.number} · ${labelOf("report_category", other.category)}`}
                            second={[
                                formatInstant(other.received_at),
                                labelOf("report_channel", other.channel),
                            ].join(" · ")}
                        />
                    ))}
                </CardList>
            )}
            {report.group && maySeparate && (
                <div class="form-actions">
                    <Button
                        kind="outline"
                        icon="undo"
                        busy={separate.busy}
                        onClick={() =>
                            void separate.run({ path: { id: report.group! } }, () => {
                                say({ text: t("page.reports.separated") });
                                void reload();
                            })
                        }
                    >
                        {t("do.reports.separate")}
                    </Button>
                </div>
            )}
        </section>
    );
}
