// SPDX-License-Identifier: EUPL-1.2
// From one page of a wave to the others, as far as one may open them.
import type { ActName } from "web/api/acts";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t, type Word } from "web/words/words";

interface Part {
    path: string;
    needs: ActName;
    label: Word;
}

const PARTS: Part[] = [
    { path: "", needs: "survey.get_plan", label: "page.survey.plan" },
    { path: "/quotas", needs: "survey.show_quotas", label: "page.survey.quotas" },
    { path: "/interviews", needs: "survey.list_interviews", label: "page.survey.interview_list" },
    { path: "/matrix", needs: "survey.show_matrix", label: "page.survey_findings.matrix" },
    {
        path: "/emerging",
        needs: "survey.show_emerging",
        label: "page.survey_findings.emerging_page",
    },
    { path: "/coding", needs: "survey.list_open_answers", label: "page.survey_findings.coding" },
    { path: "/exports", needs: "survey.export_answers", label: "page.survey_findings.exports" },
];

export function WaveLinks({ wave, here }: { wave: string; here: Part["path"] }) {
    const session = useSession();
    const parts = PARTS.filter(({ needs }) => may(session, needs));
    if (parts.length < 2) return null;
    return (
        <nav class="survey-parts" aria-label={t("page.survey.parts")}>
            {parts.map(({ path, label }) => (
                <a
                    key={path}
                    href={link(`/survey/waves/${wave}${path}`)}
                    aria-current={path === here ? "page" : undefined}
                >
                    {t(label)}
                </a>
            ))}
        </nav>
    );
}
