// SPDX-License-Identifier: EUPL-1.2
// How the indicators are counted: asked once a session, needed on every page of monitoring.
import type { IndicatorDefinition } from "web/api/acts";
import { type Live, useQuery } from "web/kit/useQuery";

export type Definitions = Map<string, IndicatorDefinition>;

let known: Definitions | undefined;

export function useDefinitions(): Live<Definitions> {
    const asked = useQuery("monitoring.list_indicators", known ? null : {});
    if (asked.data) {
        known = new Map(asked.data.items.map((definition) => [definition.code, definition]));
    }
    return { ...asked, data: known, set: (definitions) => void (known = definitions) };
}
