// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "preact/hooks";
import type { District } from "web/api/acts";
import { districtName, listDistricts } from "web/api/vocabulary";
import { useSession } from "./session";

export interface Districts {
    all: District[];
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
        all: districts,
        // To choose one, the name in everyday use helps; to read, the short one does.
        options: districts.map((district) => ({
            value: district.code,
            label: [districtName(district), district.zone].filter(Boolean).join(", "),
        })),
        nameOf: (code) => {
            const district = districts.find((each) => each.code === code);
            return district ? districtName(district) : (code ?? "");
        },
    };
}
