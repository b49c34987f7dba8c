// SPDX-License-Identifier: EUPL-1.2
// How a link is called, and how it is with it.
import type { Link } from "web/api/acts";
import { useQuery } from "web/kit/useQuery";
import type { BadgeKind } from "web/kit/List";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";

export type LinkState = "same_program" | "stopped" | "trouble" | "never_met" | "in_order";

export function stateOf(link: Link): LinkState {
    if (link.stopped_at) return "stopped";
    if (link.same_program) return "same_program";
    if (link.trouble) return "trouble";
    return link.met_at ? "in_order" : "never_met";
}

export const KINDS: Record<LinkState, BadgeKind> = {
    same_program: "success",
    stopped: "neutral",
    trouble: "danger",
    never_met: "warning",
    in_order: "success",
};

// "unreachable: Could not connect" is said in words of ours, with what the machine has said.
export function troubleOf(trouble: string): string {
    const [code = "", ...rest] = trouble.split(": ");
    const why = rest.join(": ");
    if (code === "unreachable") return t("page.network.trouble_unreachable", { why });
    if (code === "answered 401") return t("page.network.trouble_unknown");
    if (code === "not_signed") return t("page.network.trouble_not_signed");
    return t("page.network.trouble_other", { why: trouble });
}

export function lastMet(link: Link): string {
    return link.met_at
        ? t("page.network.met_at", { instant: formatInstant(link.met_at) })
        : t("page.network.never_met_yet");
}

export function usePeerNames(): (slug: string) => string {
    const cities = useQuery("network.list_cities", {});
    return (slug) =>
        slug === "rete"
            ? t("page.network.the_network")
            : (cities.data?.items.find((city) => city.slug === slug)?.name ?? slug);
}
