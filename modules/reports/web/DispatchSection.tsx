// SPDX-License-Identifier: EUPL-1.2
// Whom to send: the units in the order of what speaks for each, and why.
import { useState } from "preact/hooks";
import type { Report, SuggestedTeam } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, type BadgeKind, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";

interface DispatchSectionProps {
    report: Report;
    reload: () => Promise<void>;
}

const STANDING = new Set(["offered", "accepted", "arrived"]);

export function DispatchSection({ report, reload }: DispatchSectionProps) {
    const withdraw = useAct("reports.withdraw_dispatch");
    const standing = report.dispatches.find(({ state }) => STANDING.has(state));
    return (
        <section class="section">
            <h2>{t("page.reports.units")}</h2>
            {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
            {report.dispatches.length > 0 && (
                <CardList label={t("page.reports.dispatches")}>
                    {report.dispatches.map((one) => (
                        <Card
                            key={one.id}
                            title={one.team_name}
                            badges={<Badge>{labelOf("dispatch_state", one.state)}</Badge>}
                            second={[
                                formatInstant(one.offered_at),
                                one.offered_by_name,
                                one.decline_reason &&
                                    labelOf("decline_reason", one.decline_reason),
                            ]
                                .filter(Boolean)
                                .join(" · ")}
                        />
                    ))}
                </CardList>
            )}
            {!report.priority && <p>{t("page.reports.assess_before_units")}</p>}
            {report.priority && !standing && !report.finding && (
                <Suggestions report={report} reload={reload} />
            )}
            {standing && !report.finding && (
                <div class="form-actions">
                    <Button
                        kind="outline"
                        icon="undo"
                        busy={withdraw.busy}
                        onClick={() =>
                            void withdraw.run({ path: { id: standing.id } }, () => {
                                say({ text: t("page.reports.offer_withdrawn") });
                                void reload();
                            })
                        }
                    >
                        {t("do.reports.withdraw")}
                    </Button>
                </div>
            )}
        </section>
    );
}

function Suggestions({ report, reload }: DispatchSectionProps) {
    const teams = useQuery("reports.suggest_teams", { path: { id: report.id } });
    const offer = useAct("reports.offer_dispatch");
    const [note, setNote] = useState("");

    function send(team: SuggestedTeam): void {
        const id = uuid7();
        const body = {
            id,
            report: report.id,
            team: team.team,
            outing: team.outing ?? null,
            note: note.trim() || null,
        };
        void offer.run({ body }, () => {
            say({
                text: t("page.reports.offered", { team: team.team_name }),
                undo: async () => {
                    await ask("reports.withdraw_dispatch", { path: { id } });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <Form class="form" problem={offer.problem} onSubmit={() => {}}>
            <TextField
                name="note"
                label={t("field.reports.note_for_unit")}
                value={note}
                onInput={setNote}
            />
            <Show of={teams}>
                {({ items }) => (
                    <CardList label={t("page.reports.units")}>
                        {items.map((team) => (
                            <Suggestion
                                key={team.team}
                                team={team}
                                busy={offer.busy}
                                onSend={() => send(team)}
                            />
                        ))}
                    </CardList>
                )}
            </Show>
        </Form>
    );
}

const AGAINST = new Set(["lacks_profession", "busy", "declined_before"]);

function reasonKind(reason: string): BadgeKind {
    if (AGAINST.has(reason)) return "warning";
    return reason === "out_now" ? "success" : "info";
}

interface SuggestionProps {
    team: SuggestedTeam;
    busy: boolean;
    onSend: () => void;
}

function Suggestion({ team, busy, onSend }: SuggestionProps) {
    return (
        <Card
            title={team.team_name}
            second={
                <span class="report-reasons">
                    {team.reasons.map((reason) => (
                        <Badge key={reason} kind={reasonKind(reason)}>
                            {labelOf("dispatch_reason", reason)}
                        </Badge>
                    ))}
                </span>
            }
            third={[
                team.begins && team.ends
                    ? t("page.reports.outing_hours", { begins: team.begins, ends: team.ends })
                    : t("page.reports.not_out"),
                ...team.members.map((member) =>
                    [
                        member.name,
                        member.profession && labelOf("profession", member.profession),
                        member.speaks.length > 0 &&
                            t("page.reports.speaks", {
                                languages: member.speaks
                                    .map((code) => labelOf("language", code))
                                    .join(", "),
                            }),
                    ]
                        .filter(Boolean)
                        .join(", "),
                ),
            ].join(" · ")}
            actions={
                <Button kind="outline" busy={busy} onClick={onSend}>
                    {t("do.reports.offer", { team: team.team_name })}
                </Button>
            }
        />
    );
}
