// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from "web/kit/useQuery";

export function useCities() {
    const cities = useQuery("network.list_cities", {});
    const items = cities.data?.items ?? [];
    return {
        items,
        nameOf: (slug: string) => items.find((city) => city.slug === slug)?.name ?? slug,
    };
}
