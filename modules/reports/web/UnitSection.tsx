// SPDX-License-Identifier: EUPL-1.2
// What a unit says, with one thumb: we go, we cannot, we are there, this is what we found.
import { useState } from "preact/hooks";
import type { Dispatch, Report } from "web/api/acts";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";

interface UnitSectionProps {
    report: Report;
    reload: () => Promise<void>;
}

const MINE = new Set(["offered", "accepted", "arrived"]);

// What is said without a signal counts from when it was said.
const now = () => new Date().toISOString();

export function UnitSection({ report, reload }: UnitSectionProps) {
    const session = useSession();
    const dispatch = report.dispatches.find(
        ({ state, team }) =>
            MINE.has(state) && session.teams.some(({ code }) => code === team),
    );
    if (!dispatch || report.finding) return null;
    return (
        <section class="report-unit" aria-label={dispatch.team_name}>
            {dispatch.state === "offered" && <h2>{t("page.reports.you_are_asked")}</h2>}
            <Going dispatch={dispatch} reload={reload} />
            {dispatch.state === "arrived" && <Verify report={report} reload={reload} />}
        </section>
    );
}

function Going({ dispatch, reload }: { dispatch: Dispatch; reload: () => Promise<void> }) {
    const accept = useAct("reports.accept_dispatch");
    const arrive = useAct("reports.arrive");
    const [declining, setDeclining] = useState(false);
    const path = { id: dispatch.id };
    const problem = accept.problem ?? arrive.problem;
    const isOffered = dispatch.state === "offered";

    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            <div class="form-actions">
                {isOffered && (
                    <Button
                        icon="check"
                        busy={accept.busy}
                        onClick={() =>
                            void accept.runWith({ byClock: true }, { path, body: { at: now() } }, () => {
                                say({ text: t("page.reports.accepted") });
                                void reload();
                            })
                        }
                    >
                        {t("do.reports.accept")}
                    </Button>
                )}
                {dispatch.state === "accepted" && (
                    <Button
                        icon="check"
                        busy={arrive.busy}
                        onClick={() =>
                            void arrive.runWith({ byClock: true }, { path, body: { at: now() } }, () => {
                                say({ text: t("page.reports.arrived") });
                                void reload();
                            })
                        }
                    >
                        {t("do.reports.arrive")}
                    </Button>
                )}
                <Button kind="outline" onClick={() => setDeclining(true)}>
                    {t(isOffered ? "do.reports.decline" : "do.reports.hand_back")}
                </Button>
            </div>
            {declining && (
                <Decline
                    id={dispatch.id}
                    onClose={() => setDeclining(false)}
                    reload={reload}
                />
            )}
        </>
    );
}

interface DeclineProps {
    id: string;
    onClose: () => void;
    reload: () => Promise<void>;
}

function Decline({ id, onClose, reload }: DeclineProps) {
    const decline = useAct("reports.decline_dispatch");
    const [wish, setWish] = useState({ reason: "", note: "" });

    function submit(): void {
        const body = { reason: wish.reason, note: wish.note.trim() || null };
        void decline.run({ path: { id }, body }, () => {
            onClose();
            say({
                text: t("page.reports.declined"),
                undo: async () => {
                    await ask("reports.accept_dispatch", { path: { id }, body: { at: now() } });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Dialog title={t("page.reports.why_not")} onClose={onClose}>
            <Form class="form" problem={decline.problem} onSubmit={submit}>
                <ChooseOne
                    name="reason"
                    required
                    label={t("field.reports.reason")}
                    options={options("decline_reason")}
                    value={wish.reason}
                    onChange={(reason) => setWish({ ...wish, reason })}
                />
                <TextArea
                    name="note"
                    rows={2}
                    label={t("field.reports.note")}
                    value={wish.note}
                    onInput={(note) => setWish({ ...wish, note })}
                />
                <DialogActions busy={decline.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

function Verify({ report, reload }: UnitSectionProps) {
    const verify = useAct("reports.verify_report");
    const [wish, setWish] = useState(() => ({ id: uuid7(), finding: "", note: "" }));

    function submit(): void {
        const body = {
            id: wish.id,
            report: report.id,
            finding: wish.finding,
            at: now(),
            note: wish.note.trim() || null,
        };
        void verify.runWith({ byClock: true }, { body }, () => {
            say({
                text: t("page.reports.verified"),
                undo: async () => {
                    await ask("reports.cancel_verification", { path: { id: wish.id } });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Form class="form" problem={verify.problem} onSubmit={submit}>
            <ChooseOne
                name="finding"
                required
                label={t("page.reports.what_found")}
                options={options("report_finding")}
                value={wish.finding}
                onChange={(finding) => setWish({ ...wish, finding })}
            />
            <TextArea
                name="note"
                rows={2}
                label={t("field.reports.note")}
                value={wish.note}
                onInput={(note) => setWish({ ...wish, note })}
            />
            <div class="form-actions">
                <Button submit busy={verify.busy}>
                    {t("do.reports.verify")}
                </Button>
            </div>
        </Form>
    );
}
