// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Fact, Facts } from "web/kit/Facts";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { refreshSession, useSession } from "web/shell/session";
import { languages, t } from "web/words/words";
import { EmailField } from "./EmailField";

export default function MyAccountPage() {
    const session = useSession();
    return (
        <Page title={t("page.access.my_account")}>
            <Facts>
                <Fact name={t("field.access.name")}>
                    <bdi>{session.name}</bdi>
                </Fact>
                <Fact name={t("field.access.login")}>{session.login}</Fact>
                <Fact name={t("field.access.roles")}>
                    {session.roles.map((role) => labelOf("role", role)).join(", ")}
                </Fact>
                <Fact name={t("field.access.teams")}>
                    {session.teams.map((team) => team.name).join(", ")}
                </Fact>
            </Facts>
            <Language />
            <Email />
            <Password />
        </Page>
    );
}

function Language() {
    const session = useSession();
    const change = useAct("access.change_language");
    const [wanted, setWanted] = useState(session.language);
    const options = languages.map((code) => ({
        value: code,
        label: new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code,
    }));
    return (
        <section class="section">
            {change.problem && <ProblemAlert problem={change.problem} />}
            <ChooseOne
                name="language"
                label={t("field.access.language")}
                always
                options={options}
                value={wanted}
                onChange={(language) => {
                    setWanted(language);
                    void change.run({ body: { language } }, () => void refreshSession());
                }}
            />
        </section>
    );
}

function Email() {
    const session = useSession();
    const change = useAct("access.change_email");
    const [wanted, setWanted] = useState(session.email ?? "");

    function submit(): void {
        void change.run({ body: { email: wanted.trim() || null } }, (changed) => {
            void refreshSession();
            say({ text: t(changed.email ? "page.access.email_set" : "page.access.email_gone") });
        });
    }

    return (
        <section class="section">
            <Form class="form form-short" problem={change.problem} onSubmit={submit}>
                <EmailField value={wanted} onInput={setWanted} />
                <div class="form-actions">
                    <Button submit kind="outline" busy={change.busy}>
                        {t("do.access.change_email")}
                    </Button>
                </div>
            </Form>
        </section>
    );
}

function Password() {
    const change = useAct("access.change_password");
    const [current, setCurrent] = useState("");
    const [wanted, setWanted] = useState("");

    function changed(): void {
        setCurrent("");
        setWanted("");
        say({ text: t("page.access.password_changed") });
    }

    return (
        <section class="section">
            <h2>{t("do.access.change_password")}</h2>
            <Form
                class="form form-short"
                problem={change.problem}
                onSubmit={() => void change.run({ body: { current, wanted } }, changed)}
            >
                <TextField
                    name="current"
                    type="password"
                    label={t("field.access.current")}
                    autocomplete="current-password"
                    value={current}
                    onInput={setCurrent}
                />
                <TextField
                    name="wanted"
                    type="password"
                    label={t("field.access.wanted")}
                    hint={t("field.access.wanted_hint")}
                    autocomplete="new-password"
                    value={wanted}
                    onInput={setWanted}
                />
                <div class="form-actions">
                    <Button submit kind="outline" busy={change.busy}>
                        {t("do.access.change_password")}
                    </Button>
                </div>
            </Form>
        </section>
    );
}
