// SPDX-License-Identifier: EUPL-1.2
// What modules further down the order add to pages further up, for those who may see it. A page
// cannot know them: it looks only up the order.
import type { FunctionComponent } from "preact";
import { Lazy } from "./Lazy";
import type {
    CaseSectionProps,
    ContactSectionProps,
    OutingSectionProps,
    PersonSectionProps,
    Section,
    WebModule,
} from "./module";
import { may, useSession } from "./session";

type Kind =
    | "personSections"
    | "caseSections"
    | "contactSections"
    | "outingSections"
    | "tonightSections";

let inOrder: WebModule[] = [];

export function installSections(modules: WebModule[]): void {
    inOrder = modules.toSorted((one, other) => one.rank - other.rank);
}

function sectionsOf<Props extends object>(kind: Kind): FunctionComponent<Props> {
    return function Sections(props: Props) {
        const session = useSession();
        const sections = inOrder.flatMap((module) => (module[kind] ?? []) as Section<Props>[]);
        return (
            <>
                {sections
                    .filter(({ needs }) => may(session, needs))
                    .map(({ needs, section }) => (
                        <Lazy<Props> key={needs} load={section} {...props} />
                    ))}
            </>
        );
    };
}

export const PersonSections = sectionsOf<PersonSectionProps>("personSections");
export const CaseSections = sectionsOf<CaseSectionProps>("caseSections");
export const ContactSections = sectionsOf<ContactSectionProps>("contactSections");
export const OutingSections = sectionsOf<OutingSectionProps>("outingSections");
export const TonightSections = sectionsOf<Record<never, never>>("tonightSections");
