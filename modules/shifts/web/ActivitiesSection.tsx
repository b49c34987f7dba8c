// SPDX-License-Identifier: EUPL-1.2
// What the unit does that is no contact: for the network of services above all.
import { useState } from "preact/hooks";
import type { UnitActivity } from "web/api/acts";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import type { SheetProps } from "./SheetPage";

export function ActivitiesSection({ sheet, reload }: SheetProps) {
    const session = useSession();
    const [recording, setRecording] = useState(false);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.shifts.activities")}</h2>
                {may(session, "shifts.record_activity") && (
                    <Button kind="outline" icon="add" onClick={() => setRecording(true)}>
                        {t("do.shifts.record_activity")}
                    </Button>
                )}
            </div>
            {sheet.activities.length === 0 && (
                <EmptyState title={t("page.shifts.no_activities")} />
            )}
            {sheet.activities.length > 0 && (
                <CardList label={t("page.shifts.activities")}>
                    {sheet.activities.map((each) => (
                        <Line key={each.id} activity={each} reload={reload} />
                    ))}
                </CardList>
            )}
            {recording && (
                <Record
                    outing={sheet.outing.id}
                    onClose={() => setRecording(false)}
                    reload={reload}
                />
            )}
        </section>
    );
}

interface LineProps {
    activity: UnitActivity;
    reload: () => Promise<void>;
}

function Line({ activity, reload }: LineProps) {
    const session = useSession();
    const cancel = useAct("shifts.cancel_activity");
    const restore = useAct("shifts.restore_activity");
    const problem = cancel.problem ?? restore.problem;
    const path = { id: activity.id };
    return (
        <Card
            title={<bdi>{activity.what}</bdi>}
            badges={activity.cancelled && <Badge>{t("page.shifts.cancelled")}</Badge>}
            second={labelOf("unit_task", activity.task)}
            third={activity.recorded_by_name}
            actions={
                may(session, "shifts.cancel_activity") && (
                    <>
                        {problem && <ProblemAlert problem={problem} />}
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={cancel.busy || restore.busy}
                            onClick={() =>
                                void (activity.cancelled
                                    ? restore.run({ path }, () => {
                                          say({ text: t("page.shifts.activity_restored") });
                                          void reload();
                                      })
                                    : cancel.run({ path }, () => {
                                          say({ text: t("page.shifts.activity_cancelled") });
                                          void reload();
                                      }))
                            }
                        >
                            {t(activity.cancelled ? "do.shifts.restore" : "do.shifts.cancel")}
                        </Button>
                    </>
                )
            }
        />
    );
}

interface RecordProps {
    outing: string;
    onClose: () => void;
    reload: () => Promise<void>;
}

function Record({ outing, onClose, reload }: RecordProps) {
    const record = useAct("shifts.record_activity");
    const [wish, setWish] = useState(() => ({ id: uuid7(), task: "", what: "" }));

    function submit(): void {
        void record.run({ body: { ...wish, outing, what: wish.what.trim() } }, () => {
            onClose();
            say({ text: t("page.shifts.activity_recorded") });
            void reload();
        });
    }

    return (
        <Dialog title={t("do.shifts.record_activity")} onClose={onClose}>
            <Form class="form" problem={record.problem} onSubmit={submit}>
                <ChooseOne
                    name="task"
                    required
                    label={t("field.shifts.task")}
                    options={options("unit_task")}
                    value={wish.task}
                    onChange={(task) => setWish({ ...wish, task })}
                />
                <TextArea
                    name="what"
                    required
                    rows={2}
                    label={t("field.shifts.what")}
                    value={wish.what}
                    onInput={(what) => setWish({ ...wish, what })}
                />
                <DialogActions busy={record.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
