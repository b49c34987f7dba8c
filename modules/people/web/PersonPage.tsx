// SPDX-License-Identifier: EUPL-1.2
import type { Person } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Card, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { PersonSections } from "web/shell/Sections";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { countryName, formatDay } from "web/words/format";
import { t } from "web/words/words";
import { bornIn, fullNameOf } from "./PersonLine";

export default function PersonPage({ params }: PageProps) {
    const session = useSession();
    const id = params["person"]!;
    const person = useQuery("people.get_person", { path: { id } });
    const data = person.data;
    const mayWrite = data && !data.same_as && !data.erased_at;

    return (
        <Page
            title={data ? <bdi>{fullNameOf(data)}</bdi> : t("page.people.person")}
            windowTitle={data?.number ?? t("page.people.person")}
            back={{ href: link("/people"), label: t("page.people.persons") }}
            actions={
                data && (
                    <>
                        {may(session, "access.list_journal") && (
                            <LinkButton kind="outline" href={link("/journal", { person: id })}>
                                {t("do.people.who_read")}
                            </LinkButton>
                        )}
                        {mayWrite && may(session, "people.change_person") && (
                            <LinkButton kind="outline" href={link(`/people/${id}/change`)}>
                                {t("web.change")}
                            </LinkButton>
                        )}
                        {mayWrite && may(session, "people.merge_persons") && (
                            <LinkButton kind="outline" href={link(`/people/${id}/merge`)}>
                                {t("do.people.merge_persons")}
                            </LinkButton>
                        )}
                    </>
                )
            }
        >
            <Show of={person}>
                {(found) => (
                    <>
                        {found.same_as && <SameAs other={found.same_as} />}
                        {found.erased_at && (
                            <Alert kind="info" quiet title={t("page.people.erased")}>
                                <p>{t("page.people.erased_hint")}</p>
                            </Alert>
                        )}
                        <Identity person={found} />
                        {found.merged.length > 0 && (
                            <Merged person={found} reload={person.reload} />
                        )}
                        <PersonSections person={found} reload={person.reload} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function SameAs({ other }: { other: string }) {
    return (
        <Alert kind="info" quiet title={t("page.people.same_as")}>
            <LinkButton kind="outline" href={link(`/people/${other}`)}>
                {t("page.people.to_kept")}
            </LinkButton>
        </Alert>
    );
}

function Identity({ person }: { person: Person }) {
    const birth = person.birth_date
        ? formatDay(person.birth_date)
        : bornIn(person.birth_year, person.birth_year_estimated);
    const citizenship =
        person.citizenship && (countryName(person.citizenship) ?? person.citizenship);
    return (
        <Facts>
            <Fact name={t("field.people.number")}>{person.number}</Fact>
            <Fact name={t("field.people.gender")}>{labelOf("gender", person.gender)}</Fact>
            <Fact name={t("field.people.birth")}>{birth}</Fact>
            <Fact name={t("field.people.citizenship")}>{citizenship}</Fact>
            <Fact name={t("field.people.languages")}>
                {person.languages?.map((code) => labelOf("language", code)).join(", ")}
            </Fact>
            <Fact name={t("field.people.aliases")} rare>
                {person.aliases?.length ? <bdi>{person.aliases.join(", ")}</bdi> : null}
            </Fact>
            <Fact name={t("field.people.phone")} rare>
                {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}
            </Fact>
            {person.identifiers?.map(({ kind, value, expires_on }) => (
                <Fact key={kind + value} name={labelOf("identifier_kind", kind)}>
                    {value}
                    {expires_on && ` · ${t("page.people.until", { day: formatDay(expires_on) })}`}
                </Fact>
            ))}
            <Fact name={t("field.people.notes")} rare>
                {person.notes}
            </Fact>
        </Facts>
    );
}

function Merged({ person, reload }: { person: Person; reload: () => Promise<void> }) {
    const session = useSession();
    const undo = useAct("people.undo_merge");
    return (
        <section class="section">
            <h2>{t("page.people.merged")}</h2>
            {undo.problem && <ProblemAlert problem={undo.problem} />}
            <CardList label={t("page.people.merged")}>
                {person.merged.map(({ merge, person: other, name }) => (
                    <Card
                        key={merge}
                        href={link(`/people/${other}`)}
                        title={<bdi>{name}</bdi>}
                        actions={
                            may(session, "people.undo_merge") && (
                                <Button
                                    kind="outline"
                                    icon="undo"
                                    busy={undo.busy}
                                    onClick={() =>
                                        void undo.run({ path: { id: merge } }, () => {
                                            say({ text: t("page.people.merge_undone") });
                                            void reload();
                                        })
                                    }
                                >
                                    {t("do.people.undo_merge")}
                                </Button>
                            )
                        }
                    />
                ))}
            </CardList>
        </section>
    );
}
