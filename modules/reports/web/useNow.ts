// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "preact/hooks";

// The time, told again every minute; `then` is done at each of them while the page is looked at.
export function useNow(then?: () => void): number {
    const [now, setNow] = useState(Date.now);
    useEffect(() => {
        const timer = setInterval(() => {
            if (document.hidden) return;
            setNow(Date.now());
            then?.();
        }, 60_000);
        return () => clearInterval(timer);
    }, [then]);
    return now;
}
