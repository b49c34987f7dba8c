// SPDX-License-Identifier: EUPL-1.2
import { LinkButton } from "web/kit/Button";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { PersonSearch } from "./PersonSearch";

export default function SearchPage() {
    const session = useSession();

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
                <PersonSearch
                    label={t("page.people.search")}
                    hrefOf={(person) => link(`/people/${person.id}`)}
                />
            </Form>
        </Page>
    );
}
