// SPDX-License-Identifier: EUPL-1.2
// Days and hours at the places of the frame: drawn or not, whose they are, every how many one is
// asked.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Badge, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Table } from "web/kit/Table";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay, formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { ChooseInterviewer } from "./ChooseInterviewer";
import { EveryDialog } from "./EveryDialog";
import type { PlanPartProps } from "./PlanPage";
import { byDay, hoursOf, probabilityText } from "./surveyText";
import type { Slot } from "./types";

const SHOWN_AT_FIRST = 60;

export function SlotsSection({ plan, reload }: PlanPartProps) {
    const { nameOf } = useDistricts();
    const [which, setWhich] = useState("drawn");
    const [all, setAll] = useState(false);
    const [changing, setChanging] = useState<Slot>();
    const slots = plan.slots.filter(({ removed }) => !removed).toSorted(byDay);
    const isOpen = plan.wave.state !== "CLOSED" && !plan.wave.removed;
    const wanted = which === "drawn" ? slots.filter(({ drawn }) => drawn) : slots;
    const shown = all ? wanted : wanted.slice(0, SHOWN_AT_FIRST);
    if (slots.length === 0) return null;
    return (
        <section class="section">
            <h2>{t("page.survey.slot_list")}</h2>
            <ChooseOne
                name="which"
                always
                label={t("page.survey.which")}
                options={[
                    { value: "drawn", label: t("page.survey.drawn_only") },
                    { value: "all", label: t("page.survey.whole_frame") },
                ]}
                value={which}
                onChange={setWhich}
            />
            {wanted.length === 0 && <EmptyState title={t("page.survey.none_drawn")} />}
            {wanted.length > 0 && (
                <Table
                    caption={t("page.survey.slot_list")}
                    hideCaption
                    rows={shown}
                    keyOf={({ id }) => id}
                    columns={[
                        {
                            head: t("page.survey.slot"),
                            cell: (slot) => <bdi>{nameIn(slot)}</bdi>,
                        },
                        {
                            head: t("page.survey.district"),
                            cell: ({ district }) => nameOf(district),
                        },
                        {
                            head: t("page.survey.drawn"),
                            cell: ({ drawn, probability }) =>
                                drawn ? (
                                    <>
                                        <Badge kind="success">{t("page.survey.drawn")}</Badge>{" "}
                                        {probabilityText(probability)}
                                    </>
                                ) : (
                                    "–"
                                ),
                        },
                        {
                            head: t("page.survey.every_short"),
                            cell: ({ every }) => formatNumber(every),
                            isNumber: true,
                        },
                        {
                            head: t("page.survey.counted_short"),
                            cell: ({ counted }) =>
                                counted === null || counted === undefined
                                    ? "–"
                                    : formatNumber(counted),
                            isNumber: true,
                        },
                        {
                            head: t("page.survey.interviews_short"),
                            cell: ({ interviews }) => formatNumber(interviews),
                            isNumber: true,
                        },
                        {
                            head: t("page.survey.interviewer"),
                            cell: (slot) => (
                                <ChooseInterviewer
                                    act="survey.set_interviewer"
                                    thing={slot}
                                    name={nameIn(slot)}
                                    interviewers={plan.interviewers}
                                    isOpen={isOpen && slot.drawn}
                                    reload={reload}
                                />
                            ),
                        },
                        {
                            head: t("page.survey.actions"),
                            cell: (slot) =>
                                isOpen && (
                                    <SlotButtons
                                        slot={slot}
                                        reload={reload}
                                        onChange={() => setChanging(slot)}
                                    />
                                ),
                        },
                    ]}
                />
            )}
            {shown.length < wanted.length && (
                <Button kind="outline" onClick={() => setAll(true)}>
                    {t("web.show_all", { n: wanted.length })}
                </Button>
            )}
            {changing && (
                <EveryDialog
                    slot={changing}
                    onClose={() => setChanging(undefined)}
                    onDone={() => {
                        setChanging(undefined);
                        void reload();
                    }}
                />
            )}
        </section>
    );
}

function nameIn(slot: Slot): string {
    return `${formatDay(slot.day)}, ${hoursOf(slot)}, ${slot.centre_name}`;
}

interface SlotButtonsProps {
    slot: Slot;
    reload: () => Promise<void>;
    onChange: () => void;
}

function SlotButtons({ slot, reload, onChange }: SlotButtonsProps) {
    const remove = useAct("survey.remove_slot");
    const path = { id: slot.id };
    return (
        <>
            <Button
                kind="plain"
                label={`${t("do.survey.set_every")}: ${nameIn(slot)}`}
                onClick={onChange}
            >
                {t("do.survey.set_every")}
            </Button>
            <Button
                kind="plain"
                busy={remove.busy}
                label={`${t("do.survey.remove")}: ${nameIn(slot)}`}
                onClick={() =>
                    void remove.run({ path }, () => {
                        say({
                            text: t("page.survey.slot_removed"),
                            undo: async () => {
                                await ask("survey.restore_slot", { path });
                                reloadAll();
                            },
                        });
                        void reload();
                    })
                }
            >
                {t("do.survey.remove")}
            </Button>
            {remove.problem && <ProblemAlert problem={remove.problem} />}
        </>
    );
}
