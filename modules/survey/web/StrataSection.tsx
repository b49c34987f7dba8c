// SPDX-License-Identifier: EUPL-1.2
// How many interviews of each group in each district, and what they are computed from.
import { useState } from "preact/hooks";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { EmptyState } from "web/kit/List";
import { Table } from "web/kit/Table";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import type { PlanPartProps } from "./PlanPage";
import { AllStrataDialog, StratumDialog } from "./StratumDialogs";
import { GROUPS, percentText } from "./surveyText";
import type { Stratum } from "./types";

export function StrataSection({ plan, reload }: PlanPartProps) {
    const { strata, wave } = plan;
    const [group, setGroup] = useState<string>(GROUPS[0]);
    const [open, setOpen] = useState<"all" | Stratum>();
    const shown = strata.filter(({ respondents }) => respondents === group);
    const isOpen = wave.state !== "CLOSED" && !wave.removed;
    const done = () => {
        setOpen(undefined);
        void reload();
    };
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.survey.strata")}</h2>
                {isOpen && (
                    <Button kind="outline" onClick={() => setOpen("all")}>
                        {t("do.survey.plan_strata")}
                    </Button>
                )}
            </div>
            <p class="lead">{t("page.survey.strata_hint")}</p>
            {strata.length === 0 && <EmptyState title={t("page.survey.no_strata")} />}
            {strata.length > 0 && (
                <>
                    <p>
                        <strong>{t("page.survey.strata_sum", sumsOf(strata))}</strong>
                    </p>
                    <ChooseOne
                        name="group"
                        always
                        label={t("page.survey.group")}
                        options={options("respondent_group")}
                        value={group}
                        onChange={setGroup}
                    />
                    <StrataTable
                        group={group}
                        strata={shown}
                        {...(isOpen && { onChange: setOpen })}
                    />
                </>
            )}
            {open === "all" && (
                <AllStrataDialog wave={wave} onClose={() => setOpen(undefined)} onDone={done} />
            )}
            {open && open !== "all" && (
                <StratumDialog
                    wave={wave}
                    stratum={open}
                    onClose={() => setOpen(undefined)}
                    onDone={done}
                />
            )}
        </section>
    );
}

function sumsOf(strata: Stratum[]): { cells: number; sum: number } {
    return {
        cells: strata.length,
        sum: strata.reduce((all, { target }) => all + target, 0),
    };
}

interface StrataTableProps {
    group: string;
    strata: Stratum[];
    onChange?: (stratum: Stratum) => void;
}

function StrataTable({ group, strata, onChange }: StrataTableProps) {
    if (strata.length === 0) return <EmptyState title={t("page.survey.no_strata_of_group")} />;
    const number = (head: string, of: (stratum: Stratum) => string) => ({
        head,
        cell: of,
        isNumber: true,
    });
    return (
        <Table
            caption={`${t("page.survey.strata")}: ${labelOf("respondent_group", group)}`}
            rows={strata}
            keyOf={({ district }) => district}
            columns={[
                { head: t("page.survey.district"), cell: (each) => each.district_name },
                number(t("field.survey.population"), ({ population }) =>
                    population ? formatNumber(population) : t("page.survey.unknown"),
                ),
                number(t("field.survey.margin"), (each) => percentText(each.margin_percent)),
                number(t("field.survey.expected"), (each) => percentText(each.expected_percent)),
                number(t("field.survey.design_effect"), (each) =>
                    formatNumber(each.design_effect),
                ),
                number(t("page.survey.computed"), ({ size }) => formatNumber(size)),
                number(t("page.survey.target"), (each) =>
                    each.target_by_hand === null || each.target_by_hand === undefined
                        ? formatNumber(each.target)
                        : t("page.survey.by_hand", { n: each.target }),
                ),
                ...(onChange
                    ? [
                          {
                              head: t("page.survey.actions"),
                              cell: (stratum: Stratum) => (
                                  <Button
                                      kind="plain"
                                      label={`${t("web.change")}: ${stratum.district_name}`}
                                      onClick={() => onChange(stratum)}
                                  >
                                      {t("web.change")}
                                  </Button>
                              ),
                          },
                      ]
                    : []),
            ]}
        />
    );
}
