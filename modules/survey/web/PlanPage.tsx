// SPDX-License-Identifier: EUPL-1.2
// The plan of a wave: how many of whom in each district, where they are met, and who was drawn.
import { useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { labelOf } from "web/api/vocabulary";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { CentresSection } from "./CentresSection";
import { DrawSection } from "./DrawSection";
import { SlotsSection } from "./SlotsSection";
import { StrataSection } from "./StrataSection";
import { percentText } from "./surveyText";
import type { Plan } from "./types";
import { UnitsSection } from "./UnitsSection";
import { WaveDialog } from "./WaveDialog";
import { WaveLinks } from "./WaveLinks";
import { WaveBadge } from "./WavesPage";
import { WaveSteps } from "./WaveSteps";
import "./survey.scss";

export interface PlanPartProps {
    plan: Plan;
    reload: () => Promise<void>;
}

export default function PlanPage({ params }: PageProps) {
    const wave = params["wave"]!;
    const found = useQuery("survey.get_plan", { path: { wave } });
    return (
        <Page
            wide
            title={found.data?.wave.name ?? t("page.survey.plan")}
            windowTitle={t("page.survey.plan")}
            back={{ href: link("/survey/waves"), label: t("page.survey.waves") }}
        >
            <WaveLinks wave={wave} here="" />
            <Show of={found}>
                {(plan) => (
                    <>
                        <AboutWave plan={plan} reload={found.reload} />
                        <StrataSection plan={plan} reload={found.reload} />
                        <CentresSection plan={plan} reload={found.reload} />
                        <SlotsSection plan={plan} reload={found.reload} />
                        <UnitsSection plan={plan} reload={found.reload} />
                        <DrawSection plan={plan} reload={found.reload} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function AboutWave({ plan, reload }: PlanPartProps) {
    const { wave } = plan;
    const [changing, setChanging] = useState(false);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.survey.wave")}</h2>
                <WaveBadge wave={wave} />
            </div>
            <Facts>
                <Fact name={t("page.survey.when")}>
                    {t("page.survey.from_until", {
                        from: formatDay(wave.from),
                        until: formatDay(wave.until),
                    })}
                </Fact>
                <Fact name={t("field.survey.margin")}>
                    {t("page.survey.margin_of", {
                        margin: percentText(wave.margin_percent),
                        confidence: percentText(wave.confidence),
                        expected: percentText(wave.expected_percent),
                    })}
                </Fact>
                {wave.questionnaires.map((each) => (
                    <Fact
                        key={each.respondents}
                        name={labelOf("respondent_group", each.respondents)}
                    >
                        {each.version ? (
                            <a href={link(`/survey/versions/${each.version}`)}>
                                {t("page.survey.version_of", {
                                    name: each.name,
                                    number: each.number ?? 0,
                                })}
                            </a>
                        ) : (
                            each.name
                        )}
                    </Fact>
                ))}
            </Facts>
            <div class="form-actions">
                {wave.state !== "CLOSED" && !wave.removed && (
                    <Button kind="outline" onClick={() => setChanging(true)}>
                        {t("do.survey.change_wave")}
                    </Button>
                )}
                <WaveSteps wave={wave} reload={reload} />
            </div>
            {changing && (
                <WaveDialog
                    wave={wave}
                    onClose={() => setChanging(false)}
                    onDone={() => {
                        setChanging(false);
                        void reload();
                    }}
                />
            )}
        </section>
    );
}
