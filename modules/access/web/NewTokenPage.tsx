// SPDX-License-Identifier: EUPL-1.2
// A token for a machine. It is shown here once and kept nowhere: not in the address, not in a draft.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "web/api/problem";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { ChooseSome } from "web/kit/ChoiceChips";
import { DateField, Field, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { rolesHere } from "./rolesHere";

export default function NewTokenPage() {
    const [made, setMade] = useState<{ name: string; token: string } | null>(null);
    return (
        <Page
            title={t("do.access.add_token")}
            back={{ href: link("/tokens"), label: t("page.access.tokens") }}
        >
            {made ? <Shown {...made} /> : <NewToken onMade={setMade} />}
        </Page>
    );
}

// The first answer was lost: asked again with the same id, the server does not tell the token twice.
function isLost(problem: Problem | null): boolean {
    return problem?.code === "core.conflict" || problem?.code === "core.id_taken";
}

interface NewTokenProps {
    onMade: (made: { name: string; token: string }) => void;
}

function NewToken({ onMade }: NewTokenProps) {
    const session = useSession();
    const add = useAct("access.add_token");
    const [wish, setWish] = useState({
        id: uuid7(),
        name: "",
        roles: [] as string[],
        expires_on: "",
    });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
    const lost = isLost(add.problem);
    useEffect(() => {
        if (lost) change({ id: uuid7() });
    }, [lost]);

    function submit(): void {
        const body = { ...wish, name: wish.name.trim(), expires_on: wish.expires_on || null };
        void add.run({ body }, ({ token }) => onMade({ name: body.name, token }));
    }

    return (
        <Form class="form" problem={add.problem} onSubmit={submit}>
            {lost && <Alert kind="warning" title={t("page.access.token_lost")} />}
            <TextField
                name="name"
                required
                label={t("field.access.token_name")}
                hint={t("field.access.token_name_hint")}
                value={wish.name}
                onInput={(name) => change({ name })}
            />
            <ChooseSome
                name="roles"
                required
                label={t("field.access.roles")}
                options={rolesHere(session, "machine")}
                values={wish.roles}
                onChange={(roles) => change({ roles })}
            />
            <DateField
                name="expires_on"
                label={t("field.access.expires_on")}
                hint={t("field.access.expires_on_hint")}
                min={today()}
                value={wish.expires_on}
                onInput={(expires_on) => change({ expires_on })}
            />
            <div class="form-actions">
                <Button submit busy={add.busy}>
                    {t("do.access.make_token")}
                </Button>
            </div>
        </Form>
    );
}

function Shown({ name, token }: { name: string; token: string }) {
    const box = useRef<HTMLDivElement>(null);
    const input = useRef<HTMLInputElement>(null);
    useEffect(() => box.current?.focus(), []);

    async function copy(): Promise<void> {
        input.current?.select();
        try {
            await navigator.clipboard.writeText(token);
            say({ text: t("page.access.token_copied") });
        } catch {
            // Without https or without leave the browser keeps its clipboard to itself.
            say({ text: t("page.access.token_selected") });
        }
    }

    return (
        <div ref={box} class="form" tabIndex={-1}>
            <Alert kind="warning" title={t("page.access.token_shown")}>
                <p>{t("page.access.token_shown_hint", { name })}</p>
            </Alert>
            <Field name="token" label={t("field.access.token")}>
                {(control) => (
                    <input
                        {...control}
                        ref={input}
                        class="form-control as-code"
                        type="text"
                        readOnly
                        autocomplete="off"
                        spellcheck={false}
                        value={token}
                        onFocus={(event) => event.currentTarget.select()}
                    />
                )}
            </Field>
            <div class="form-actions">
                <Button onClick={() => void copy()}>{t("do.access.copy_token")}</Button>
                <LinkButton kind="outline" href={link("/tokens")}>
                    {t("do.access.token_kept")}
                </LinkButton>
            </div>
        </div>
    );
}
