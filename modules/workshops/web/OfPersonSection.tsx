// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: the workshops and courses they take part in.
import { labelOf } from "web/api/vocabulary";
import { Badge, Card, CardList } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PersonSectionProps } from "web/shell/module";
import { link } from "web/shell/router";
import { t } from "web/words/words";
import { hoursOf } from "./workshopText";

export default function OfPersonSection({ person }: PersonSectionProps) {
    const found = useQuery("workshops.list_of_person", { path: { person: person.id } });
    if (person.same_as) return null;
    return (
        <Show of={found}>
            {({ items }) =>
                items.length > 0 && (
                    <section class="section">
                        <h2>{t("page.workshops.workshops")}</h2>
                        <CardList label={t("page.workshops.workshops")}>
                            {items.map((each) => (
                                <Card
                                    key={each.id}
                                    href={link(`/workshops/${each.workshop}`)}
                                    title={<bdi>{each.workshop_name}</bdi>}
                                    badges={
                                        <Badge>
                                            {labelOf("enrolment_state", each.state)}
                                        </Badge>
                                    }
                                    second={labelOf("workshop_kind", each.workshop_kind)}
                                    third={
                                        each.minutes_held > 0 &&
                                        t("page.workshops.hours_of", {
                                            attended: hoursOf(each.minutes_attended),
                                            held: hoursOf(each.minutes_held),
                                        })
                                    }
                                />
                            ))}
                        </CardList>
                    </section>
                )
            }
        </Show>
    );
}
