// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { languages, t } from "web/words/words";
import { EmailField } from "./EmailField";
import { RolesAndTeams } from "./RolesAndTeams";

export default function NewAccountPage() {
    const add = useAct("access.add_account");
    const [account, setAccount] = useState({
        id: uuid7(),
        login_name: "",
        name: "",
        roles: [] as string[],
        teams: [] as string[],
        speaks: [] as string[],
        language: "it",
        profession: "",
        organisation: "",
        email: "",
        password: "",
    });
    const change = (part: Partial<typeof account>) => setAccount({ ...account, ...part });

    function submit(): void {
        const body = {
            ...account,
            profession: account.profession || null,
            organisation: account.organisation.trim() || null,
            email: account.email.trim() || null,
        };
        void add.run({ body }, (added) => {
            say({ text: t("page.access.account_added", { name: added.name }) });
            goInstead("/accounts");
        });
    }

    return (
        <Page
            title={t("do.access.add_account")}
            back={{ href: link("/accounts"), label: t("page.access.accounts") }}
        >
            <Form class="form" problem={add.problem} onSubmit={submit}>
                <TextField
                    name="name"
                    required
                    label={t("field.access.name")}
                    value={account.name}
                    onInput={(name) => change({ name })}
                />
                <TextField
                    name="login_name"
                    required
                    label={t("field.access.login_name")}
                    hint={t("field.access.login_name_hint")}
                    value={account.login_name}
                    onInput={(login_name) => change({ login_name: login_name.toLowerCase() })}
                />
                <RolesAndTeams {...account} onChange={change} />
                <div class="form-pair">
                    <Select
                        name="profession"
                        label={t("field.access.profession")}
                        options={options("profession")}
                        empty={t("web.not_recorded")}
                        value={account.profession}
                        onChange={(profession) => change({ profession })}
                    />
                    <TextField
                        name="organisation"
                        label={t("field.access.organisation")}
                        value={account.organisation}
                        onInput={(organisation) => change({ organisation })}
                    />
                </div>
                <EmailField value={account.email} onInput={(email) => change({ email })} />
                <ChooseOne
                    name="language"
                    always
                    label={t("field.access.language")}
                    options={languages.map((code) => ({
                        value: code,
                        label: new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code,
                    }))}
                    value={account.language}
                    onChange={(language) => change({ language })}
                />
                <TextField
                    name="password"
                    type="password"
                    required
                    label={t("field.access.first_password")}
                    hint={t("field.access.wanted_hint")}
                    autocomplete="new-password"
                    value={account.password}
                    onInput={(password) => change({ password })}
                />
                <div class="form-actions">
                    <Button submit busy={add.busy}>
                        {t("web.save")}
                    </Button>
                </div>
            </Form>
        </Page>
    );
}
