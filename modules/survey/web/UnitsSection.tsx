// SPDX-License-Identifier: EUPL-1.2
// The list of operators and bodies: whom there is, who was drawn, who asks them.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Badge, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Table } from "web/kit/Table";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { ChooseInterviewer } from "./ChooseInterviewer";
import type { PlanPartProps } from "./PlanPage";
import { probabilityText } from "./surveyText";
import type { Unit } from "./types";
import { UnitsDialog } from "./UnitsDialog";

const SHOWN_AT_FIRST = 60;

export function UnitsSection({ plan, reload }: PlanPartProps) {
    const { nameOf } = useDistricts();
    const [group, setGroup] = useState("OPERATOR");
    const [all, setAll] = useState(false);
    const [adding, setAdding] = useState(false);
    const isOpen = plan.wave.state !== "CLOSED" && !plan.wave.removed;
    const units = plan.units.filter(
        ({ removed, respondents }) => !removed && respondents === group,
    );
    const shown = all ? units : units.slice(0, SHOWN_AT_FIRST);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.survey.units")}</h2>
                {isOpen && (
                    <Button kind="outline" icon="add" onClick={() => setAdding(true)}>
                        {t("do.survey.add_units")}
                    </Button>
                )}
            </div>
            <p class="lead">{t("page.survey.units_hint")}</p>
            <ChooseOne
                name="unit_group"
                always
                label={t("page.survey.whose_list")}
                options={options("respondent_group").filter(({ value }) => value !== "MIGRANT")}
                value={group}
                onChange={setGroup}
            />
            {units.length === 0 && <EmptyState title={t("page.survey.no_units")} />}
            {units.length > 0 && (
                <Table
                    caption={`${t("page.survey.units")}: ${labelOf("respondent_group", group)}`}
                    rows={shown}
                    keyOf={({ id }) => id}
                    columns={[
                        {
                            head: t("page.survey.organisation"),
                            cell: (unit) => <bdi>{nameIn(unit)}</bdi>,
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
                            head: t("page.survey.how_it_went"),
                            cell: ({ done }) =>
                                done ? t("page.survey.done") : t("page.survey.not_yet"),
                        },
                        {
                            head: t("page.survey.interviewer"),
                            cell: (unit) => (
                                <ChooseInterviewer
                                    act="survey.set_unit_interviewer"
                                    thing={unit}
                                    name={nameIn(unit)}
                                    interviewers={plan.interviewers}
                                    isOpen={isOpen && unit.drawn}
                                    reload={reload}
                                />
                            ),
                        },
                        {
                            head: t("page.survey.actions"),
                            cell: (unit) => isOpen && <Remove unit={unit} reload={reload} />,
                        },
                    ]}
                />
            )}
            {shown.length < units.length && (
                <Button kind="outline" onClick={() => setAll(true)}>
                    {t("web.show_all", { n: units.length })}
                </Button>
            )}
            {adding && (
                <UnitsDialog
                    wave={plan.wave.id}
                    group={group}
                    onClose={() => setAdding(false)}
                    onDone={() => {
                        setAdding(false);
                        void reload();
                    }}
                />
            )}
        </section>
    );
}

function nameIn({ organisation, position }: Unit): string {
    return [organisation, position].filter(Boolean).join(", ");
}

function Remove({ unit, reload }: { unit: Unit; reload: () => Promise<void> }) {
    const remove = useAct("survey.remove_unit");
    const path = { id: unit.id };
    return (
        <>
            <Button
                kind="plain"
                busy={remove.busy}
                label={`${t("do.survey.remove")}: ${nameIn(unit)}`}
                onClick={() =>
                    void remove.run({ path }, () => {
                        say({
                            text: t("page.survey.unit_removed"),
                            undo: async () => {
                                await ask("survey.restore_unit", { path });
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
