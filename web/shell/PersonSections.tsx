// SPDX-License-Identifier: EUPL-1.2
import { Lazy } from "./Lazy";
import type { PersonSection, PersonSectionProps, WebModule } from "./module";
import { may, useSession } from "./session";

let sections: PersonSection[] = [];

export function install(modules: WebModule[]): void {
    sections = modules
        .toSorted((one, other) => one.rank - other.rank)
        .flatMap((module) => module.personSections ?? []);
}

// What other modules know of a person, for those who may see it.
export function PersonSections(props: PersonSectionProps) {
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
