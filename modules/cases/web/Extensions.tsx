// SPDX-License-Identifier: EUPL-1.2
// A temporary case that goes on longer than was planned: each time, and why.
import { useState } from "preact/hooks";
import type { Case } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { daysLater, formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { goesOn } from "./openings";

const A_MONTH = 30;
const DAYS_MAX = 180; // temporary_days_max

interface ExtensionsProps {
    known: Case;
    onChanged: (known: Case) => void;
}

export function Extensions({ known, onChanged }: ExtensionsProps) {
    const session = useSession();
    const undo = useAct("cases.undo_extension");
    const [asking, setAsking] = useState(false);
    const mayExtend = goesOn(known) && !!known.ends_on && may(session, "cases.extend_case");
    const [last] = known.extensions;
    if (!last && !mayExtend) return null;
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.cases.extensions")}</h2>
                {mayExtend && (
                    <Button kind="outline" onClick={() => setAsking(true)}>
                        {t("do.cases.extend")}
                    </Button>
                )}
            </div>
            {undo.problem && <ProblemAlert problem={undo.problem} />}
            {last && (
                <CardList label={t("page.cases.extensions")}>
                    {known.extensions.map((each) => (
                        <Card
                            key={each.id}
                            title={t("page.cases.extended_line", {
                                from: formatDay(each.from),
                                to: formatDay(each.to),
                            })}
                            second={[
                                labelOf("extension_reason", each.reason),
                                each.by_name,
                                formatDay(each.on),
                            ].join(" · ")}
                            third={each.note}
                            actions={
                                mayExtend &&
                                each === last && (
                                    <Button
                                        kind="plain"
                                        icon="undo"
                                        busy={undo.busy}
                                        label={t("page.cases.take_back_extension", {
                                            day: formatDay(each.to),
                                        })}
                                        onClick={() =>
                                            void undo.run({ path: { id: each.id } }, (now) => {
                                                say({ text: t("page.cases.extension_undone") });
                                                onChanged(now);
                                            })
                                        }
                                    >
                                        {t("web.undo")}
                                    </Button>
                                )
                            }
                        />
                    ))}
                </CardList>
            )}
            {asking && (
                <Extend
                    known={known}
                    onClose={() => setAsking(false)}
                    onChanged={(now) => {
                        setAsking(false);
                        onChanged(now);
                    }}
                />
            )}
        </section>
    );
}

function Extend({ known, onClose, onChanged }: ExtensionsProps & { onClose: () => void }) {
    const extend = useAct("cases.extend_case");
    const [id] = useState(uuid7);
    const end = known.ends_on ?? today();
    const from = end < today() ? today() : end;
    const [wish, setWish] = useState({ ends_on: daysLater(from, A_MONTH), reason: "", note: "" });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const body = { ...wish, id, note: wish.note.trim() || null };
        void extend.run({ path: { case: known.id }, body }, (now) => {
            say({
                text: t("page.cases.extended"),
                undo: async () => {
                    await ask("cases.undo_extension", { path: { id } });
                },
            });
            onChanged(now);
        });
    }

    return (
        <Dialog title={t("act.cases.extend_case")} onClose={onClose}>
            <Form class="form" problem={extend.problem} onSubmit={submit}>
                <DateField
                    name="ends_on"
                    required
                    label={t("field.cases.new_end")}
                    min={daysLater(end, 1)}
                    max={daysLater(today(), DAYS_MAX)}
                    value={wish.ends_on}
                    onInput={(ends_on) => change({ ends_on })}
                />
                <ChooseOne
                    name="reason"
                    required
                    label={t("field.cases.extension_reason")}
                    options={options("extension_reason")}
                    value={wish.reason}
                    onChange={(reason) => change({ reason })}
                />
                <TextArea
                    name="note"
                    label={t("field.cases.extension_note")}
                    hint={t("field.cases.extension_note_hint")}
                    value={wish.note}
                    onInput={(note) => change({ note })}
                />
                <DialogActions busy={extend.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
