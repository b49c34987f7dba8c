// SPDX-License-Identifier: EUPL-1.2
// What is to be done and when, and how it stands.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Badge } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { Entries, EntryCard } from "./EntryCard";
import { EntryDialog, type EntryField, type EntryText, orNull, written } from "./EntryDialog";
import { takenBack } from "./takenBack";
import type { Activity, Project } from "./types";

interface SectionProps {
    project: Project;
    reload: () => Promise<void>;
}

function fields(): EntryField[] {
    return [
        {
            name: "number",
            kind: "text",
            required: true,
            maxLength: 20,
            label: t("field.reporting.activity_number"),
        },
        { name: "name", kind: "text", required: true, label: t("page.reporting.activity") },
        {
            name: "planned_from",
            kind: "day",
            required: true,
            label: t("field.reporting.planned_from"),
        },
        {
            name: "planned_until",
            kind: "day",
            required: true,
            label: t("field.reporting.planned_until"),
        },
        { name: "begun_on", kind: "day", label: t("field.reporting.begun_on") },
        { name: "done_on", kind: "day", label: t("field.reporting.done_on") },
        {
            name: "deviation",
            kind: "area",
            label: t("page.reporting.deviation"),
            hint: t("field.reporting.no_names"),
        },
    ];
}

function textOf(activity: Activity | undefined): EntryText {
    if (!activity) return {};
    return {
        number: activity.number,
        name: activity.name,
        planned_from: activity.planned_from,
        planned_until: activity.planned_until,
        begun_on: activity.begun_on ?? "",
        done_on: activity.done_on ?? "",
        deviation: activity.deviation ?? "",
    };
}

export function ActivitiesSection({ project, reload }: SectionProps) {
    const session = useSession();
    const [editing, setEditing] = useState<Activity | "new">();
    const cancel = useAct("reporting.cancel_activity");
    const writes = may(session, "reporting.add_activity");

    function takeBack(id: string): void {
        void cancel.run({ path: { id } }, () =>
            takenBack(reload, () => ask("reporting.restore_activity", { path: { id } })),
        );
    }

    return (
        <>
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            <Entries
                title={t("page.reporting.activities")}
                none={t("page.reporting.no_activities")}
                add={t("do.reporting.add_activity")}
                isEmpty={project.activities.length === 0}
                onAdd={writes ? () => setEditing("new") : undefined}
            >
                {project.activities.map((activity) => (
                    <EntryCard
                        key={activity.id}
                        title={`${activity.number} ${activity.name}`}
                        badges={
                            <Badge kind={activity.state.includes("LATE") ? "warning" : "neutral"}>
                                {labelOf("reporting_activity_state", activity.state)}
                            </Badge>
                        }
                        second={t("page.reporting.from_until", {
                            from: formatDay(activity.planned_from),
                            until: formatDay(activity.planned_until),
                        })}
                        third={activity.deviation && <span dir="auto">{activity.deviation}</span>}
                        busy={cancel.busy}
                        onChange={writes ? () => setEditing(activity) : undefined}
                        onCancel={writes ? () => takeBack(activity.id) : undefined}
                    />
                ))}
            </Entries>
            {editing && (
                <ActivityDialog
                    project={project}
                    activity={editing === "new" ? undefined : editing}
                    onClose={() => setEditing(undefined)}
                    reload={reload}
                />
            )}
        </>
    );
}

interface DialogProps {
    project: Project;
    activity: Activity | undefined;
    onClose: () => void;
    reload: () => Promise<void>;
}

function ActivityDialog({ project, activity, onClose, reload }: DialogProps) {
    const add = useAct("reporting.add_activity");
    const change = useAct("reporting.change_activity");
    const [id] = useState(uuid7);

    function save(text: EntryText): void {
        const body = {
            number: written(text["number"]),
            name: written(text["name"]),
            planned_from: written(text["planned_from"]),
            planned_until: written(text["planned_until"]),
            begun_on: orNull(text["begun_on"]),
            done_on: orNull(text["done_on"]),
            deviation: orNull(text["deviation"]),
        };
        const done = () => {
            onClose();
            void reload();
        };
        if (activity) void change.run({ path: { id: activity.id }, body }, done);
        else void add.run({ path: { project: project.id }, body: { id, ...body } }, done);
    }

    return (
        <EntryDialog
            title={t("do.reporting.add_activity")}
            fields={fields()}
            start={textOf(activity)}
            busy={add.busy || change.busy}
            problem={add.problem ?? change.problem}
            onSave={save}
            onClose={onClose}
        />
    );
}
