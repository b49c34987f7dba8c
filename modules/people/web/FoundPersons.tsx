// SPDX-License-Identifier: EUPL-1.2
// Persons found while one types. The search travels in a body, so that no name is in an address.
import type { ComponentChildren } from "preact";
import type { PersonCard } from "web/api/acts";
import { CardList } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useLater } from "web/kit/useLater";
import { useQuery } from "web/kit/useQuery";
import { count, t } from "web/words/words";
import { PersonLine } from "./PersonLine";

const SHORTEST_SEARCH = 2;

export interface FoundPersonsProps {
    text: string;
    hrefOf?: (person: PersonCard) => string;
    actionsOf?: (person: PersonCard) => ComponentChildren;
    // Those not to be shown, such as the person one is looking for others beside.
    but?: string;
    nothing?: ComponentChildren;
}

export function FoundPersons({ text, hrefOf, actionsOf, but, nothing }: FoundPersonsProps) {
    const wanted = useLater(text.trim());
    const isSearch = wanted.length >= SHORTEST_SEARCH;
    const found = useQuery(
        "people.search_persons",
        isSearch ? { body: { text: wanted, limit: 20 } } : null,
    );
    if (!isSearch) return null;

    return (
        <Show of={found}>
            {(list) => {
                const items = list.items.filter((person) => person.id !== but);
                return (
                    <>
                        <p role="status" class="visually-hidden">
                            {count("web.shown", items.length)}
                        </p>
                        {items.length === 0 && nothing}
                        {items.length > 0 && (
                            <CardList label={t("page.people.found")}>
                                {items.map((person) => (
                                    <PersonLine
                                        key={person.id}
                                        person={person}
                                        href={hrefOf?.(person)}
                                        actions={actionsOf?.(person)}
                                    />
                                ))}
                            </CardList>
                        )}
                    </>
                );
            }}
        </Show>
    );
}
