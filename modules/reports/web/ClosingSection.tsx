// SPDX-License-Identifier: EUPL-1.2
// The end of a report, and its new beginning.
import { useState } from "preact/hooks";
import type { Report } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";

interface ClosingSectionProps {
    report: Report;
    reload: () => Promise<void>;
}

export function ClosingSection({ report, reload }: ClosingSectionProps) {
    const session = useSession();
    const [asking, setAsking] = useState(false);
    const isClosed = report.status === "closed";
    if (report.lead) return null;
    if (!may(session, isClosed ? "reports.reopen_report" : "reports.close_report")) return null;
    if (!isClosed && !report.may_open) return null;
    const done = () => {
        setAsking(false);
        void reload();
    };
    return (
        <section class="section">
            <h2>{t("page.reports.closing")}</h2>
            <div class="form-actions">
                <Button kind="outline" onClick={() => setAsking(true)}>
                    {t(isClosed ? "do.reports.reopen" : "do.reports.close")}
                </Button>
            </div>
            {asking && isClosed && (
                <Reopen id={report.id} onClose={() => setAsking(false)} onDone={done} />
            )}
            {asking && !isClosed && (
                <Close id={report.id} onClose={() => setAsking(false)} onDone={done} />
            )}
        </section>
    );
}

interface AskingProps {
    id: string;
    onClose: () => void;
    onDone: () => void;
}

function Close({ id, onClose, onDone }: AskingProps) {
    const close = useAct("reports.close_report");
    const [wish, setWish] = useState({ outcome: "", note: "" });

    function submit(): void {
        const body = { outcome: wish.outcome, note: wish.note.trim() || null };
        void close.run({ path: { id }, body }, () => {
            say({ text: t("page.reports.closed") });
            onDone();
        });
    }

    return (
        <Dialog title={t("do.reports.close")} onClose={onClose}>
            <Form class="form" problem={close.problem} onSubmit={submit}>
                <Select
                    name="outcome"
                    required
                    label={t("field.reports.outcome")}
                    options={options("report_outcome")}
                    empty={t("page.outreach.choose")}
                    value={wish.outcome}
                    onChange={(outcome) => setWish({ ...wish, outcome })}
                />
                <TextArea
                    name="note"
                    rows={3}
                    label={t("field.reports.note")}
                    value={wish.note}
                    onInput={(note) => setWish({ ...wish, note })}
                />
                <DialogActions busy={close.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

function Reopen({ id, onClose, onDone }: AskingProps) {
    const reopen = useAct("reports.reopen_report");
    const [note, setNote] = useState("");

    function submit(): void {
        void reopen.run({ path: { id }, body: { note: note.trim() } }, () => {
            say({ text: t("page.reports.reopened") });
            onDone();
        });
    }

    return (
        <Dialog title={t("do.reports.reopen")} onClose={onClose}>
            <Form class="form" problem={reopen.problem} onSubmit={submit}>
                <TextArea
                    name="note"
                    required
                    rows={3}
                    label={t("field.reports.reopen_note")}
                    value={note}
                    onInput={setNote}
                />
                <DialogActions busy={reopen.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
