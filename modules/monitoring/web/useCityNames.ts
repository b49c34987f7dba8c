// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from "web/kit/useQuery";

// What a city is called; its code until the names have come.
export function useCityNames(): (slug: string) => string {
    const cities = useQuery("network.list_cities", {});
    return (slug) => cities.data?.items.find((city) => city.slug === slug)?.name ?? slug;
}
