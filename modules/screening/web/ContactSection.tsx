// SPDX-License-Identifier: EUPL-1.2
// On the page of a contact with a person: a short look at how that person is.
import { LinkButton } from "web/kit/Button";
import type { ContactSectionProps } from "web/shell/module";
import { link } from "web/shell/router";
import { t } from "web/words/words";

export default function ContactSection({ contact }: ContactSectionProps) {
    if (!contact.person || contact.cancelled) return null;
    return (
        <div class="form-actions">
            <LinkButton kind="outline" icon="add" href={link("/screening/new", { contact: contact.id })}>
                {t("do.screening.screen")}
            </LinkButton>
        </div>
    );
}
