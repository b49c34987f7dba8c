// SPDX-License-Identifier: EUPL-1.2
// What a module's web/module.ts tells the shell: its pages and its place in the menu.
import type { ComponentType } from "preact";
import type { ActName, Case, Contact, OutingSheet, Person, Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { OfflinePart } from "web/phone/offline";
import type { Word } from "web/words/words";

export interface PageProps {
    // The named parts of the address ("/people/:person"), and what follows its question mark.
    params: Record<string, string>;
    query: Record<string, string>;
}

export type LazyPage = () => Promise<{ default: ComponentType<PageProps> }>;

export interface Route {
    path: string;
    page: LazyPage;
    // Whoever may not do this act is told that there is no such page.
    needs?: ActName;
    // Why the page reads about persons, for the journal; it may depend on whose work it is.
    purpose?: Purpose | ((session: Session) => Purpose);
    // Shown to those who have not logged in.
    forGuests?: boolean;
    // For people who do not work here: no head, menu or foot of the shell, whose words are in the
    // languages of those who do.
    ownFrame?: boolean;
}

// The groups of the menu, in their order; each is called by web.group.<name>.
export const MENU_GROUPS = [
    "street",
    "desk",
    "people",
    "services",
    "numbers",
    "administration",
] as const;
export type MenuGroup = (typeof MENU_GROUPS)[number];

export interface MenuItem {
    path: string;
    label: Word;
    group: MenuGroup;
    needs: ActName;
    // Roles that find this page first when they log in.
    homeOf?: string[];
}

// What a module further down the order adds to a page further up (Sections.tsx).
export interface Section<Props> {
    needs: ActName;
    section: () => Promise<{ default: ComponentType<Props> }>;
}

export interface PersonSectionProps {
    person: Person;
    // After an act that changes what the page shows of the person.
    reload: () => Promise<void>;
}

export interface CaseSectionProps {
    known: Case;
    reload: () => Promise<void>;
}

export interface ContactSectionProps {
    contact: Contact;
}

export interface OutingSectionProps {
    outing: OutingSheet;
}

export interface WebModule {
    // The order in the menu, within a group.
    rank: number;
    routes: Route[];
    menu: MenuItem[];
    personSections?: Section<PersonSectionProps>[]; // such as the cases
    caseSections?: Section<CaseSectionProps>[];
    contactSections?: Section<ContactSectionProps>[]; // shown without a signal too
    outingSections?: Section<OutingSectionProps>[];
    tonightSections?: Section<Record<never, never>>[]; // the first page of a unit's evening
    // What of it works on a phone without a signal.
    offline?: () => Promise<{ default: OfflinePart }>;
}
