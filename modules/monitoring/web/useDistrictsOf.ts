// SPDX-License-Identifier: EUPL-1.2
// The districts of any city with their places on its tile map; none while they are on their way.
import { useEffect, useState } from "preact/hooks";
import type { District } from "web/api/acts";
import { listDistricts } from "web/api/vocabulary";

export function useDistrictsOf(city: string): District[] {
    const [districts, setDistricts] = useState<District[]>([]);
    useEffect(() => {
        let wanted = true;
        setDistricts([]);
        // Without them their codes show: no reason to stop the page.
        listDistricts(city).then(
            (found) => wanted && setDistricts(found),
            () => {},
        );
        return () => {
            wanted = false;
        };
    }, [city]);
    return districts;
}
