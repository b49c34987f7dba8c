// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Account } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { t } from "web/words/words";
import { EmailField } from "./EmailField";
import { RolesAndTeams } from "./RolesAndTeams";

export default function ChangeAccountPage({ params }: PageProps) {
    const accounts = useQuery("access.list_accounts", { query: { limit: 200 } });
    return (
        <Page
            title={t("page.access.account")}
            back={{ href: link("/accounts"), label: t("page.access.accounts") }}
        >
            <Show of={accounts}>
                {({ items }) => {
                    const account = items.find((each) => each.id === params["account"]);
                    if (!account) return <EmptyState title={t("web.page_not_found")} />;
                    return (
                        <>
                            {account.locked && (
                                <Locked account={account} onUnlocked={accounts.reload} />
                            )}
                            <Change account={account} />
                            <NewPassword account={account} />
                        </>
                    );
                }}
            </Show>
        </Page>
    );
}

function Locked({ account, onUnlocked }: { account: Account; onUnlocked: () => Promise<void> }) {
    const unlock = useAct("access.unlock_account");
    return (
        <Alert kind="warning" quiet title={t("page.access.locked_hint")}>
            {unlock.problem && <ProblemAlert problem={unlock.problem} />}
            <Button
                kind="outline"
                busy={unlock.busy}
                onClick={() =>
                    void unlock.run({ path: { id: account.id } }, () => void onUnlocked())
                }
            >
                {t("do.access.unlock_account")}
            </Button>
        </Alert>
    );
}

function Change({ account }: { account: Account }) {
    const act = useAct("access.change_account");
    const [wish, setWish] = useState({
        name: account.name,
        roles: account.roles,
        teams: account.teams,
        speaks: account.speaks,
        email: account.email ?? "",
        active: account.active,
    });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const body = { ...wish, email: wish.email.trim() || null };
        void act.run({ path: { id: account.id }, body }, (changed) => {
            say({ text: t("page.access.account_changed", { name: changed.name }) });
            goInstead("/accounts");
        });
    }

    return (
        <Form class="form" problem={act.problem} onSubmit={submit}>
            <TextField
                name="name"
                required
                label={t("field.access.name")}
                value={wish.name}
                onInput={(name) => change({ name })}
            />
            <RolesAndTeams {...wish} onChange={change} />
            <EmailField value={wish.email} onInput={(email) => change({ email })} />
            <ChooseOne
                name="active"
                always
                label={t("field.access.active")}
                hint={t("field.access.active_hint")}
                options={[
                    { value: "yes", label: t("web.yes") },
                    { value: "no", label: t("web.no") },
                ]}
                value={wish.active ? "yes" : "no"}
                onChange={(value) => change({ active: value === "yes" })}
            />
            <div class="form-actions">
                <Button submit busy={act.busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}

// For somebody who has forgotten theirs.
function NewPassword({ account }: { account: Account }) {
    const act = useAct("access.set_password");
    const [wanted, setWanted] = useState("");

    function submit(): void {
        void act.run({ path: { id: account.id }, body: { wanted } }, () => {
            setWanted("");
            say({ text: t("page.access.password_set", { name: account.name }) });
        });
    }

    return (
        <section class="section">
            <h2>{t("do.access.set_password")}</h2>
            <Form class="form form-short" problem={act.problem} onSubmit={submit}>
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
                    <Button submit kind="outline" busy={act.busy}>
                        {t("do.access.set_password")}
                    </Button>
                </div>
            </Form>
        </section>
    );
}
