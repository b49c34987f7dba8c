// SPDX-License-Identifier: EUPL-1.2
// What a page shows of a question: its answer, that it is on its way, or why there is none.
import type { ComponentChildren } from "preact";
import { ProblemAlert } from "./ProblemAlert";
import { Progress } from "./Progress";
import type { Live } from "./useQuery";

interface ShowProps<Data> {
    of: Live<Data>;
    children: (data: Data) => ComponentChildren;
}

export function Show<Data>({ of: live, children }: ShowProps<Data>) {
    return (
        <>
            {live.problem && (
                <ProblemAlert problem={live.problem} retry={() => void live.reload()} />
            )}
            {live.data !== undefined && children(live.data)}
            {live.data === undefined && !live.problem && <Progress />}
        </>
    );
}
