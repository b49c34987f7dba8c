// SPDX-License-Identifier: EUPL-1.2
// Somebody is enrolled, or put on the list of those who wait, with the first name that whoever
// leads the workshop will see.
import { useState } from "preact/hooks";
import type { PersonCard } from "web/api/acts";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { nameOf } from "modules/people/web/PersonLine";
import { PersonSearch } from "modules/people/web/PersonSearch";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import type { WorkshopLine } from "./types";

interface EnrolProps {
    workshop: WorkshopLine;
    onClose: () => void;
    onDone: () => void;
}

export function EnrolDialog({ workshop, onClose, onDone }: EnrolProps) {
    const [person, setPerson] = useState<PersonCard>();
    return (
        <Dialog title={t("do.workshops.enrol")} onClose={onClose}>
            {person ? (
                <Details
                    workshop={workshop}
                    person={person}
                    onOther={() => setPerson(undefined)}
                    onClose={onClose}
                    onDone={onDone}
                />
            ) : (
                <PersonSearch
                    label={t("field.workshops.person")}
                    actionsOf={(card) => (
                        <Button
                            kind="outline"
                            label={`${t("do.workshops.choose_person")}: ${nameOf(card)}`}
                            onClick={() => setPerson(card)}
                        >
                            {t("do.workshops.choose_person")}
                        </Button>
                    )}
                />
            )}
        </Dialog>
    );
}

interface DetailsProps extends EnrolProps {
    person: PersonCard;
    onOther: () => void;
}

function Details({ workshop, person, onOther, onClose, onDone }: DetailsProps) {
    const enrol = useAct("workshops.enrol_person");
    const [id] = useState(uuid7);
    const [called, setCalled] = useState("");
    const [level, setLevel] = useState("");

    function submit(): void {
        const body = {
            id,
            workshop: workshop.id,
            person: person.id,
            called: called.trim() || null,
            entry_level: level || null,
        };
        void enrol.run({ body }, ({ state }) => {
            say({
                text: t(
                    state === "enrolled" ? "page.workshops.enrolled" : "page.workshops.waits",
                ),
                undo: async () => {
                    await ask("workshops.cancel_enrolment", { path: { id } });
                    reloadAll();
                },
            });
            onDone();
        });
    }

    return (
        <Form class="form" problem={enrol.problem} onSubmit={submit}>
            <p class="lead">
                <bdi>{nameOf(person)}</bdi>{" "}
                <Button kind="plain" onClick={onOther}>
                    {t("do.workshops.other_person")}
                </Button>
            </p>
            <TextField
                name="called"
                maxLength={40}
                label={t("field.workshops.called")}
                hint={t("field.workshops.called_hint")}
                value={called}
                onInput={setCalled}
            />
            {workshop.kind === "ITALIAN_L2" && (
                <ChooseOne
                    name="entry_level"
                    label={t("field.workshops.entry_level")}
                    options={options("cefr_level")}
                    value={level}
                    onChange={setLevel}
                />
            )}
            <DialogActions busy={enrol.busy} onClose={onClose} />
        </Form>
    );
}
