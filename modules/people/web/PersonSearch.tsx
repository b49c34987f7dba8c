// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { TextField } from "web/kit/Field";
import { EmptyState } from "web/kit/List";
import { t } from "web/words/words";
import { FoundPersons, type FoundPersonsProps } from "./FoundPersons";

interface PersonSearchProps extends Omit<FoundPersonsProps, "text" | "nothing"> {
    label: string;
    // What is in the box at first.
    text?: string;
}

// A box to look for a person in, and those found below it.
export function PersonSearch({ label, text: first = "", ...found }: PersonSearchProps) {
    const [text, setText] = useState(first);
    return (
        <>
            <TextField
                name="person"
                type="search"
                inputMode="search"
                label={label}
                hint={t("page.people.search_hint")}
                value={text}
                onInput={setText}
            />
            <FoundPersons
                {...found}
                text={text}
                nothing={
                    <EmptyState title={t("page.people.nobody_found")}>
                        <p>{t("page.people.nobody_found_hint")}</p>
                    </EmptyState>
                }
            />
        </>
    );
}
