// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Outing, Session, Team } from "web/api/acts";
import { Button } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { DateField, TextArea, TextField, TimeField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";

export default function OpenOutingPage() {
    // What the last outings were like is what this one will be like.
    const outings = useQuery("outreach.list_outings", { query: { limit: 30 } });
    const teams = useQuery("access.list_teams", {});
    const session = useSession();
    return (
        <Page
            title={t("do.outreach.open_outing")}
            back={{ href: link("/outreach"), label: t("page.outreach.tonight") }}
        >
            <Show of={outings}>
                {({ items }) => (
                    <Show of={teams}>
                        {(known) => (
                            <OpenOuting earlier={items} teams={whoGoesOut(session, known.items)} />
                        )}
                    </Show>
                )}
            </Show>
        </Page>
    );
}

// One's own mobile unit; for those who coordinate, any of them.
function whoGoesOut(session: Session, teams: Team[]): Team[] {
    const units = teams.filter((team) => team.kind === "mobile_unit");
    const own = units.filter((unit) => session.teams.some((team) => team.code === unit.code));
    return own.length > 0 ? own : units;
}

interface OpenOutingProps {
    earlier: Outing[];
    teams: Team[];
}

function OpenOuting({ earlier, teams }: OpenOutingProps) {
    const session = useSession();
    const open = useAct("outreach.open_outing");
    const lastOf = (team: string) => earlier.find((outing) => outing.team === team);
    const likeLast = (team: string) => {
        const last = lastOf(team);
        return {
            team,
            begins: last?.begins?.slice(0, 5) ?? "20:00",
            ends: last?.ends?.slice(0, 5) ?? "23:59",
            vehicle: last?.vehicle ?? "",
            stops: last?.stops.join("\n") ?? "",
            members: session.teams.some(({ code }) => code === team) ? [session.account] : [],
        };
    };
    const [wish, setWish] = useState(() => ({
        id: uuid7(),
        day: today(),
        ...likeLast(teams[0]?.code ?? ""),
    }));
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    const colleagues = useQuery("access.list_colleagues", { query: { team: wish.team } });

    function submit(): void {
        const body = {
            ...wish,
            vehicle: wish.vehicle.trim() || null,
            stops: wish.stops
                .split("\n")
                .map((stop) => stop.trim())
                .filter(Boolean),
        };
        void open.run({ body }, (outing) => {
            say({ text: t("page.outreach.outing_opened") });
            goInstead(`/outreach/outings/${outing.id}`);
        });
    }

    return (
        <Form class="form" problem={open.problem} onSubmit={submit}>
            <ChooseOne
                name="team"
                always
                label={t("field.outreach.team")}
                options={teams.map(({ code, name }) => ({ value: code, label: name }))}
                value={wish.team}
                onChange={(team) => change(likeLast(team))}
            />
            <DateField
                name="day"
                required
                label={t("field.outreach.day")}
                value={wish.day}
                onInput={(day) => change({ day })}
            />
            <div class="form-pair form-pair-tight">
                <TimeField
                    name="begins"
                    label={t("field.outreach.begins")}
                    value={wish.begins}
                    onInput={(begins) => change({ begins })}
                />
                <TimeField
                    name="ends"
                    label={t("field.outreach.ends")}
                    value={wish.ends}
                    onInput={(ends) => change({ ends })}
                />
            </div>
            <ChooseSome
                name="members"
                label={t("field.outreach.members")}
                options={(colleagues.data?.items ?? []).map(({ account, name }) => ({
                    value: account,
                    label: name,
                }))}
                values={wish.members}
                onChange={(members) => change({ members })}
            />
            <TextArea
                name="stops"
                label={t("field.outreach.stops")}
                hint={t("field.outreach.stops_hint")}
                value={wish.stops}
                onInput={(stops) => change({ stops })}
            />
            <TextField
                name="vehicle"
                label={t("field.outreach.vehicle")}
                value={wish.vehicle}
                onInput={(vehicle) => change({ vehicle })}
            />
            <div class="form-save">
                <Button submit busy={open.busy}>
                    {t("do.outreach.open_outing_now")}
                </Button>
            </div>
        </Form>
    );
}
