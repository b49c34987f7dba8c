// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: what was found, when, and what it warned of.
import type { Screening } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PersonSectionProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { count, t } from "web/words/words";

export default function ScreeningsSection({ person }: PersonSectionProps) {
    const session = useSession();
    const screenings = useQuery("screening.list_of_person", { path: { person: person.id } });
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.screening.screenings")}</h2>
                {!person.same_as && may(session, "screening.record_screening") && (
                    <LinkButton
                        kind="outline"
                        icon="add"
                        href={link("/screening/new", { person: person.id })}
                    >
                        {t("do.screening.screen")}
                    </LinkButton>
                )}
            </div>
            <Show of={screenings}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.screening.none")}>
                            <p>{t("page.screening.none_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.screening.screenings")}>
                            {items.map((each) => (
                                <Line key={each.id} screening={each} reload={screenings.reload} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </section>
    );
}

interface LineProps {
    screening: Screening;
    reload: () => Promise<void>;
}

function Line({ screening, reload }: LineProps) {
    const found = screening.findings.map(
        ({ circumstance, severity }) =>
            `${labelOf("vulnerability", circumstance)} (${labelOf("severity", severity).toLowerCase()})`,
    );
    const waiting = screening.warnings.filter(({ state }) => state === "open").length;
    return (
        <Card
            title={formatDay(screening.day)}
            badges={
                <>
                    {screening.cancelled && <Badge>{t("page.screening.cancelled")}</Badge>}
                    {waiting > 0 && (
                        <Badge kind="warning">{count("page.screening.raised", waiting)}</Badge>
                    )}
                </>
            }
            second={found.join(" · ") || t("page.screening.nothing_found")}
            third={
                <>
                    {screening.recorded_by_name}
                    {screening.note && (
                        <>
                            {" · "}
                            <bdi>{screening.note}</bdi>
                        </>
                    )}
                </>
            }
            actions={<Actions screening={screening} reload={reload} />}
        />
    );
}

function Actions({ screening, reload }: LineProps) {
    const session = useSession();
    const cancel = useAct("screening.cancel_screening");
    const restore = useAct("screening.restore_screening");
    const path = { id: screening.id };
    const problem = cancel.problem ?? restore.problem;
    if (!may(session, "screening.change_screening")) return null;
    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            {screening.cancelled ? (
                <Button
                    kind="plain"
                    icon="undo"
                    busy={restore.busy}
                    onClick={() =>
                        void restore.run({ path }, () => {
                            say({ text: t("page.screening.restored") });
                            void reload();
                        })
                    }
                >
                    {t("do.screening.restore")}
                </Button>
            ) : (
                <>
                    <LinkButton kind="plain" href={link(`/screening/${screening.id}/change`)}>
                        {t("do.screening.change")}
                    </LinkButton>
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        onClick={() =>
                            void cancel.run({ path }, () => {
                                say({ text: t("page.screening.undone") });
                                void reload();
                            })
                        }
                    >
                        {t("do.screening.cancel")}
                    </Button>
                </>
            )}
        </>
    );
}
