// SPDX-License-Identifier: EUPL-1.2
// The frame for whoever is in no list: places where persons of the group are met, and their hours.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { count, t } from "web/words/words";
import { CentreDialog, SlotsDialog } from "./CentreDialogs";
import type { PlanPartProps } from "./PlanPage";
import type { Centre } from "./types";

type Open = { what: "centre"; centre?: Centre } | { what: "slots"; centre: Centre };

export function CentresSection({ plan, reload }: PlanPartProps) {
    const { wave } = plan;
    const [open, setOpen] = useState<Open>();
    const centres = plan.centres.filter(({ removed }) => !removed);
    const isOpen = wave.state !== "CLOSED" && !wave.removed;
    const close = () => setOpen(undefined);
    const done = () => {
        close();
        void reload();
    };
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.survey.centres")}</h2>
                {isOpen && (
                    <Button kind="outline" icon="add" onClick={() => setOpen({ what: "centre" })}>
                        {t("do.survey.add_centre")}
                    </Button>
                )}
            </div>
            <p class="lead">{t("page.survey.centres_hint")}</p>
            {centres.length === 0 && <EmptyState title={t("page.survey.no_centres")} />}
            {centres.length > 0 && (
                <CardList label={t("page.survey.centres")}>
                    {centres.map((centre) => (
                        <Line
                            key={centre.id}
                            centre={centre}
                            isOpen={isOpen}
                            reload={reload}
                            onOpen={setOpen}
                        />
                    ))}
                </CardList>
            )}
            {open?.what === "centre" && (
                <CentreDialog
                    wave={wave.id}
                    {...(open.centre && { centre: open.centre })}
                    onClose={close}
                    onDone={done}
                />
            )}
            {open?.what === "slots" && (
                <SlotsDialog centre={open.centre} onClose={close} onDone={done} />
            )}
        </section>
    );
}

interface LineProps {
    centre: Centre;
    isOpen: boolean;
    reload: () => Promise<void>;
    onOpen: (open: Open) => void;
}

function Line({ centre, isOpen, reload, onOpen }: LineProps) {
    const remove = useAct("survey.remove_centre");
    const { id, name } = centre;
    const path = { id };
    const button = (words: string, onClick: () => void) => (
        <Button kind="plain" label={`${words}: ${name}`} busy={remove.busy} onClick={onClick}>
            {words}
        </Button>
    );
    return (
        <Card
            title={<bdi>{name}</bdi>}
            second={[
                labelOf("survey_centre_kind", centre.kind),
                centre.district_name,
                t("page.survey.centre_code", { code: centre.code }),
            ].join(" · ")}
            third={[
                t("page.survey.attendance_of", { n: centre.attendance }),
                count("page.survey.slots", centre.slots),
            ].join(" · ")}
            actions={
                isOpen && (
                    <>
                        {remove.problem && <ProblemAlert problem={remove.problem} />}
                        {button(t("do.survey.add_slots"), () => onOpen({ what: "slots", centre }))}
                        {button(t("web.change"), () => onOpen({ what: "centre", centre }))}
                        {button(t("do.survey.remove"), () =>
                            void remove.run({ path }, () => {
                                say({
                                    text: t("page.survey.centre_removed"),
                                    undo: async () => {
                                        await ask("survey.restore_centre", { path });
                                        reloadAll();
                                    },
                                });
                                void reload();
                            }),
                        )}
                    </>
                )
            }
        />
    );
}
