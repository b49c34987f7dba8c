// SPDX-License-Identifier: EUPL-1.2
// The diary of a case: the appointments that are coming, then what has been, newest first.
import { useState } from "preact/hooks";
import type { Case } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { CardList, EmptyState } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { AppointmentForm } from "./AppointmentForm";
import { AttachmentForm } from "./AttachmentForm";
import { type Appointment, type Attachment, type Diary, idOf, type Note } from "./diary";
import { AppointmentLine, type DiaryDoings, EntryLine } from "./DiaryLines";
import { NoteForm } from "./NoteForm";
import { goesOn } from "./openings";

// What is being written: a new one, or one that is there.
type Asking =
    | { what: "note"; note?: Note }
    | { what: "attachment"; attachment?: Attachment }
    | { what: "appointment"; appointment?: Appointment };

export function DiarySection({ known }: { known: Case }) {
    const session = useSession();
    const found = useQuery("cases.get_diary", { path: { case: known.id } });
    const [asking, setAsking] = useState<Asking>();
    const isOpen = goesOn(known);
    const done = () => {
        setAsking(undefined);
        void found.reload();
    };
    const forms = { onClose: () => setAsking(undefined), onDone: done };
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.cases.diary")}</h2>
                {isOpen && may(session, "cases.add_note") && (
                    <Button kind="outline" onClick={() => setAsking({ what: "note" })}>
                        {t("do.cases.add_note")}
                    </Button>
                )}
                {isOpen && may(session, "cases.add_attachment") && (
                    <Button kind="outline" onClick={() => setAsking({ what: "attachment" })}>
                        {t("do.cases.add_attachment")}
                    </Button>
                )}
                {isOpen && may(session, "cases.add_appointment") && (
                    <Button kind="outline" onClick={() => setAsking({ what: "appointment" })}>
                        {t("do.cases.add_appointment")}
                    </Button>
                )}
            </div>
            <Show of={found}>
                {(diary) => (
                    <>
                        <Shown
                            diary={diary}
                            mayChange={isOpen && may(session, "cases.change_note")}
                            reload={() => void found.reload()}
                            onNote={(note) => setAsking({ what: "note", note })}
                            onAttachment={(attachment) =>
                                setAsking({ what: "attachment", attachment })
                            }
                            onAppointment={(appointment) =>
                                setAsking({ what: "appointment", appointment })
                            }
                        />
                        {asking?.what === "note" && (
                            <NoteForm
                                diary={diary}
                                {...(asking.note && { note: asking.note })}
                                {...forms}
                            />
                        )}
                        {asking?.what === "attachment" && (
                            <AttachmentForm
                                diary={diary}
                                {...(asking.attachment && { attachment: asking.attachment })}
                                {...forms}
                            />
                        )}
                    </>
                )}
            </Show>
            {asking?.what === "appointment" && (
                <AppointmentForm
                    caseId={known.id}
                    {...(asking.appointment && { appointment: asking.appointment })}
                    {...forms}
                />
            )}
        </section>
    );
}

function Shown({ diary, ...doings }: DiaryDoings & { diary: Diary }) {
    const { coming, items } = diary;
    return (
        <>
            <Documents diary={diary} />
            {coming.length === 0 && items.length === 0 && (
                <EmptyState title={t("page.cases.diary_empty")}>
                    <p>{t("page.cases.diary_empty_hint")}</p>
                </EmptyState>
            )}
            {coming.length > 0 && (
                <>
                    <h3>{t("page.cases.coming")}</h3>
                    <CardList label={t("page.cases.coming")}>
                        {coming.map((each) => (
                            <AppointmentLine key={each.id} appointment={each} {...doings} />
                        ))}
                    </CardList>
                </>
            )}
            {items.length > 0 && (
                <CardList label={t("page.cases.diary")}>
                    {items.map((entry) => (
                        <EntryLine
                            key={idOf(entry)}
                            entry={entry}
                            {...doings}
                        />
                    ))}
                </CardList>
            )}
        </>
    );
}

// A paper that ends stops the rest: work, school, the doctor.
function Documents({ diary: { documents } }: { diary: Diary }) {
    if (documents.length === 0) return null;
    return (
        <Alert kind="warning" quiet title={t("page.cases.documents_end")}>
            <ul>
                {documents.map(({ kind, expires_on: end, expired }) => (
                    <li key={`${kind} ${end}`}>
                        {t(`page.cases.document_${expired ? "expired" : "expires"}`, {
                            kind: labelOf("identifier_kind", kind),
                            day: formatDay(end),
                        })}
                    </li>
                ))}
            </ul>
        </Alert>
    );
}
