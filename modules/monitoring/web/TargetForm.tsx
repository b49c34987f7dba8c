// SPDX-License-Identifier: EUPL-1.2
// One number for each city, all saved together and all put back together.
import { useState } from "preact/hooks";
import type { City, IndicatorDefinition } from "web/api/acts";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import { Button } from "web/kit/Button";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { say } from "web/shell/notices";
import { formatNumber } from "web/words/format";
import { count, t } from "web/words/words";
import { type ChangedTarget, parseTarget, readTyped, targetAsText } from "./targets";

interface TargetFormProps {
    title: string;
    definition: IndicatorDefinition;
    year: number;
    cities: City[];
    known: (city: string) => number;
    reload: () => Promise<void>;
}

export function TargetForm({ title, definition, year, cities, known, reload }: TargetFormProps) {
    // By city, what differs from what is known; the rest shows what is known.
    const [typed, setTyped] = useState<Record<string, string>>({});
    const [problem, setProblem] = useState<Problem | null>(null);
    const [busy, setBusy] = useState(false);
    const textOf = (city: string) => typed[city] ?? targetAsText(known(city));
    const sum = cities.reduce((all, { slug }) => all + (parseTarget(textOf(slug)) ?? 0), 0);
    const put = (city: string, value: number) =>
        ask("network.set_target", { body: { city, indicator: definition.code, year, value } });

    async function save(): Promise<void> {
        const { changed, wrong } = readTyped(typed, known);
        setProblem(wrong.length > 0 ? notWholeNumbers(wrong) : null);
        if (busy || wrong.length > 0) return;
        if (changed.length === 0) return say({ text: t("page.monitoring.targets_unchanged") });

        setBusy(true);
        const done: ChangedTarget[] = [];
        try {
            for (const one of changed) {
                await put(one.city, one.value);
                done.push(one);
            }
            setTyped({});
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setProblem(ofCity(failure, changed[done.length]!.city));
        } finally {
            setBusy(false);
        }
        if (done.length === 0) return;
        say({
            text: count("page.monitoring.targets_set", done.length),
            undo: async () => {
                for (const { city, before } of done) await put(city, before);
            },
        });
        await reload();
    }

    return (
        <Form class="form" label={title} problem={problem} onSubmit={() => void save()}>
            <p class="field-hint">{t("page.monitoring.targets_hint")}</p>
            <div class="target-fields">
                {cities.map(({ slug, name }) => (
                    <TextField
                        key={slug}
                        name={slug}
                        label={name}
                        inputMode="numeric"
                        maxLength={14}
                        value={textOf(slug)}
                        onInput={(text) => setTyped({ ...typed, [slug]: text })}
                    />
                ))}
            </div>
            <p>
                <strong>{t("page.monitoring.targets_sum", { sum: formatNumber(sum) })}</strong>
            </p>
            <div class="form-actions">
                <Button submit busy={busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}

function notWholeNumbers(cities: string[]): Problem {
    const title = t("page.monitoring.not_a_whole_number");
    const errors = cities.map((field) => ({ field, code: "not_a_whole_number", title }));
    return new Problem(422, "targets_wrong", t("page.monitoring.targets_wrong"), {}, errors);
}

// The server speaks of "value"; here every city has a field of its own.
function ofCity(problem: Problem, city: string): Problem {
    if (problem.errors.length === 0) return problem;
    const errors = problem.errors.map((error) => ({ ...error, field: city }));
    const title = t("page.monitoring.targets_refused");
    return new Problem(problem.status, problem.code, title, problem.facts, errors);
}
