// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { nameOf } from "modules/people/web/PersonLine";
import { PersonSearch } from "modules/people/web/PersonSearch";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { participantName } from "./civicText";
import type { Participant, Project } from "./types";

interface AddProps {
    project: Project;
    onClose: () => void;
    reload: () => Promise<void>;
}

function sayAdded(participant: Participant): void {
    say({
        text: t("page.civic.participant_added", { name: participantName(participant) }),
        undo: async () => {
            await ask("civic.cancel_participant", { path: { id: participant.id } });
            reloadAll();
        },
    });
}

export function AddMigrantDialog({ project, onClose, reload }: AddProps) {
    const add = useAct("civic.add_participant");
    const [id] = useState(uuid7);
    const [joinedOn, setJoinedOn] = useState(today);

    function choose(person: string): void {
        const body = { id, kind: "migrant", person, joined_on: joinedOn };
        void add.run({ path: { project: project.id }, body }, (participant) => {
            onClose();
            sayAdded(participant);
            void reload();
        });
    }

    return (
        <Dialog title={t("page.civic.add_migrant")} onClose={onClose}>
            {add.problem && <ProblemAlert problem={add.problem} />}
            <DateField
                name="joined_on"
                required
                max={today()}
                label={t("field.civic.joined_on")}
                value={joinedOn}
                onInput={setJoinedOn}
            />
            <PersonSearch
                label={t("field.civic.search")}
                actionsOf={(person) => (
                    <Button
                        kind="outline"
                        busy={add.busy}
                        label={`${t("do.civic.choose")} ${nameOf(person)}`}
                        onClick={() => choose(person.id)}
                    >
                        {t("do.civic.choose")}
                    </Button>
                )}
            />
        </Dialog>
    );
}

export function AddResidentDialog({ project, onClose, reload }: AddProps) {
    const add = useAct("civic.add_participant");
    const [id] = useState(uuid7);
    const [name, setName] = useState("");
    const [joinedOn, setJoinedOn] = useState(today);

    function submit(): void {
        const body = {
            id,
            kind: "resident",
            first_name: name.trim() || null,
            joined_on: joinedOn,
        };
        void add.run({ path: { project: project.id }, body }, (participant) => {
            onClose();
            sayAdded(participant);
            void reload();
        });
    }

    return (
        <Dialog title={t("page.civic.add_resident")} onClose={onClose}>
            <p>{t("page.civic.resident_hint")}</p>
            <Form class="form" problem={add.problem} onSubmit={submit}>
                <TextField
                    name="first_name"
                    maxLength={40}
                    label={t("field.civic.first_name")}
                    hint={t("field.civic.first_name_hint")}
                    value={name}
                    onInput={setName}
                />
                <DateField
                    name="joined_on"
                    required
                    max={today()}
                    label={t("field.civic.joined_on")}
                    value={joinedOn}
                    onInput={setJoinedOn}
                />
                <DialogActions busy={add.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
