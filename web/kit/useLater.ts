// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "preact/hooks";

// A value that follows another one when it has been still for a while: one question to the server
// for a name that was typed, not one for every letter.
export function useLater<Value>(value: Value, milliseconds = 350): Value {
    const [later, setLater] = useState(value);
    const key = JSON.stringify(value);
    useEffect(() => {
        const timer = setTimeout(() => setLater(value), milliseconds);
        return () => clearTimeout(timer);
    }, [key, milliseconds]);
    return later;
}
