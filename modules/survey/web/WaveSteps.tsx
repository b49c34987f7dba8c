// SPDX-License-Identifier: EUPL-1.2
// How a wave goes on, each step with its way back.
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { t, type Word } from "web/words/words";
import type { Wave } from "./types";

type Step =
    | "survey.open_wave"
    | "survey.unopen_wave"
    | "survey.close_wave"
    | "survey.reopen_wave"
    | "survey.remove_wave"
    | "survey.restore_wave";

interface StepOf {
    act: Step;
    back: Step;
    label: Word;
    done: Word;
    kind: "primary" | "outline" | "plain";
}

const STEPS: Record<string, StepOf[]> = {
    PREPARING: [
        {
            act: "survey.open_wave",
            back: "survey.unopen_wave",
            label: "do.survey.open_wave",
            done: "page.survey.wave_opened",
            kind: "primary",
        },
        {
            act: "survey.remove_wave",
            back: "survey.restore_wave",
            label: "do.survey.remove_wave",
            done: "page.survey.wave_removed",
            kind: "plain",
        },
    ],
    OPEN: [
        {
            act: "survey.close_wave",
            back: "survey.reopen_wave",
            label: "do.survey.close_wave",
            done: "page.survey.wave_closed",
            kind: "outline",
        },
    ],
    CLOSED: [
        {
            act: "survey.reopen_wave",
            back: "survey.close_wave",
            label: "do.survey.reopen_wave",
            done: "page.survey.wave_reopened",
            kind: "outline",
        },
    ],
};

const RESTORE: StepOf = {
    act: "survey.restore_wave",
    back: "survey.remove_wave",
    label: "do.survey.restore_wave",
    done: "page.survey.wave_restored",
    kind: "outline",
};

// As long as nobody was asked.
const UNOPEN: StepOf = {
    act: "survey.unopen_wave",
    back: "survey.open_wave",
    label: "do.survey.unopen_wave",
    done: "page.survey.wave_unopened",
    kind: "plain",
};

function stepsOf({ removed, state, interviews }: Wave): StepOf[] {
    if (removed) return [RESTORE];
    const steps = STEPS[state] ?? [];
    return state === "OPEN" && interviews === 0 ? [...steps, UNOPEN] : steps;
}

interface WaveStepsProps {
    wave: Wave;
    reload: () => Promise<void>;
}

export function WaveSteps({ wave, reload }: WaveStepsProps) {
    const steps = stepsOf(wave);
    return (
        <>
            {steps.map((step) => (
                <OneStep key={step.act} wave={wave} step={step} reload={reload} />
            ))}
        </>
    );
}

function OneStep({ wave, step, reload }: WaveStepsProps & { step: StepOf }) {
    const act = useAct(step.act);
    const path = { id: wave.id };
    function go(): void {
        void act.run({ path }, () => {
            say({
                text: t(step.done),
                undo: async () => {
                    await ask(step.back, { path });
                    reloadAll();
                },
            });
            void reload();
        });
    }
    return (
        <>
            <Button kind={step.kind} busy={act.busy} onClick={go}>
                {t(step.label)}
            </Button>
            {act.problem && <ProblemAlert problem={act.problem} />}
        </>
    );
}
