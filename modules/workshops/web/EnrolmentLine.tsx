// SPDX-License-Identifier: EUPL-1.2
// One who takes part or waits: hours, levels of Italian, the certificate, and the way out and back.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Card } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { nameOf } from "modules/people/web/PersonLine";
import { labelOf } from "web/api/vocabulary";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { formatDay, formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { LevelsDialog } from "./LevelsDialog";
import type { Enrolment } from "./types";
import { hoursOf } from "./workshopText";

interface LineProps {
    enrolment: Enrolment;
    reload: () => Promise<void>;
}

function levelsOf({ entry_level, exit_level }: Enrolment): string {
    if (!entry_level) return "";
    const from = labelOf("cefr_level", entry_level);
    if (!exit_level) return t("page.workshops.level", { level: from });
    return t("page.workshops.levels", { from, to: labelOf("cefr_level", exit_level) });
}

export function EnrolmentLine({ enrolment, reload }: LineProps) {
    const { person_card: card, state, called } = enrolment;
    const name = card ? nameOf(card) : called;
    return (
        <Card
            href={link(`/people/${enrolment.person}`)}
            title={<bdi>{name}</bdi>}
            second={[
                state === "waiting" &&
                    t("page.workshops.asked", { when: formatInstant(enrolment.asked_at) }),
                state === "enrolled" &&
                    enrolment.enrolled_on &&
                    t("page.workshops.since", { day: formatDay(enrolment.enrolled_on) }),
                enrolment.left_on &&
                    t("page.workshops.left_on", { day: formatDay(enrolment.left_on) }),
                t("page.workshops.called", { name: called }),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={[
                enrolment.minutes_held > 0 &&
                    t("page.workshops.hours_of", {
                        attended: hoursOf(enrolment.minutes_attended),
                        held: hoursOf(enrolment.minutes_held),
                    }),
                levelsOf(enrolment),
            ]
                .filter(Boolean)
                .join(" · ")}
            actions={<Doings enrolment={enrolment} reload={reload} name={name} />}
        />
    );
}

function useDoings({ enrolment, reload }: LineProps) {
    const place = useAct("workshops.set_place");
    const cancel = useAct("workshops.cancel_enrolment");
    const print = useAct("workshops.print_certificate");
    const path = { id: enrolment.id };
    const back = (run: () => Promise<unknown>) => async () => {
        await run();
        reloadAll();
    };
    return {
        problem: place.problem ?? cancel.problem ?? print.problem,
        busy: place.busy || cancel.busy || print.busy,
        put(state: string, text: string) {
            const before = enrolment.state;
            void place.run({ path, body: { state } }, () => {
                say({
                    text,
                    undo: back(() => ask("workshops.set_place", { path, body: { state: before } })),
                });
                void reload();
            });
        },
        takeBack() {
            void cancel.run({ path }, () => {
                say({
                    text: t("page.workshops.enrolment_cancelled"),
                    undo: back(() => ask("workshops.restore_enrolment", { path })),
                });
                void reload();
            });
        },
        certify() {
            void print.run({ path }, (file) => saveFile(file, `attestato-${enrolment.id}.pdf`));
        },
    };
}

function Doings({ enrolment, reload, name }: LineProps & { name: string }) {
    const doings = useDoings({ enrolment, reload });
    const [isOpen, setOpen] = useState(false);
    const button = (text: string, onClick: () => void) => (
        <Button kind="plain" busy={doings.busy} label={`${text}: ${name}`} onClick={onClick}>
            {text}
        </Button>
    );
    const { state } = enrolment;
    return (
        <>
            {doings.problem && <ProblemAlert problem={doings.problem} />}
            {enrolment.minutes_attended > 0 &&
                button(t("do.workshops.certificate"), doings.certify)}
            {enrolment.workshop_kind === "ITALIAN_L2" &&
                button(t("do.workshops.levels"), () => setOpen(true))}
            {state !== "left" &&
                button(t("do.workshops.leave"), () =>
                    doings.put("left", t("page.workshops.has_left")),
                )}
            {state === "left" &&
                button(t("do.workshops.come_back"), () =>
                    doings.put("waiting", t("page.workshops.waits_again")),
                )}
            {button(t("do.workshops.by_mistake"), doings.takeBack)}
            {isOpen && (
                <LevelsDialog
                    enrolment={enrolment}
                    onClose={() => setOpen(false)}
                    onDone={() => {
                        setOpen(false);
                        void reload();
                    }}
                />
            )}
        </>
    );
}
