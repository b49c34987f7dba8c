// SPDX-License-Identifier: EUPL-1.2
// What a module's web/module.ts tells the shell: its pages and its place in the menu.
import type { ComponentType } from "preact";
import type { ActName, Contact, OutingSheet, Person, Session } from "web/api/acts";
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

export interface MenuItem {
    path: string;
    label: Word;
    needs: ActName;
    // Roles that find this page first when they log in.
    homeOf?: string[];
}

export interface PersonSectionProps {
    person: Person;
    // After an act that changes what the page shows of the person.
    reload: () => Promise<void>;
}

// What a module further down the order adds to the page of a person, such as the cases. The page
// of people cannot know it: it looks only up the order.
export interface PersonSection {
    needs: ActName;
    section: () => Promise<{ default: ComponentType<PersonSectionProps> }>;
}

export interface ContactSectionProps {
    contact: Contact;
}

// The same on the page of a contact, such as a screening made there. Shown without a signal too.
export interface ContactSection {
    needs: ActName;
    section: () => Promise<{ default: ComponentType<ContactSectionProps> }>;
}

export interface OutingSectionProps {
    outing: OutingSheet;
}

// And on the page of an outing, such as its closing sheet.
export interface OutingSection {
    needs: ActName;
    section: () => Promise<{ default: ComponentType<OutingSectionProps> }>;
}

// What a module further down the order puts on the first page of a unit's evening, such as where it
// is asked to go.
export interface TonightSection {
    needs: ActName;
    section: () => Promise<{ default: ComponentType<Record<never, never>> }>;
}

export interface WebModule {
    // The order in the menu.
    rank: number;
    routes: Route[];
    menu: MenuItem[];
    personSections?: PersonSection[];
    contactSections?: ContactSection[];
    outingSections?: OutingSection[];
    tonightSections?: TonightSection[];
    // What of it works on a phone without a signal.
    offline?: () => Promise<{ default: OfflinePart }>;
}
