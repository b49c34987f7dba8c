// SPDX-License-Identifier: EUPL-1.2
// A team and those who belong to it: each is put in or taken out with one press, and back again.
import { useState } from "preact/hooks";
import type { Colleague, Team } from "web/api/acts";
import { Problem } from "web/api/problem";
import { labelOf } from "web/api/vocabulary";
import { Autocomplete } from "web/kit/Autocomplete";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Form } from "web/kit/Form";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { setMember } from "./membership";

export default function TeamPage({ params }: PageProps) {
    const teams = useQuery("access.list_teams", {});
    const team = teams.data?.items.find(({ id }) => id === params["team"]);
    return (
        <Page
            title={team?.name ?? t("page.access.teams")}
            back={{ href: link("/teams"), label: t("page.access.teams") }}
        >
            <Show of={teams}>
                {() =>
                    team ? (
                        <>
                            <About team={team} />
                            <Members team={team} />
                        </>
                    ) : (
                        <EmptyState title={t("web.page_not_found")} />
                    )
                }
            </Show>
        </Page>
    );
}

function About({ team }: { team: Team }) {
    const { nameOf } = useDistricts();
    return (
        <Facts>
            <Fact name={t("field.access.team_code")}>{team.code}</Fact>
            <Fact name={t("field.access.team_kind")}>{labelOf("team_kind", team.kind)}</Fact>
            <Fact name={t("field.access.districts")} rare>
                {team.districts.map(nameOf).join(", ")}
            </Fact>
        </Facts>
    );
}

function Members({ team }: { team: Team }) {
    const colleagues = useQuery("access.list_colleagues", { query: {} });
    const [problem, setProblem] = useState<Problem | null>(null);
    const [busy, setBusy] = useState(false);

    async function set({ account, name }: Colleague, belongs: boolean): Promise<void> {
        if (busy) return;
        setBusy(true);
        setProblem(null);
        try {
            await setMember(account, team.code, belongs);
            say({
                text: t(belongs ? "page.access.member_added" : "page.access.member_removed", {
                    name,
                }),
                undo: () => setMember(account, team.code, !belongs),
            });
            await colleagues.reload();
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setProblem(failure);
        } finally {
            setBusy(false);
        }
    }

    return (
        <section class="section" aria-labelledby="members">
            <h2 id="members" tabIndex={-1}>
                {t("page.access.members")}
            </h2>
            <Show of={colleagues}>
                {({ items }) => {
                    const members = items.filter(({ teams }) => teams.includes(team.code));
                    return (
                        <>
                            {members.length === 0 ? (
                                <EmptyState title={t("page.access.no_members")} />
                            ) : (
                                <MemberList
                                    members={members}
                                    onRemove={(member) => {
                                        // The button that was pressed is about to go.
                                        document.getElementById("members")?.focus();
                                        void set(member, false);
                                    }}
                                />
                            )}
                            <AddMember
                                others={items.filter((each) => !members.includes(each))}
                                problem={problem}
                                busy={busy}
                                onAdd={(colleague) => void set(colleague, true)}
                            />
                        </>
                    );
                }}
            </Show>
        </section>
    );
}

interface MemberListProps {
    members: Colleague[];
    onRemove: (member: Colleague) => void;
}

function MemberList({ members, onRemove }: MemberListProps) {
    return (
        <CardList label={t("page.access.members")}>
            {members.map((member) => (
                <Card
                    key={member.account}
                    href={link(`/accounts/${member.account}`)}
                    title={<bdi>{member.name}</bdi>}
                    second={labelOf("profession", member.profession)}
                    third={member.organisation}
                    actions={
                        <Button
                            kind="outline"
                            label={t("web.remove", { what: member.name })}
                            onClick={() => onRemove(member)}
                        >
                            {t("do.access.remove_member")}
                        </Button>
                    }
                />
            ))}
        </CardList>
    );
}

interface AddMemberProps {
    others: Colleague[];
    problem: Problem | null;
    busy: boolean;
    onAdd: (colleague: Colleague) => void;
}

function AddMember({ others, problem, busy, onAdd }: AddMemberProps) {
    const [chosen, setChosen] = useState("");
    const [nobody, setNobody] = useState<Problem | null>(null);

    function submit(): void {
        const colleague = others.find(({ account }) => account === chosen);
        setNobody(colleague ? null : nobodyChosen());
        if (!colleague) return;
        setChosen("");
        onAdd(colleague);
    }

    return (
        <Form
            class="form form-short"
            label={t("do.access.add_member")}
            problem={nobody ?? problem}
            onSubmit={submit}
        >
            <Autocomplete
                name="member"
                label={t("field.access.member")}
                hint={t("field.access.member_hint")}
                options={others.map(({ account, name }) => ({ value: account, label: name }))}
                value={chosen}
                onChange={setChosen}
            />
            <div class="form-actions">
                <Button submit kind="outline" icon="add" busy={busy}>
                    {t("do.access.add_member")}
                </Button>
            </div>
        </Form>
    );
}

function nobodyChosen(): Problem {
    const title = t("page.access.choose_member");
    const errors = [{ field: "member", code: "required", title }];
    return new Problem(422, "nobody_chosen", t("page.access.nobody_chosen"), {}, errors);
}
