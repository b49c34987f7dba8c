// SPDX-License-Identifier: EUPL-1.2
// Those who may be one person, as last night proposes them, the likeliest first. Nothing is merged
// by the program: somebody looks, and says.
import type { Answer } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ShowPages } from "web/kit/ShowPages";
import { usePages } from "web/kit/usePages";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { t } from "web/words/words";
import { describePerson, PersonName } from "./PersonLine";
import { STRENGTHS } from "./strengths";

type Line = Answer<"people.list_pairs">["items"][number];

export default function ReviewPage({ query }: PageProps) {
    const apart = query["apart"] === "true";
    const pairs = usePages("people.list_pairs", { query: apart ? { apart } : {} });
    const title = t(apart ? "page.people.kept_apart" : "page.people.review");
    return (
        <Page
            title={title}
            back={
                apart
                    ? { href: link("/people/pairs"), label: t("page.people.review") }
                    : { href: link("/people"), label: t("page.people.persons") }
            }
            actions={
                !apart && (
                    <LinkButton kind="outline" href={link("/people/pairs", { apart: "true" })}>
                        {t("page.people.kept_apart")}
                    </LinkButton>
                )
            }
        >
            <p class="lead">
                {t(apart ? "page.people.kept_apart_lead" : "page.people.review_lead")}
            </p>
            <ShowPages
                of={pairs}
                empty={
                    <EmptyState title={t("page.people.no_pairs")}>
                        <p>{t("page.people.no_pairs_hint")}</p>
                    </EmptyState>
                }
            >
                {(items) => (
                    <CardList label={title}>
                        {items.map((pair) => (
                            <PairCard key={pair.id} pair={pair} />
                        ))}
                    </CardList>
                )}
            </ShowPages>
        </Page>
    );
}

function PairCard({ pair }: { pair: Line }) {
    const { id, strength, one, other } = pair;
    const tell = (person: Line["one"]) =>
        [person.number, describePerson(person)].filter(Boolean).join(" · ");
    return (
        <Card
            href={link(`/people/pairs/${id}`)}
            title={
                <span>
                    <PersonName person={one} /> — <PersonName person={other} />
                </span>
            }
            badges={
                <Badge kind={STRENGTHS[strength]}>{labelOf("similarity_strength", strength)}</Badge>
            }
            second={tell(one)}
            third={tell(other)}
        />
    );
}
