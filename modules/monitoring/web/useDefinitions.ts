// SPDX-License-Identifier: EUPL-1.2
// How the indicators are counted, needed on every page of monitoring. Those of the page before are
// shown at once and asked again: a release may have been taken since, or another have logged in.
import type { IndicatorDefinition } from "web/api/acts";
import { type Live, useQuery } from "web/kit/useQuery";

export type Definitions = Map<string, IndicatorDefinition>;

let known: Definitions | undefined;

export function useDefinitions(): Live<Definitions> {
    const asked = useQuery("monitoring.list_indicators", {});
    if (asked.data) {
        known = new Map(asked.data.items.map((definition) => [definition.code, definition]));
    }
    return { ...asked, data: known, set: (definitions) => void (known = definitions) };
}
