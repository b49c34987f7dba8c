// SPDX-License-Identifier: EUPL-1.2
// The draw: from a seed that stands here, so that anybody can draw the same again; and what it
// gave.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Table } from "web/kit/Table";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { useDistricts } from "web/shell/useDistricts";
import { formatNumber } from "web/words/format";
import { count, t } from "web/words/words";
import type { PlanPartProps } from "./PlanPage";
import { type DrawnOf, drawnByDistrict, GROUPS, numberIn, probabilityText } from "./surveyText";
import type { Plan } from "./types";

// What a draw of a group is made of.
function frameOf(plan: Plan, group: string) {
    return group === "MIGRANT"
        ? plan.slots
        : plan.units.filter(({ respondents }) => respondents === group);
}

export function DrawSection({ plan, reload }: PlanPartProps) {
    const { wave } = plan;
    const draw = useAct("survey.draw");
    const [group, setGroup] = useState<string>(GROUPS[0]);
    const [method, setMethod] = useState("SYSTEMATIC_PPS");
    const [number, setNumber] = useState("");
    const given = drawnByDistrict(frameOf(plan, group));
    const drawn = given.reduce((sum, each) => sum + each.drawn, 0);
    // Once people are asked the sample stays.
    const isOpen = wave.state === "PREPARING" && !wave.removed;

    function submit(): void {
        const body = { respondents: group, method, count: numberIn(number) };
        void draw.run({ path: { wave: wave.id }, body }, () => {
            say({
                text: t("page.survey.drawn_now"),
                undo: async () => {
                    await ask("survey.undo_draw", {
                        path: { wave: wave.id, respondents: group },
                    });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <section class="section">
            <h2>{t("page.survey.draw")}</h2>
            <p class="lead">{t("page.survey.draw_hint")}</p>
            <p>
                {t("page.survey.seed_is")} <code class="as-code">{wave.seed}</code>
            </p>
            <ChooseOne
                name="draw_group"
                always
                label={t("page.survey.of_whom")}
                options={options("respondent_group")}
                value={group}
                onChange={setGroup}
            />
            {isOpen && drawn === 0 && (
                <Form class="form" problem={draw.problem} onSubmit={submit}>
                    <ChooseOne
                        name="method"
                        always
                        label={t("field.survey.method")}
                        options={options("survey_draw_method")}
                        value={method}
                        onChange={setMethod}
                    />
                    <TextField
                        name="count"
                        inputMode="numeric"
                        label={t("field.survey.count")}
                        hint={t(
                            group === "MIGRANT"
                                ? "field.survey.count_slots_hint"
                                : "field.survey.count_units_hint",
                        )}
                        value={number}
                        onInput={setNumber}
                    />
                    <div class="form-actions">
                        <Button submit busy={draw.busy}>
                            {t("do.survey.draw")}
                        </Button>
                    </div>
                </Form>
            )}
            {given.length === 0 && <EmptyState title={t("page.survey.nothing_to_draw")} />}
            {wave.state !== "PREPARING" && drawn === 0 && given.length > 0 && (
                <p>{t("page.survey.drawn_before_opening")}</p>
            )}
            {drawn > 0 && (
                <>
                    <p role="status">
                        <strong>{count("page.survey.drawn_count", drawn)}</strong>
                    </p>
                    <Given group={group} given={given} />
                    {isOpen && <Undo wave={wave.id} group={group} reload={reload} />}
                </>
            )}
        </section>
    );
}

function Given({ group, given }: { group: string; given: DrawnOf[] }) {
    const { nameOf } = useDistricts();
    const number = (head: string, cell: (one: DrawnOf) => string) => ({
        head,
        cell,
        isNumber: true,
    });
    return (
        <Table
            caption={`${t("page.survey.what_it_gave")}: ${labelOf("respondent_group", group)}`}
            rows={given}
            keyOf={({ district }) => district}
            columns={[
                { head: t("page.survey.district"), cell: ({ district }) => nameOf(district) },
                number(t("page.survey.in_the_frame"), ({ frame }) => formatNumber(frame)),
                number(t("page.survey.drawn"), ({ drawn }) => formatNumber(drawn)),
                number(t("page.survey.least_likely"), ({ least }) => probabilityText(least)),
                number(t("page.survey.most_likely"), ({ most }) => probabilityText(most)),
            ]}
        />
    );
}

interface UndoProps {
    wave: string;
    group: string;
    reload: () => Promise<void>;
}

function Undo({ wave, group, reload }: UndoProps) {
    const undo = useAct("survey.undo_draw");
    return (
        <div class="form-actions">
            <Button
                kind="outline"
                icon="undo"
                busy={undo.busy}
                onClick={() =>
                    void undo.run({ path: { wave, respondents: group } }, () => {
                        say({ text: t("page.survey.draw_undone") });
                        void reload();
                    })
                }
            >
                {t("do.survey.undo_draw")}
            </Button>
            {undo.problem && <ProblemAlert problem={undo.problem} />}
        </div>
    );
}
