// SPDX-License-Identifier: EUPL-1.2
// The terms: what is due, from when, in how many days, and where that is written. A city may set
// days of its own.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { count, t } from "web/words/words";
import type { MinorClock } from "./types";
import "./minors.scss";

export default function ClocksPage() {
    const session = useSession();
    const clocks = useQuery("minors.list_clocks", {});
    const back = { href: link("/minors"), label: t("page.minors.minors") };
    return (
        <Page
            wide
            title={t("page.minors.clocks")}
            back={may(session, "minors.list_files") ? back : undefined}
        >
            <p class="lead">{t("page.minors.clocks_lead")}</p>
            <Show of={clocks}>
                {({ items }) => (
                    <CardList label={t("page.minors.clocks")}>
                        {items.map((clock) => (
                            <Line key={clock.what} clock={clock} onChanged={clocks.set} />
                        ))}
                    </CardList>
                )}
            </Show>
        </Page>
    );
}

function daysText(days: number): string {
    return days < 0
        ? count("page.minors.days_before", -days)
        : count("page.minors.days_within", days);
}

interface ClockProps {
    clock: MinorClock;
    onChanged: (clocks: { items: MinorClock[] }) => void;
}

function Line({ clock, onChanged }: ClockProps) {
    const session = useSession();
    const { what, from, days, days_of_network, source, confirmed } = clock;
    const isOwn = days !== days_of_network;
    return (
        <Card
            title={labelOf("minor_step", what)}
            badges={
                <>
                    {isOwn && <Badge kind="info">{t("page.minors.of_city")}</Badge>}
                    {!confirmed && <Badge kind="warning">{t("page.minors.to_confirm")}</Badge>}
                </>
            }
            second={
                <>
                    {`${labelOf("minor_clock_start", from)}: `}
                    <strong>{daysText(days)}</strong>
                    {isOwn &&
                        ` · ${t("page.minors.of_network", { days: daysText(days_of_network) })}`}
                </>
            }
            third={source}
            actions={
                may(session, "minors.set_clock") && <Setting clock={clock} onChanged={onChanged} />
            }
        />
    );
}

function Setting({ clock, onChanged }: ClockProps) {
    const set = useAct("minors.set_clock");
    const [changing, setChanging] = useState(false);
    const { what, days, days_of_network } = clock;
    const path = { what };
    const isOwn = days !== days_of_network;

    // Without days, those of the network.
    function put(wanted: number | null): void {
        void set.run({ path, body: { days: wanted } }, (clocks) => {
            setChanging(false);
            say({
                text: t(wanted === null ? "page.minors.clock_reset" : "page.minors.clock_set"),
                undo: async () => {
                    await ask("minors.set_clock", { path, body: { days: isOwn ? days : null } });
                    reloadAll();
                },
            });
            onChanged(clocks);
        });
    }

    if (changing) {
        return <Days clock={clock} act={set} onPut={put} onClose={() => setChanging(false)} />;
    }
    const label = labelOf("minor_step", what);
    return (
        <>
            {set.problem && <ProblemAlert problem={set.problem} />}
            <Button
                kind="outline"
                label={`${t("do.minors.set_clock")}: ${label}`}
                onClick={() => {
                    set.clear();
                    setChanging(true);
                }}
            >
                {t("do.minors.set_clock")}
            </Button>
            {isOwn && (
                <Button
                    kind="plain"
                    icon="undo"
                    busy={set.busy}
                    label={`${t("do.minors.reset_clock")}: ${label}`}
                    onClick={() => put(null)}
                >
                    {t("do.minors.reset_clock")}
                </Button>
            )}
        </>
    );
}

interface DaysProps {
    clock: MinorClock;
    act: ReturnType<typeof useAct<"minors.set_clock">>;
    onPut: (days: number) => void;
    onClose: () => void;
}

function Days({ clock, act, onPut, onClose }: DaysProps) {
    // Days before a birthday are less than nothing; they are written as people say them.
    const sign = clock.days_of_network < 0 ? -1 : 1;
    const [text, setText] = useState(String(clock.days * sign));

    function submit(): void {
        const isNumber = text.trim() !== "" && Number.isInteger(Number(text));
        // What is no number is for the server to say, with the expected form.
        onPut(isNumber ? Number(text) * sign : ((text.trim() || "–") as never));
    }

    return (
        <Form
            class="clock-form"
            label={labelOf("minor_step", clock.what)}
            problem={act.problem}
            onSubmit={submit}
        >
            <TextField
                name="days"
                required
                label={t(sign < 0 ? "field.minors.days_before" : "field.minors.days")}
                inputMode="numeric"
                maxLength={4}
                value={text}
                onInput={setText}
            />
            <Button submit busy={act.busy}>
                {t("web.save")}
            </Button>
            <Button kind="outline" onClick={onClose}>
                {t("web.cancel")}
            </Button>
        </Form>
    );
}
