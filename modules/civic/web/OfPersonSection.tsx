// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: the projects they take part in with their hours, and the councils and
// associations.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PersonSectionProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { hoursText } from "./civicText";
import { MembershipDialog } from "./MembershipDialog";
import type { Engagement, Membership } from "./types";

function spanOf(from: string, to: string | null | undefined): string {
    if (!to) return t("page.civic.since", { day: formatDay(from) });
    return t("page.civic.from_to", { from: formatDay(from), to: formatDay(to) });
}

export default function OfPersonSection({ person }: PersonSectionProps) {
    const session = useSession();
    const [editing, setEditing] = useState<Membership | "new">();
    const found = useQuery("civic.show_engagement", { path: { person: person.id } });
    if (person.same_as) return null;
    const mayWrite = may(session, "civic.add_membership") && !person.erased_at;
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.civic.civic")}</h2>
                {mayWrite && (
                    <Button kind="outline" icon="add" onClick={() => setEditing("new")}>
                        {t("do.civic.add_membership")}
                    </Button>
                )}
            </div>
            <Show of={found}>
                {(engagement) => (
                    <Lines
                        engagement={engagement}
                        onChange={mayWrite ? setEditing : undefined}
                        reload={found.reload}
                    />
                )}
            </Show>
            {editing && (
                <MembershipDialog
                    person={person.id}
                    membership={editing === "new" ? undefined : editing}
                    onClose={() => setEditing(undefined)}
                    reload={found.reload}
                />
            )}
        </section>
    );
}

interface LinesProps {
    engagement: Engagement;
    onChange: ((membership: Membership) => void) | undefined;
    reload: () => Promise<void>;
}

function Lines({ engagement: { projects, memberships }, onChange, reload }: LinesProps) {
    if (projects.length === 0 && memberships.length === 0)
        return <p>{t("page.civic.no_engagement")}</p>;
    return (
        <CardList label={t("page.civic.civic")}>
            {projects.map(({ project, name, joined_on, left_on, minutes }) => (
                <Card
                    key={project + joined_on}
                    href={link(`/civic/projects/${project}`)}
                    title={<span dir="auto">{name}</span>}
                    second={`${spanOf(joined_on, left_on)} · ${hoursText(minutes)}`}
                />
            ))}
            {memberships.map((membership) => (
                <MembershipCard
                    key={membership.id}
                    membership={membership}
                    onChange={onChange}
                    reload={reload}
                />
            ))}
        </CardList>
    );
}

interface MembershipCardProps extends Omit<LinesProps, "engagement"> {
    membership: Membership;
}

function MembershipCard({ membership, onChange, reload }: MembershipCardProps) {
    const cancel = useAct("civic.cancel_membership");
    const { id, body, body_name: name, part, since, until } = membership;
    const title = [labelOf("civic_body", body), name].filter(Boolean).join(": ");
    const path = { id };

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.civic.membership_cancelled"),
                undo: async () => {
                    await ask("civic.restore_membership", { path });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Card
            title={<bdi>{title}</bdi>}
            second={`${labelOf("civic_part", part)} · ${spanOf(since, until)}`}
            actions={
                onChange && (
                    <>
                        {cancel.problem && <ProblemAlert problem={cancel.problem} />}
                        <Button
                            kind="plain"
                            label={`${t("do.civic.change")}: ${title}`}
                            onClick={() => onChange(membership)}
                        >
                            {t("do.civic.change")}
                        </Button>
                        <Button
                            kind="plain"
                            busy={cancel.busy}
                            label={`${t("do.civic.cancel_membership")}: ${title}`}
                            onClick={takeBack}
                        >
                            {t("do.civic.cancel_membership")}
                        </Button>
                    </>
                )
            }
        />
    );
}
