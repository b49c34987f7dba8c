// SPDX-License-Identifier: EUPL-1.2
// An operator or a body of the list: how to reach them, and how it went.
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { askedOf } from "./asked";
import { NoAnswer } from "./NoAnswer";
import type { TaskWave, Unit } from "./types";
import "./survey.scss";

const WITHOUT_ANSWERS = ["REFUSAL", "NON_CONTACT", "OTHER", "NOT_ELIGIBLE"] as const;

export default function UnitPage({ params }: PageProps) {
    const id = params["unit"]!;
    const found = useQuery("survey.list_my_slots", {});
    const task = found.data?.waves.find(({ units }) => units.some((unit) => unit.id === id));
    const unit = task?.units.find((each) => each.id === id);
    return (
        <Page
            title={unit?.organisation ?? t("page.survey.unit")}
            back={{ href: link("/survey"), label: t("page.survey.tasks") }}
        >
            <Show of={found}>
                {() =>
                    task && unit ? (
                        <OneUnit task={task} unit={unit} reload={found.reload} />
                    ) : (
                        <EmptyState title={t("page.survey.not_yours")} />
                    )
                }
            </Show>
        </Page>
    );
}

interface OneUnitProps {
    task: TaskWave;
    unit: Unit;
    reload: () => Promise<void>;
}

function OneUnit({ task, unit, reload }: OneUnitProps) {
    const { nameOf } = useDistricts();
    const asked = askedOf(task, unit);
    return (
        <>
            <Facts>
                <Fact name={t("page.survey.group")}>
                    {labelOf("respondent_group", unit.respondents)}
                </Fact>
                <Fact name={t("page.survey.position")} rare>
                    {unit.position}
                </Fact>
                <Fact name={t("page.survey.district")}>{nameOf(unit.district)}</Fact>
            </Facts>
            {unit.has_contact && <Contact unit={unit} />}
            {unit.done && <p class="lead">{t("page.survey.unit_done")}</p>}
            {!asked && <EmptyState title={t("page.survey.no_questionnaire")} />}
            {asked && (
                <section class="section">
                    <h2>{t("page.survey.interview")}</h2>
                    <div class="record-buttons">
                        <LinkButton
                            icon="forward"
                            href={link("/survey/interview", { unit: unit.id })}
                        >
                            {t("do.survey.start")}
                        </LinkButton>
                    </div>
                    <NoAnswer
                        asked={asked}
                        mode="PHONE"
                        dispositions={WITHOUT_ANSWERS}
                        reload={reload}
                    />
                </section>
            )}
        </>
    );
}

// Asked only when it is needed: each look is written down.
function Contact({ unit }: { unit: Unit }) {
    const [wanted, setWanted] = useState(false);
    const found = useQuery("survey.get_contact", wanted ? { path: { id: unit.id } } : null);
    if (!wanted)
        return (
            <div class="form-actions">
                <Button kind="outline" onClick={() => setWanted(true)}>
                    {t("do.survey.show_contact")}
                </Button>
            </div>
        );
    return (
        <Show of={found}>
            {({ contact }) => (
                <Facts>
                    <Fact name={t("page.survey.contact")}>{contact && <bdi>{contact}</bdi>}</Fact>
                </Facts>
            )}
        </Show>
    );
}
