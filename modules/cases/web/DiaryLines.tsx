// SPDX-License-Identifier: EUPL-1.2
// The lines of a diary: a note, an intervention, an appointment, an attachment, each to be taken
// back by who may.
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { formatDay, formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import { AttachmentLine } from "./AttachmentLine";
import type { Appointment, Attachment, DiaryEntry, Note } from "./diary";

export interface DiaryDoings {
    mayChange: boolean;
    reload: () => void;
    onNote: (note: Note) => void;
    onAttachment: (attachment: Attachment) => void;
    onAppointment: (appointment: Appointment) => void;
}

export function EntryLine({ entry, ...doings }: DiaryDoings & { entry: DiaryEntry }) {
    const { note, intervention, appointment, attachment } = entry;
    if (note) return <NoteLine note={note} {...doings} />;
    if (attachment) return <AttachmentLine attachment={attachment} {...doings} />;
    if (appointment) return <AppointmentLine appointment={appointment} {...doings} />;
    if (!intervention) return null;
    return (
        <Card
            title={labelOf("intervention", intervention.code)}
            badges={
                <>
                    <Badge kind="info">{labelOf("diary_kind", entry.kind)}</Badge>
                    {intervention.cancelled && (
                        <Badge>{t("page.cases.cancelled_intervention")}</Badge>
                    )}
                </>
            }
            second={[
                formatDay(intervention.on),
                intervention.hours && count("page.cases.hours", intervention.hours),
                intervention.recorded_by_name,
            ]
                .filter(Boolean)
                .join(" · ")}
            third={intervention.note}
        />
    );
}

function NoteLine({ note, mayChange, reload, onNote }: DiaryDoings & { note: Note }) {
    const cancel = useAct("cases.cancel_note");
    const restore = useAct("cases.restore_note");
    const problem = cancel.problem ?? restore.problem;
    const path = { id: note.id };
    const when = formatInstant(note.at);
    const isOwn = mayChange && note.own;

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.cases.note_taken_back"),
                undo: async () => {
                    await ask("cases.restore_note", { path });
                },
            });
            reload();
        });
    }

    return (
        <Card
            title={<span dir="auto">{note.words}</span>}
            badges={
                <>
                    <Badge kind="info">{labelOf("diary_kind", "note")}</Badge>
                    {note.kept_to !== "everybody" && (
                        <Badge kind="warning">
                            {t("page.cases.only_profession", {
                                profession: labelOf("profession", note.profession).toLowerCase(),
                            })}
                        </Badge>
                    )}
                    {note.cancelled && <Badge>{t("page.cases.note_cancelled_mark")}</Badge>}
                </>
            }
            second={[
                when,
                note.author_name,
                labelOf("profession", note.profession).toLowerCase(),
                note.changed_at &&
                    t("page.cases.note_changed", { when: formatInstant(note.changed_at) }),
            ]
                .filter(Boolean)
                .join(" · ")}
            actions={
                <>
                    {problem && <ProblemAlert problem={problem} />}
                    {isOwn && !note.cancelled && (
                        <>
                            <Button
                                kind="plain"
                                label={t("page.cases.change_note_of", { when })}
                                onClick={() => onNote(note)}
                            >
                                {t("do.cases.change_note")}
                            </Button>
                            <Button
                                kind="plain"
                                busy={cancel.busy}
                                label={t("page.cases.undo_note_of", { when })}
                                onClick={takeBack}
                            >
                                {t("web.undo")}
                            </Button>
                        </>
                    )}
                    {isOwn && note.cancelled && (
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={restore.busy}
                            label={t("page.cases.restore_note_of", { when })}
                            onClick={() => void restore.run({ path }, reload)}
                        >
                            {t("do.cases.restore_intervention")}
                        </Button>
                    )}
                </>
            }
        />
    );
}

export function describeAppointment(appointment: Appointment): string {
    return [
        formatInstant(appointment.at),
        t("page.cases.minutes", { n: appointment.minutes }),
        appointment.place,
        t("page.cases.appointment_with", { name: appointment.colleague_name }),
    ]
        .filter(Boolean)
        .join(" · ");
}

interface AppointmentLineProps extends DiaryDoings {
    appointment: Appointment;
}

export function AppointmentLine({ appointment, ...doings }: AppointmentLineProps) {
    return (
        <Card
            title={<span dir="auto">{appointment.what}</span>}
            badges={
                <>
                    <Badge kind="info">{labelOf("diary_kind", "appointment")}</Badge>
                    {appointment.outcome && (
                        <Badge kind={appointment.outcome === "KEPT" ? "success" : "neutral"}>
                            {labelOf("appointment_outcome", appointment.outcome)}
                        </Badge>
                    )}
                    {appointment.cancelled && <Badge>{t("page.cases.appointment_off")}</Badge>}
                </>
            }
            second={describeAppointment(appointment)}
            actions={<AppointmentActions appointment={appointment} {...doings} />}
        />
    );
}

function AppointmentActions({ appointment, mayChange, reload, ...doings }: AppointmentLineProps) {
    const cancel = useAct("cases.cancel_appointment");
    const restore = useAct("cases.restore_appointment");
    const problem = cancel.problem ?? restore.problem;
    const path = { id: appointment.id };
    const when = formatInstant(appointment.at);
    const isAsked = !appointment.outcome && new Date(appointment.at) <= new Date();
    if (!mayChange) return null;

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.cases.appointment_taken_back"),
                undo: async () => {
                    await ask("cases.restore_appointment", { path });
                },
            });
            reload();
        });
    }

    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            {appointment.cancelled ? (
                <Button
                    kind="plain"
                    icon="undo"
                    busy={restore.busy}
                    label={t("page.cases.restore_appointment_of", { when })}
                    onClick={() => void restore.run({ path }, reload)}
                >
                    {t("do.cases.restore_intervention")}
                </Button>
            ) : (
                <>
                    <Button
                        kind={isAsked ? "outline" : "plain"}
                        label={t(
                            isAsked
                                ? "page.cases.how_did_it_go_of"
                                : "page.cases.change_appointment_of",
                            { when },
                        )}
                        onClick={() => doings.onAppointment(appointment)}
                    >
                        {t(isAsked ? "page.cases.how_did_it_go" : "web.change")}
                    </Button>
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        label={t("page.cases.undo_appointment_of", { when })}
                        onClick={takeBack}
                    >
                        {t("web.undo")}
                    </Button>
                </>
            )}
        </>
    );
}
