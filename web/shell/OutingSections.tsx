// SPDX-License-Identifier: EUPL-1.2
import { Lazy } from "./Lazy";
import type { OutingSection, OutingSectionProps, WebModule } from "./module";
import { may, useSession } from "./session";

let sections: OutingSection[] = [];

export function installOuting(modules: WebModule[]): void {
    sections = modules
        .toSorted((one, other) => one.rank - other.rank)
        .flatMap((module) => module.outingSections ?? []);
}

// What other modules have to do with an outing.
export function OutingSections(props: OutingSectionProps) {
    const session = useSession();
    return (
        <>
            {sections
                .filter(({ needs }) => may(session, needs))
                .map(({ needs, section }) => (
                    <Lazy key={needs} load={section} {...props} />
                ))}
        </>
    );
}
