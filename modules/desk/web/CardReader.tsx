// SPDX-License-Identifier: EUPL-1.2
// Quick service for who has a card: its number is typed, or read by a scanner, which types it and
// sends it off. The search travels in a body, so that no number of a person is in an address.
import { useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { t } from "web/words/words";
import { readCard } from "./card";

export function CardReader({ onFound }: { onFound: (person: string) => void }) {
    const search = useAct("people.search_persons");
    const [text, setText] = useState("");
    const [hint, setHint] = useState("");

    function submit(): void {
        const number = readCard(text);
        setHint(number ? "" : t("page.desk.not_a_card"));
        if (!number) return;
        void search.run({ body: { text: number, limit: 5 } }, ({ items }) => {
            const found = items.find((each) => each.number === number);
            setHint(found ? "" : t("page.desk.nobody_has_card", { number }));
            if (!found) return;
            setText("");
            onFound(found.id);
        });
    }

    return (
        <Form
            class="desk-card"
            label={t("field.desk.card")}
            problem={search.problem}
            onSubmit={submit}
        >
            <TextField
                name="card"
                label={t("field.desk.card")}
                hint={t("field.desk.card_hint")}
                value={text}
                onInput={setText}
            />
            <Button submit kind="outline" busy={search.busy}>
                {t("do.desk.read_card")}
            </Button>
            <p role="status">{hint}</p>
        </Form>
    );
}
