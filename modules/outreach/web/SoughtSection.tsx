// SPDX-License-Identifier: EUPL-1.2
// Whom this outing looks for: the phones of the team take these persons along.
import { useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonLine } from "modules/people/web/PersonLine";
import { PersonSearch } from "modules/people/web/PersonSearch";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";

export function SoughtSection({ outing }: { outing: string }) {
    const session = useSession();
    const mayLook = may(session, "outreach.list_sought");
    const sought = useQuery("outreach.list_sought", mayLook ? { path: { outing } } : null);
    const seek = useAct("outreach.seek_person");
    const stop = useAct("outreach.stop_seeking");
    const [adding, setAdding] = useState(false);
    const problem = seek.problem ?? stop.problem;

    // Without a signal nobody is added; those who were are found by the search.
    if (!sought.data) return null;
    const { items } = sought.data;
    return (
        <section class="section">
            <h2>{t("page.outreach.sought")}</h2>
            {problem && <ProblemAlert problem={problem} />}
            {items.length === 0 && <p>{t("page.outreach.nobody_sought")}</p>}
            {items.length > 0 && (
                <CardList label={t("page.outreach.sought")}>
                    {items.map((person) => (
                        <PersonLine
                            key={person.id}
                            person={person}
                            href={link(`/people/${person.id}`)}
                            actions={
                                <Button
                                    kind="plain"
                                    busy={stop.busy}
                                    label={`${t("do.outreach.stop_seeking")}: ${person.name}`}
                                    onClick={() =>
                                        void stop.run(
                                            { path: { outing, person: person.id } },
                                            sought.set,
                                        )
                                    }
                                >
                                    {t("do.outreach.stop_seeking")}
                                </Button>
                            }
                        />
                    ))}
                </CardList>
            )}
            {adding ? (
                <PersonSearch
                    label={t("field.outreach.person")}
                    actionsOf={(person) => (
                        <Button
                            kind="outline"
                            busy={seek.busy}
                            onClick={() =>
                                void seek.run({ path: { outing, person: person.id } }, (found) => {
                                    sought.set(found);
                                    setAdding(false);
                                })
                            }
                        >
                            {t("do.outreach.seek_person")}
                        </Button>
                    )}
                />
            ) : (
                <div class="form-actions">
                    <Button kind="plain" icon="add" onClick={() => setAdding(true)}>
                        {t("do.outreach.seek_person")}
                    </Button>
                </div>
            )}
        </section>
    );
}
