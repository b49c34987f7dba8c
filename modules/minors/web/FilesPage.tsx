// SPDX-License-Identifier: EUPL-1.2
// Whom the équipe follows: first those for whom a term is nearest, or over.
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { LinkButton } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { bornIn, PersonName } from "modules/people/web/PersonLine";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { count, t } from "web/words/words";
import { ofAgeText } from "./ages";
import { dueText } from "./deadlines";
import type { MinorFileLine } from "./types";

const VIEWS = ["open", "closed"] as const;
type View = (typeof VIEWS)[number];

export default function FilesPage() {
    const [view, setView] = useState<View>("open");
    const files = useQuery("minors.list_files", { query: { closed: view === "closed" } });
    return (
        <Page wide title={t("page.minors.minors")} actions={<Links />}>
            <Form label={t("page.minors.which")} onSubmit={() => {}}>
                <ChooseOne
                    name="view"
                    always
                    label={t("page.minors.which")}
                    options={VIEWS.map((each) => ({
                        value: each,
                        label: t(`page.minors.view.${each}`),
                    }))}
                    value={view}
                    onChange={(chosen) => setView(chosen as View)}
                />
            </Form>
            <Show of={files}>
                {({ items, late }) => (
                    <>
                        {view === "open" && late > 0 && (
                            <p role="status">{count("page.minors.files_late", late)}</p>
                        )}
                        {items.length === 0 ? (
                            <Nothing view={view} />
                        ) : (
                            <CardList label={t("page.minors.minors")}>
                                {items.map((file) => (
                                    <Line key={file.id} file={file} />
                                ))}
                            </CardList>
                        )}
                    </>
                )}
            </Show>
        </Page>
    );
}

function Links() {
    const session = useSession();
    return (
        <>
            {may(session, "minors.list_clocks") && (
                <LinkButton kind="outline" href={link("/minors/clocks")}>
                    {t("page.minors.clocks")}
                </LinkButton>
            )}
            {may(session, "minors.show_sinba") && (
                <LinkButton kind="outline" href={link("/minors/sinba")}>
                    {t("page.minors.sinba")}
                </LinkButton>
            )}
        </>
    );
}

function Nothing({ view }: { view: View }) {
    if (view === "closed") return <EmptyState title={t("page.minors.none_closed")} />;
    return (
        <EmptyState title={t("page.minors.none_open")}>
            <p>{t("page.minors.none_hint")}</p>
        </EmptyState>
    );
}

function Line({ file }: { file: MinorFileLine }) {
    const { person_card: person, next, late } = file;
    return (
        <Card
            href={link(`/minors/files/${file.id}`)}
            title={<PersonName person={person} />}
            badges={
                <>
                    {file.unaccompanied && <Badge>{t("page.minors.unaccompanied")}</Badge>}
                    {late > 0 && <Badge kind="danger">{count("page.minors.late", late)}</Badge>}
                </>
            }
            second={[bornIn(person.birth_year, person.birth_year_estimated), ofAgeText(file)]
                .filter(Boolean)
                .join(" · ")}
            third={
                file.closed_on
                    ? t("page.minors.closed_on", { day: formatDay(file.closed_on) })
                    : next
                      ? `${labelOf("minor_step", next.what)}: ${dueText(next)}`
                      : t("page.minors.no_next")
            }
        />
    );
}
