// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "preact/hooks";
import type { District } from "web/api/acts";
import { listDistricts } from "web/api/vocabulary";
import { useSession } from "./session";

export interface Districts {
    options: { value: string; label: string }[];
    nameOf(code: string | null | undefined): string;
}

// The districts of the account's own city; none yet while they are on their way.
export function useDistricts(): Districts {
    const { store } = useSession();
    const [districts, setDistricts] = useState<District[]>([]);
    useEffect(() => {
        // Without them their codes show: no reason to stop the page.
        listDistricts(store).then(setDistricts, () => {});
    }, [store]);

    return {
        options: districts.map(({ code, name }) => ({ value: code, label: name })),
        nameOf: (code) => districts.find((each) => each.code === code)?.name ?? code ?? "",
    };
}
