// SPDX-License-Identifier: EUPL-1.2
import { Lazy } from "./Lazy";
import type { TonightSection, WebModule } from "./module";
import { may, useSession } from "./session";

let sections: TonightSection[] = [];

export function installTonight(modules: WebModule[]): void {
    sections = modules
        .toSorted((one, other) => one.rank - other.rank)
        .flatMap((module) => module.tonightSections ?? []);
}

// What other modules have for the unit tonight.
export function TonightSections() {
    const session = useSession();
    return (
        <>
            {sections
                .filter(({ needs }) => may(session, needs))
                .map(({ needs, section }) => (
                    <Lazy key={needs} load={section} />
                ))}
        </>
    );
}
