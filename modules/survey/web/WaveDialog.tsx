// SPDX-License-Identifier: EUPL-1.2
// A wave: when, how precise it is to be, and what is asked of each group.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { daysLater, today } from "web/words/format";
import { t } from "web/words/words";
import { GROUPS, numberIn } from "./surveyText";
import type { Questionnaire, Wave } from "./types";

const WEEKS_AT_FIRST = 6;

interface WaveDialogProps {
    // One that is changed.
    wave?: Wave;
    onClose: () => void;
    onDone: () => void;
}

export function WaveDialog(props: WaveDialogProps) {
    const found = useQuery("survey.list_questionnaires", {});
    return (
        <Dialog
            title={t(props.wave ? "do.survey.change_wave" : "do.survey.add_wave")}
            onClose={props.onClose}
        >
            <Show of={found}>{({ items }) => <Fields {...props} questionnaires={items} />}</Show>
        </Dialog>
    );
}

function textOf(wave: Wave | undefined) {
    return {
        name: wave?.name ?? "",
        from: wave?.from ?? today(),
        until: wave?.until ?? daysLater(today(), WEEKS_AT_FIRST * 7),
        margin: String(wave?.margin_percent ?? 10),
        expected: String(wave?.expected_percent ?? 50),
        confidence: String(wave?.confidence ?? 95),
        seed: "",
        chosen: Object.fromEntries(
            (wave?.questionnaires ?? []).map((each) => [each.respondents, each.questionnaire]),
        ) as Record<string, string>,
    };
}

type Fields = WaveDialogProps & { questionnaires: Questionnaire[] };

function Fields({ wave, questionnaires, onClose, onDone }: Fields) {
    const [text, setText] = useState(() => textOf(wave));
    const [id] = useState(() => uuid7());
    const add = useAct("survey.add_wave");
    const alter = useAct("survey.change_wave");
    const set = (part: Partial<typeof text>) => setText({ ...text, ...part });

    function submit(): void {
        const body = {
            name: text.name.trim(),
            from: text.from,
            until: text.until,
            margin_percent: numberIn(text.margin)!,
            expected_percent: numberIn(text.expected)!,
            confidence: numberIn(text.confidence)!,
            questionnaires: Object.values(text.chosen).filter(Boolean),
        };
        if (wave) {
            const path = { id: wave.id };
            void alter.run({ path, body: { ...body, base: wave.version } }, () => {
                say({ text: t("page.survey.wave_changed") });
                onDone();
            });
            return;
        }
        const seed = text.seed.trim() || null;
        void add.run({ body: { ...body, id, seed } }, () => {
            say({
                text: t("page.survey.wave_added"),
                undo: async () => {
                    await ask("survey.remove_wave", { path: { id } });
                    reloadAll();
                },
            });
            onDone();
        });
    }

    return (
        <Form class="form" problem={add.problem ?? alter.problem} onSubmit={submit}>
            <TextField
                name="name"
                required
                maxLength={150}
                label={t("field.survey.wave_name")}
                value={text.name}
                onInput={(name) => set({ name })}
            />
            <div class="form-pair">
                <DateField
                    name="from"
                    required
                    label={t("field.survey.from")}
                    value={text.from}
                    onInput={(from) => set({ from })}
                />
                <DateField
                    name="until"
                    required
                    label={t("field.survey.until")}
                    value={text.until}
                    onInput={(until) => set({ until })}
                />
            </div>
            <Precision text={text} set={set} />
            {GROUPS.map((group) => (
                <Select
                    key={group}
                    name={`questionnaires.${group}`}
                    label={t("field.survey.questionnaire_of", {
                        group: labelOf("respondent_group", group),
                    })}
                    empty={t("page.survey.of_the_house")}
                    options={questionnaires
                        .filter(({ respondents }) => respondents === group)
                        .map(({ id: value, name, code }) => ({
                            value,
                            label: `${name} (${code})`,
                        }))}
                    value={text.chosen[group] ?? ""}
                    onChange={(value) => set({ chosen: { ...text.chosen, [group]: value } })}
                />
            ))}
            {!wave && (
                <TextField
                    name="seed"
                    maxLength={64}
                    label={t("field.survey.seed")}
                    hint={t("field.survey.seed_hint")}
                    value={text.seed}
                    onInput={(seed) => set({ seed })}
                />
            )}
            <DialogActions busy={add.busy || alter.busy} onClose={onClose} />
        </Form>
    );
}

interface PrecisionProps {
    text: { margin: string; expected: string; confidence: string };
    set: (part: Partial<PrecisionProps["text"]>) => void;
}

function Precision({ text, set }: PrecisionProps) {
    return (
        <>
            <TextField
                name="margin_percent"
                required
                inputMode="decimal"
                label={t("field.survey.margin")}
                hint={t("field.survey.margin_hint")}
                value={text.margin}
                onInput={(margin) => set({ margin })}
            />
            <div class="form-pair">
                <TextField
                    name="expected_percent"
                    required
                    inputMode="decimal"
                    label={t("field.survey.expected")}
                    hint={t("field.survey.expected_hint")}
                    value={text.expected}
                    onInput={(expected) => set({ expected })}
                />
                <TextField
                    name="confidence"
                    required
                    inputMode="numeric"
                    label={t("field.survey.confidence")}
                    value={text.confidence}
                    onInput={(confidence) => set({ confidence })}
                />
            </div>
        </>
    );
}
