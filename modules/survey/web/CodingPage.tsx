// SPDX-License-Identifier: EUPL-1.2
// Open answers: two read each, neither seeing what the other found; where they differ it is
// decided. Beside it the themes, how far those who coded agree, and what may be quoted.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { AgreementSection } from "./AgreementSection";
import { OpenAnswerCard } from "./OpenAnswerCard";
import { QuotesSection } from "./QuotesSection";
import { ThemesSection } from "./ThemesSection";
import { WaveLinks } from "./WaveLinks";
import "./findings.scss";
import "./survey.scss";

export default function CodingPage({ params }: PageProps) {
    const wave = params["wave"]!;
    const [state, setState] = useState("");
    const themes = useQuery("survey.list_themes", {});
    const answers = useQuery("survey.list_open_answers", {
        path: { wave },
        query: { state: state || undefined },
    });
    return (
        <Page
            wide
            title={t("page.survey_findings.coding")}
            back={{ href: link("/survey/waves"), label: t("page.survey.waves") }}
        >
            <WaveLinks wave={wave} here="/coding" />
            <p class="lead">{t("page.survey_findings.blind")}</p>
            <ChooseOne
                name="state"
                always
                label={t("page.survey_findings.state")}
                options={[
                    { value: "", label: t("page.survey_findings.every_state") },
                    ...options("survey_coding_state"),
                ]}
                value={state}
                onChange={setState}
            />
            <Show of={themes}>
                {({ items: known }) => (
                    <Show of={answers}>
                        {({ items, to_code: toCode, waiting, disputed, done }) => (
                            <>
                                <ul class="finding-counts">
                                    <li>
                                        {t("page.survey_findings.to_code", {
                                            count: formatNumber(toCode),
                                        })}
                                    </li>
                                    <li>
                                        {t("page.survey_findings.waiting", {
                                            count: formatNumber(waiting),
                                        })}
                                    </li>
                                    <li>
                                        {t("page.survey_findings.disputed", {
                                            count: formatNumber(disputed),
                                        })}
                                    </li>
                                    <li>
                                        {t("page.survey_findings.done", {
                                            count: formatNumber(done),
                                        })}
                                    </li>
                                </ul>
                                {items.length === 0 && (
                                    <EmptyState title={t("page.survey_findings.nothing_to_code")} />
                                )}
                                {items.map((answer) => (
                                    <OpenAnswerCard
                                        key={answer.id}
                                        answer={answer}
                                        themes={known}
                                        onChanged={() => void answers.reload()}
                                    />
                                ))}
                            </>
                        )}
                    </Show>
                )}
            </Show>
            <ThemesSection found={themes} />
            <AgreementSection wave={wave} />
            <QuotesSection wave={wave} themes={themes.data?.items ?? []} />
        </Page>
    );
}
