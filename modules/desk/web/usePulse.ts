// SPDX-License-Identifier: EUPL-1.2
// Every ten seconds a small question whether anything has changed, and only then the board itself:
// reading persons is written in the journal each time.
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import type { Live } from "web/kit/useQuery";
import type { Board } from "./types";

const BETWEEN = 10_000;

type Pulse = Board["pulse"];

// Somebody did something, the day is another, or the site has opened or closed.
function isOther(one: Pulse, other: Pulse): boolean {
    return (
        one.day !== other.day ||
        one.turn !== other.turn ||
        one.open_now?.is_open !== other.open_now?.is_open ||
        one.open_now?.changes_at !== other.open_now?.changes_at
    );
}

// The time, for what is said of waiting.
export function usePulse(site: string, board: Live<Board>): number {
    const [now, setNow] = useState(Date.now);
    const latest = useRef(board);
    latest.current = board;
    useEffect(() => {
        async function look(): Promise<void> {
            if (document.hidden) return;
            setNow(Date.now());
            try {
                const pulse = await ask("desk.show_pulse", { path: { site } });
                const known = latest.current.data?.pulse;
                if (known && isOther(known, pulse)) await latest.current.reload();
            } catch (failure) {
                if (!(failure instanceof Problem)) throw failure;
                // Without a connection: the next look tries again.
            }
        }
        const timer = setInterval(() => void look(), BETWEEN);
        return () => clearInterval(timer);
    }, [site]);
    return now;
}
