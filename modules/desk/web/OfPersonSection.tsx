// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: to the reception's list.
import { LinkButton } from "web/kit/Button";
import type { PersonSectionProps } from "web/shell/module";
import { link } from "web/shell/router";
import { t } from "web/words/words";

export default function OfPersonSection({ person }: PersonSectionProps) {
    if (person.same_as) return null;
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.desk.desk")}</h2>
                <LinkButton
                    kind="outline"
                    icon="add"
                    href={link("/desk/new", { person: person.id })}
                >
                    {t("do.desk.queue_person")}
                </LinkButton>
            </div>
        </section>
    );
}
