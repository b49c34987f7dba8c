// SPDX-License-Identifier: EUPL-1.2
// Where the unit goes today: made, skipped, or still to do.
import { useState } from "preact/hooks";
import type { Stop } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { MarkStop } from "./MarkStop";
import { ChangeStop, PlanStop } from "./PlanStop";
import type { SheetProps } from "./SheetPage";

export function StopsSection({ sheet, reload }: SheetProps) {
    const session = useSession();
    const [planning, setPlanning] = useState(false);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.shifts.stops")}</h2>
                {may(session, "shifts.plan_stop") && (
                    <Button kind="outline" icon="add" onClick={() => setPlanning(true)}>
                        {t("do.shifts.plan_stop")}
                    </Button>
                )}
            </div>
            {sheet.stops.length === 0 && (
                <EmptyState title={t("page.shifts.no_stops")}>
                    <p>{t("page.shifts.no_stops_hint")}</p>
                </EmptyState>
            )}
            {sheet.stops.length > 0 && (
                <CardList label={t("page.shifts.stops")}>
                    {sheet.stops.map((stop) => (
                        <StopLine key={stop.id} stop={stop} reload={reload} mayMark />
                    ))}
                </CardList>
            )}
            {planning && (
                <PlanStop
                    team={sheet.outing.team}
                    day={sheet.outing.day}
                    onClose={() => setPlanning(false)}
                    reload={reload}
                />
            )}
        </section>
    );
}

interface StopLineProps {
    stop: Stop;
    reload: () => Promise<void>;
    mayMark?: boolean;
    day?: string;
}

export function StopLine({ stop, reload, mayMark, day }: StopLineProps) {
    const session = useSession();
    const districts = useDistricts();
    const cancel = useAct("shifts.cancel_stop");
    const [changing, setChanging] = useState(false);
    const path = { id: stop.id };

    function remove(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.shifts.stop_removed"),
                undo: async () => {
                    await ask("shifts.restore_stop", { path });
                    say({ text: t("page.shifts.stop_back") });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Card
            title={stop.place ? <bdi>{stop.place}</bdi> : districts.nameOf(stop.district)}
            badges={<StateBadge stop={stop} />}
            second={[
                day,
                stop.at ?? labelOf("hour_band", stop.band),
                stop.place && districts.nameOf(stop.district),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={<Remarks stop={stop} />}
            actions={
                may(session, "shifts.mark_stop") && (
                    <>
                        {cancel.problem && <ProblemAlert problem={cancel.problem} />}
                        {mayMark && <MarkStop stop={stop} reload={reload} />}
                        {stop.state === "planned" && (
                            <Button kind="plain" onClick={() => setChanging(true)}>
                                {t("do.shifts.change")}
                            </Button>
                        )}
                        <Button kind="plain" busy={cancel.busy} onClick={remove}>
                            {t("do.shifts.remove")}
                        </Button>
                        {changing && (
                            <ChangeStop
                                stop={stop}
                                onClose={() => setChanging(false)}
                                reload={reload}
                            />
                        )}
                    </>
                )
            }
        />
    );
}

function StateBadge({ stop: { state } }: { stop: Stop }) {
    const isMade = state === "done" || state === "nobody";
    return <Badge kind={isMade ? "success" : "neutral"}>{labelOf("stop_state", state)}</Badge>;
}

// The note of who planned it, and who said what became of it.
function Remarks({ stop }: { stop: Stop }) {
    const { skip_reason, marked_by_name, marked_at, report, note } = stop;
    return (
        <>
            {note && (
                <>
                    <bdi>{note}</bdi>{" "}
                </>
            )}
            {report && <a href={link(`/reports/${report}`)}>{t("page.shifts.for_report")}</a>}{" "}
            {[
                skip_reason && labelOf("skip_reason", skip_reason),
                marked_by_name && marked_at && `${marked_by_name}, ${formatInstant(marked_at)}`,
            ]
                .filter(Boolean)
                .join(" · ")}
        </>
    );
}
