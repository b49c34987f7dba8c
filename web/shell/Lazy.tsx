// SPDX-License-Identifier: EUPL-1.2
// Something that is loaded when it is first shown, and kept.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { NO_CONNECTION, Problem } from "web/api/problem";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Progress } from "web/kit/Progress";

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

const loaded = new Map<unknown, ComponentType<never>>();

export function Lazy<Props extends object>({ load, ...props }: Props & { load: Load<Props> }) {
    const [failed, setFailed] = useState(false);
    const [, render] = useState(0);
    const Loaded = loaded.get(load) as ComponentType<unknown> | undefined;

    useEffect(() => {
        // Not whether it is loaded by now: another place may have loaded it since this one was
        // drawn, and this one would wait for ever.
        if (Loaded || failed) return;
        load().then(
            (file) => {
                loaded.set(load, file.default as ComponentType<never>);
                render((turn) => turn + 1);
            },
            () => setFailed(true),
        );
    }, [load, failed]);

    if (failed) {
        const problem = new Problem(0, NO_CONNECTION, "");
        return <ProblemAlert problem={problem} retry={() => setFailed(false)} />;
    }
    return Loaded ? <Loaded {...props} /> : <Progress />;
}
