// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: the way to the équipe for minors, or to the file that it has.
import { LinkButton } from "web/kit/Button";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PersonSectionProps } from "web/shell/module";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { mayBeEntrusted } from "./ages";

type PersonProps = Pick<PersonSectionProps, "person">;

export default function EntrustSection({ person }: PersonProps) {
    const session = useSession();
    if (person.same_as) return null;
    if (may(session, "minors.find_file_of_person")) return <OfTeam person={person} />;
    return <Offer person={person} />;
}

function OfTeam({ person }: PersonProps) {
    const found = useQuery("minors.find_file_of_person", { path: { person: person.id } });
    return (
        <Show of={found}>
            {({ file }) =>
                file ? (
                    <section class="section">
                        <h2>{t("page.minors.minors")}</h2>
                        <div class="form-actions">
                            <LinkButton kind="outline" href={link(`/minors/files/${file}`)}>
                                {t("do.minors.open_file")}
                            </LinkButton>
                        </div>
                    </section>
                ) : (
                    <Offer person={person} />
                )
            }
        </Show>
    );
}

// Not to whoever is known to be too old for it.
function Offer({ person }: PersonProps) {
    if (!mayBeEntrusted(person)) return null;
    return (
        <section class="section">
            <h2>{t("page.minors.minors")}</h2>
            <p>{t("page.minors.offer")}</p>
            <div class="form-actions">
                <LinkButton kind="outline" href={link("/minors/entrust", { person: person.id })}>
                    {t("do.minors.entrust")}
                </LinkButton>
            </div>
        </section>
    );
}
