// SPDX-License-Identifier: EUPL-1.2
// What the size of a stratum is computed from: of one district, or of all that have none yet.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import { GROUPS, numberIn } from "./surveyText";
import type { Stratum, Wave } from "./types";

interface DialogProps {
    wave: Wave;
    onClose: () => void;
    onDone: () => void;
}

interface Text {
    population: string;
    margin: string;
    expected: string;
    effect: string;
    byHand: string;
}

const EMPTY: Text = { population: "", margin: "", expected: "", effect: "", byHand: "" };

function wishOf(text: Text) {
    return {
        population: numberIn(text.population),
        margin_percent: numberIn(text.margin),
        expected_percent: numberIn(text.expected),
        design_effect: numberIn(text.effect),
        target_by_hand: numberIn(text.byHand),
    };
}

export function AllStrataDialog({ wave, onClose, onDone }: DialogProps) {
    const plan = useAct("survey.plan_strata");
    const [groups, setGroups] = useState<string[]>([...GROUPS]);
    const [text, setText] = useState<Text>(EMPTY);
    function submit(): void {
        const body = { ...wishOf(text), respondents: groups };
        void plan.run(
            { path: { wave: wave.id }, body },
            ({ strata }) => {
                say({ text: t("page.survey.planned", { cells: strata.length }) });
                onDone();
            },
        );
    }
    return (
        <Dialog title={t("do.survey.plan_strata")} onClose={onClose}>
            <Form class="form" problem={plan.problem} onSubmit={submit}>
                <p class="lead">{t("page.survey.plan_strata_hint")}</p>
                <ChooseSome
                    name="respondents"
                    required
                    label={t("page.survey.group")}
                    options={options("respondent_group")}
                    values={groups}
                    onChange={setGroups}
                />
                <Fields text={text} set={(part) => setText({ ...text, ...part })} />
                <DialogActions busy={plan.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

function textOf(stratum: Stratum): Text {
    const said = (value: number | null | undefined) =>
        value === null || value === undefined ? "" : String(value);
    return {
        population: said(stratum.population),
        margin: said(stratum.margin_percent),
        expected: said(stratum.expected_percent),
        effect: said(stratum.design_effect),
        byHand: said(stratum.target_by_hand),
    };
}

export function StratumDialog({ wave, stratum, ...props }: DialogProps & { stratum: Stratum }) {
    const set = useAct("survey.set_stratum");
    const remove = useAct("survey.remove_stratum");
    const [text, setText] = useState(() => textOf(stratum));
    const { district, respondents } = stratum;
    const path = { wave: wave.id, district, respondents };
    // As it was before.
    const undo = async () => {
        await ask("survey.set_stratum", { path, body: wishOf(textOf(stratum)) });
        reloadAll();
    };
    return (
        <Dialog
            title={`${stratum.district_name}: ${labelOf("respondent_group", respondents)}`}
            onClose={props.onClose}
        >
            <Form
                class="form"
                problem={set.problem ?? remove.problem}
                onSubmit={() =>
                    void set.run({ path, body: wishOf(text) }, () => {
                        say({ text: t("page.survey.stratum_set"), undo });
                        props.onDone();
                    })
                }
            >
                <Fields text={text} set={(part) => setText({ ...text, ...part })} byHand />
                <DialogActions busy={set.busy} onClose={props.onClose} />
                <Button
                    kind="danger"
                    busy={remove.busy}
                    onClick={() =>
                        void remove.run({ path }, () => {
                            say({ text: t("page.survey.stratum_removed"), undo });
                            props.onDone();
                        })
                    }
                >
                    {t("do.survey.remove_stratum")}
                </Button>
            </Form>
        </Dialog>
    );
}

interface FieldsProps {
    text: Text;
    set: (part: Partial<Text>) => void;
    byHand?: boolean;
}

function Fields({ text, set, byHand = false }: FieldsProps) {
    return (
        <>
            <TextField
                name="population"
                inputMode="numeric"
                label={t("field.survey.population")}
                hint={t("field.survey.population_hint")}
                value={text.population}
                onInput={(population) => set({ population })}
            />
            <div class="form-pair">
                <TextField
                    name="margin_percent"
                    inputMode="decimal"
                    label={t("field.survey.margin")}
                    value={text.margin}
                    onInput={(margin) => set({ margin })}
                />
                <TextField
                    name="expected_percent"
                    inputMode="decimal"
                    label={t("field.survey.expected")}
                    value={text.expected}
                    onInput={(expected) => set({ expected })}
                />
            </div>
            <TextField
                name="design_effect"
                inputMode="decimal"
                label={t("field.survey.design_effect")}
                hint={t("field.survey.design_effect_hint")}
                value={text.effect}
                onInput={(effect) => set({ effect })}
            />
            {byHand && (
                <TextField
                    name="target_by_hand"
                    inputMode="numeric"
                    label={t("field.survey.target_by_hand")}
                    hint={t("field.survey.target_by_hand_hint")}
                    value={text.byHand}
                    onInput={(target) => set({ byHand: target })}
                />
            )}
        </>
    );
}
