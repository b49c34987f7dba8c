// SPDX-License-Identifier: EUPL-1.2
// What was made: objects, shows, exhibitions, sales. With a partner of culture, arts or media it is
// a bridge.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { formatDay, today } from "web/words/format";
import { count, t } from "web/words/words";
import type { Work } from "./types";

interface WorksProps {
    workshop: string;
    works: Work[];
    reload: () => Promise<void>;
}

export function WorksSection({ workshop, works, reload }: WorksProps) {
    const [isOpen, setOpen] = useState(false);
    const bridges = works.filter(({ partner, cancelled }) => partner && !cancelled).length;
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.workshops.works")}</h2>
                <Button kind="outline" icon="add" onClick={() => setOpen(true)}>
                    {t("do.workshops.record_work")}
                </Button>
            </div>
            {bridges > 0 && <p>{count("page.workshops.bridges", bridges)}</p>}
            {works.length === 0 ? (
                <EmptyState title={t("page.workshops.no_works")} />
            ) : (
                <CardList label={t("page.workshops.works")}>
                    {works.map((work) => (
                        <Line key={work.id} work={work} reload={reload} />
                    ))}
                </CardList>
            )}
            {isOpen && (
                <RecordWork
                    workshop={workshop}
                    onClose={() => setOpen(false)}
                    onDone={() => {
                        setOpen(false);
                        void reload();
                    }}
                />
            )}
        </section>
    );
}

function Line({ work, reload }: { work: Work; reload: () => Promise<void> }) {
    const cancel = useAct("workshops.cancel_work");
    const restore = useAct("workshops.restore_work");
    const act = work.cancelled ? restore : cancel;
    const text = t(work.cancelled ? "do.workshops.restore_work" : "do.workshops.cancel_work");
    return (
        <Card
            title={<bdi>{work.name}</bdi>}
            badges={
                <>
                    <Badge kind="info">{labelOf("work_kind", work.kind)}</Badge>
                    {work.cancelled && <Badge>{t("page.workshops.taken_away")}</Badge>}
                </>
            }
            second={
                work.partner &&
                t("page.workshops.with_partner", {
                    partner: work.partner,
                    kind: labelOf("partner_kind", work.partner_kind),
                })
            }
            third={formatDay(work.day)}
            actions={
                <>
                    {act.problem && <ProblemAlert problem={act.problem} />}
                    <Button
                        kind="plain"
                        busy={act.busy}
                        label={`${text}: ${work.name}`}
                        onClick={() =>
                            void act.run({ path: { id: work.id } }, () => void reload())
                        }
                    >
                        {text}
                    </Button>
                </>
            }
        />
    );
}

interface RecordProps {
    workshop: string;
    onClose: () => void;
    onDone: () => void;
}

function RecordWork({ workshop, onClose, onDone }: RecordProps) {
    const record = useAct("workshops.record_work");
    const [id] = useState(uuid7);
    const [text, setText] = useState({
        kind: "",
        name: "",
        day: today(),
        partner: "",
        partner_kind: "",
    });
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });

    function submit(): void {
        const partner = text.partner.trim() || null;
        const body = {
            ...text,
            id,
            workshop,
            partner,
            partner_kind: text.partner_kind || null,
        };
        void record.run({ body }, () => {
            say({
                text: t("page.workshops.work_recorded"),
                undo: async () => {
                    await ask("workshops.cancel_work", { path: { id } });
                    reloadAll();
                },
            });
            onDone();
        });
    }

    return (
        <Dialog title={t("do.workshops.record_work")} onClose={onClose}>
            <Form class="form" problem={record.problem} onSubmit={submit}>
                <ChooseOne
                    name="kind"
                    required
                    label={t("field.workshops.work_kind")}
                    options={options("work_kind")}
                    value={text.kind}
                    onChange={(kind) => change({ kind })}
                />
                <TextField
                    name="name"
                    required
                    maxLength={200}
                    label={t("field.workshops.work_name")}
                    hint={t("field.workshops.work_name_hint")}
                    value={text.name}
                    onInput={(name) => change({ name })}
                />
                <DateField
                    name="day"
                    required
                    label={t("field.workshops.day")}
                    value={text.day}
                    onInput={(day) => change({ day })}
                />
                <TextField
                    name="partner"
                    maxLength={200}
                    label={t("field.workshops.partner")}
                    hint={t("field.workshops.partner_hint")}
                    value={text.partner}
                    onInput={(partner) => change({ partner })}
                />
                <ChooseOne
                    name="partner_kind"
                    label={t("field.workshops.partner_kind")}
                    options={options("partner_kind")}
                    value={text.partner_kind}
                    onChange={(partner_kind) => change({ partner_kind })}
                />
                <DialogActions busy={record.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
