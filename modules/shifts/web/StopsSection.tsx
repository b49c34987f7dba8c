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
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { PlanStop } from "./PlanStop";
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
    const mark = useAct("shifts.mark_stop");
    const cancel = useAct("shifts.cancel_stop");
    const path = { id: stop.id };
    const problem = mark.problem ?? cancel.problem;
    const marks = (["done", "skipped", "planned"] as const).filter((each) => each !== stop.state);
    const words = {
        done: t("do.shifts.done"),
        skipped: t("do.shifts.skipped"),
        planned: t("do.shifts.again"),
    };

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
            badges={
                <Badge kind={stop.state === "done" ? "success" : "neutral"}>
                    {labelOf("stop_state", stop.state)}
                </Badge>
            }
            second={[
                day,
                labelOf("hour_band", stop.band),
                stop.place && districts.nameOf(stop.district),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={stop.note && <bdi>{stop.note}</bdi>}
            actions={
                may(session, "shifts.mark_stop") && (
                    <>
                        {problem && <ProblemAlert problem={problem} />}
                        {mayMark &&
                            marks.map((state) => (
                                <Button
                                    key={state}
                                    kind={state === "done" ? "outline" : "plain"}
                                    busy={mark.busy}
                                    onClick={() =>
                                        void mark.run(
                                            { path, body: { state } },
                                            () => void reload(),
                                        )
                                    }
                                >
                                    {words[state]}
                                </Button>
                            ))}
                        <Button kind="plain" busy={cancel.busy} onClick={remove}>
                            {t("do.shifts.remove")}
                        </Button>
                    </>
                )
            }
        />
    );
}
