// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { Problem } from "web/api/problem";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { goInstead } from "web/shell/router";
import { logIn, useSessionState } from "web/shell/session";
import { t } from "web/words/words";

// Shown in the place of any page while nobody is logged in: afterwards that page shows.
export default function LogInPage() {
    const state = useSessionState();
    const [login, setLogin] = useState("");
    const [password, setPassword] = useState("");
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);

    async function submit(): Promise<void> {
        if (busy) return;
        setBusy(true);
        setProblem(null);
        try {
            await logIn(login.trim(), password);
            if (location.hash === "#/log-in") goInstead("/");
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setProblem(failure);
            setBusy(false);
        }
    }

    return (
        <Page title={t("page.access.log_in")}>
            {state.stage === "guest" && state.expired && !problem && (
                <Alert kind="info" title={t("page.access.session_over")} />
            )}
            <Form class="form form-short" problem={problem} onSubmit={() => void submit()}>
                <TextField
                    name="login"
                    label={t("field.access.login")}
                    hint={t("field.access.login_hint")}
                    value={login}
                    autocomplete="username"
                    onInput={setLogin}
                />
                <TextField
                    name="password"
                    type="password"
                    label={t("field.access.password")}
                    value={password}
                    autocomplete="current-password"
                    onInput={setPassword}
                />
                <div class="form-actions">
                    <Button submit busy={busy}>
                        {t("do.access.log_in")}
                    </Button>
                </div>
            </Form>
        </Page>
    );
}
