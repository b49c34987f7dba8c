// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { LinkButton } from "web/kit/Button";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { FoundPersons } from "./FoundPersons";

export default function SearchPage() {
    const session = useSession();
    const [text, setText] = useState("");

    return (
        <Page
            title={t("page.people.persons")}
            actions={
                may(session, "people.add_person") && (
                    <LinkButton href={link("/people/new")} icon="add" kind="outline">
                        {t("do.people.add_person")}
                    </LinkButton>
                )
            }
        >
            <Form class="form" label={t("page.people.search")} onSubmit={() => {}}>
                <TextField
                    name="text"
                    type="search"
                    inputMode="search"
                    label={t("page.people.search")}
                    hint={t("page.people.search_hint")}
                    value={text}
                    onInput={setText}
                />
            </Form>
            <FoundPersons
                text={text}
                hrefOf={(person) => link(`/people/${person.id}`)}
                nothing={
                    <EmptyState title={t("page.people.nobody_found")}>
                        <p>{t("page.people.nobody_found_hint")}</p>
                    </EmptyState>
                }
            />
        </Page>
    );
}
