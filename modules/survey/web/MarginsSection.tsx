// SPDX-License-Identifier: EUPL-1.2
// Totals of the population that somebody vouches for, and whether the weights follow them.
import { useState } from "preact/hooks";
import { labelOf, options } from "web/api/vocabulary";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { levelsIn, type Margin } from "./findings";

interface MarginsSectionProps {
    wave: string;
    raked: boolean;
    onRaked: (raked: boolean) => void;
    onChanged: () => void;
}

export function MarginsSection({ wave, raked, onRaked, onChanged }: MarginsSectionProps) {
    const session = useSession();
    const found = useQuery("survey.list_margins", { path: { wave } });
    const [adding, setAdding] = useState(false);
    return (
        <section class="section">
            <h2>{t("page.survey_findings.margins")}</h2>
            <p class="lead">{t("page.survey_findings.margins_hint")}</p>
            <Show of={found}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.survey_findings.no_margins")} />
                    ) : (
                        <>
                            <ChooseSome
                                name="raked"
                                label={t("page.survey_findings.weights")}
                                options={[
                                    { value: "yes", label: t("page.survey_findings.raked") },
                                ]}
                                values={raked ? ["yes"] : []}
                                onChange={(values) => onRaked(values.includes("yes"))}
                            />
                            {items.map((margin) => (
                                <MarginLine
                                    key={`${margin.respondents} ${margin.characteristic}`}
                                    wave={wave}
                                    margin={margin}
                                    onChanged={() => {
                                        void found.reload();
                                        onChanged();
                                    }}
                                />
                            ))}
                        </>
                    )
                }
            </Show>
            {may(session, "survey.set_margin") && (
                <Button kind="outline" onClick={() => setAdding(true)}>
                    {t("do.survey.set_margin")}
                </Button>
            )}
            {adding && (
                <MarginForm
                    wave={wave}
                    onClose={() => setAdding(false)}
                    onDone={() => {
                        setAdding(false);
                        void found.reload();
                        onChanged();
                    }}
                />
            )}
        </section>
    );
}

function nameOf({ characteristic, respondents }: Margin): string {
    return t("page.survey_findings.margin_of", {
        characteristic: labelOf("survey_characteristic", characteristic),
        group: labelOf("respondent_group", respondents),
    });
}

interface MarginLineProps {
    wave: string;
    margin: Margin;
    onChanged: () => void;
}

function MarginLine({ wave, margin, onChanged }: MarginLineProps) {
    const session = useSession();
    const remove = useAct("survey.remove_margin");
    const { respondents, characteristic, source, levels } = margin;
    const path = { wave, respondents, characteristic };
    const name = nameOf(margin);
    return (
        <>
            <Table
                caption={`${name}. ${source}`}
                rows={levels}
                keyOf={({ level }) => level}
                columns={[
                    { head: t("field.survey.margin_characteristic"), cell: ({ level }) => level },
                    {
                        head: t("field.survey.margin_levels"),
                        cell: ({ total }) => formatNumber(total),
                        isNumber: true,
                    },
                ]}
            />
            {remove.problem && <ProblemAlert problem={remove.problem} />}
            {may(session, "survey.remove_margin") && (
                <Button
                    kind="outline"
                    busy={remove.busy}
                    label={t("page.survey_findings.remove_margin_of", { name })}
                    onClick={() =>
                        void remove.run({ path }, () => {
                            say({
                                text: t("page.survey_findings.margin_removed"),
                                undo: async () => {
                                    await ask("survey.set_margin", {
                                        path,
                                        body: { source, levels },
                                    });
                                    reloadAll();
                                },
                            });
                            onChanged();
                        })
                    }
                >
                    {t("do.survey.remove_margin")}
                </Button>
            )}
        </>
    );
}

interface MarginFormProps {
    wave: string;
    onClose: () => void;
    onDone: () => void;
}

function MarginForm({ wave, onClose, onDone }: MarginFormProps) {
    const set = useAct("survey.set_margin");
    const [text, setText] = useState({
        respondents: "MIGRANT",
        characteristic: "GENDER",
        source: "",
        levels: "",
    });
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });
    function submit(): void {
        const { respondents, characteristic, source, levels } = text;
        const wish = {
            path: { wave, respondents, characteristic },
            body: { source: source.trim(), levels: levelsIn(levels) },
        };
        void set.run(wish, () => {
            say({ text: t("page.survey_findings.margin_added") });
            onDone();
        });
    }
    return (
        <Dialog title={t("do.survey.set_margin")} onClose={onClose}>
            <Form class="form" problem={set.problem} onSubmit={submit}>
                <ChooseOne
                    name="respondents"
                    always
                    label={t("field.survey.margin_group")}
                    options={options("respondent_group")}
                    value={text.respondents}
                    onChange={(respondents) => change({ respondents })}
                />
                <ChooseOne
                    name="characteristic"
                    always
                    label={t("field.survey.margin_characteristic")}
                    options={options("survey_characteristic")}
                    value={text.characteristic}
                    onChange={(characteristic) => change({ characteristic })}
                />
                <TextField
                    name="source"
                    required
                    label={t("field.survey.margin_source")}
                    value={text.source}
                    onInput={(source) => change({ source })}
                />
                <TextArea
                    name="levels"
                    required
                    label={t("field.survey.margin_levels")}
                    hint={t("page.survey_findings.levels_hint")}
                    value={text.levels}
                    onInput={(levels) => change({ levels })}
                />
                <DialogActions busy={set.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
