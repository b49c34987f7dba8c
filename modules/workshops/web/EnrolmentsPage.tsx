// SPDX-License-Identifier: EUPL-1.2
// Who takes part, who waits, and to whom the free place goes: somebody offers it, it never goes by
// itself.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { nameOf } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { t } from "web/words/words";
import { EnrolDialog } from "./EnrolDialog";
import { EnrolmentLine } from "./EnrolmentLine";
import type { Enrolment, Enrolments } from "./types";

const STATES = ["enrolled", "waiting", "left"];

export default function EnrolmentsPage({ params }: PageProps) {
    const workshop = params["workshop"]!;
    const page = useQuery("workshops.get_workshop", { path: { id: workshop } });
    const found = useQuery("workshops.list_enrolments", { path: { workshop } });
    const [isOpen, setOpen] = useState(false);
    const line = page.data?.line;
    const reload = async () => {
        await Promise.all([page.reload(), found.reload()]);
    };
    return (
        <Page
            title={t("page.workshops.people")}
            back={{
                href: link(`/workshops/${workshop}`),
                label: line?.name ?? t("page.workshops.workshop"),
            }}
            actions={
                line &&
                !line.closed && (
                    <Button icon="add" onClick={() => setOpen(true)}>
                        {t("do.workshops.enrol")}
                    </Button>
                )
            }
        >
            <Show of={found}>{(list) => <List list={list} reload={reload} />}</Show>
            {isOpen && line && (
                <EnrolDialog
                    workshop={line}
                    onClose={() => setOpen(false)}
                    onDone={() => {
                        setOpen(false);
                        void reload();
                    }}
                />
            )}
        </Page>
    );
}

interface ListProps {
    list: Enrolments;
    reload: () => Promise<void>;
}

function List({ list, reload }: ListProps) {
    const next = list.items.find(({ id }) => id === list.next);
    return (
        <>
            <p class="lead">
                {list.seats_free > 0
                    ? t("page.workshops.free_of", { free: list.seats_free, seats: list.seats })
                    : t("page.workshops.full_of", { seats: list.seats })}
            </p>
            {next && <Next enrolment={next} reload={reload} />}
            {list.items.length === 0 && (
                <EmptyState title={t("page.workshops.nobody_enrolled")} />
            )}
            {STATES.map((state) => (
                <Group
                    key={state}
                    title={labelOf("enrolment_state", state)}
                    items={list.items.filter((each) => each.state === state)}
                    reload={reload}
                />
            ))}
        </>
    );
}

// The place is given only once somebody has asked whether it is still wanted.
function Next({ enrolment, reload }: { enrolment: Enrolment; reload: () => Promise<void> }) {
    const set = useAct("workshops.set_place");
    const name = enrolment.person_card ? nameOf(enrolment.person_card) : enrolment.called;
    const path = { id: enrolment.id };
    const give = () =>
        void set.run({ path, body: { state: "enrolled" } }, () => {
            say({
                text: t("page.workshops.place_given"),
                undo: async () => {
                    await ask("workshops.set_place", { path, body: { state: "waiting" } });
                    reloadAll();
                },
            });
            void reload();
        });
    return (
        <Alert quiet kind="info" title={t("page.workshops.next_is", { name })}>
            <p>{t("page.workshops.next_hint")}</p>
            {set.problem && <ProblemAlert problem={set.problem} />}
            <Button busy={set.busy} onClick={give}>
                {t("do.workshops.give_place")}
            </Button>
        </Alert>
    );
}

interface GroupProps {
    title: string;
    items: Enrolment[];
    reload: () => Promise<void>;
}

function Group({ title, items, reload }: GroupProps) {
    if (items.length === 0) return null;
    return (
        <section class="section">
            <h2>{title}</h2>
            <CardList label={title}>
                {items.map((each) => (
                    <EnrolmentLine key={each.id} enrolment={each} reload={reload} />
                ))}
            </CardList>
        </section>
    );
}
