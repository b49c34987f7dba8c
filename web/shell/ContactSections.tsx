// SPDX-License-Identifier: EUPL-1.2
import { Lazy } from "./Lazy";
import type { ContactSection, ContactSectionProps, WebModule } from "./module";
import { may, useSession } from "./session";

let sections: ContactSection[] = [];

export function installContact(modules: WebModule[]): void {
    sections = modules
        .toSorted((one, other) => one.rank - other.rank)
        .flatMap((module) => module.contactSections ?? []);
}

// What other modules have to do with a contact.
export function ContactSections(props: ContactSectionProps) {
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
