// SPDX-License-Identifier: EUPL-1.2
// What leaves the house: coded answers for whoever analyses them, and the report.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { useAct } from "web/kit/useAct";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { WaveLinks } from "./WaveLinks";
import "./survey.scss";

const ENDINGS: Record<string, string> = {
    CSV: "csv",
    CSV_LONG: "csv",
    XLSX: "xlsx",
    SAV: "sav",
};

export default function ExportsPage({ params }: PageProps) {
    const wave = params["wave"]!;
    const session = useSession();
    return (
        <Page
            title={t("page.survey_findings.exports")}
            back={{ href: link("/survey/waves"), label: t("page.survey.waves") }}
        >
            <WaveLinks wave={wave} here="/exports" />
            {may(session, "survey.print_report") && <ReportSection wave={wave} />}
            {may(session, "survey.export_answers") && <FilesSection wave={wave} />}
        </Page>
    );
}

function ReportSection({ wave }: { wave: string }) {
    const print = useAct("survey.print_report");
    return (
        <section class="section">
            <h2>{t("page.survey_findings.report")}</h2>
            <p>{t("page.survey_findings.report_hint")}</p>
            {print.problem && <ProblemAlert problem={print.problem} />}
            <Button
                busy={print.busy}
                onClick={() =>
                    void print.run({ path: { wave } }, (file) =>
                        saveFile(file, "rapporto-bisogni.pdf"),
                    )
                }
            >
                {t("page.survey_findings.download_report")}
            </Button>
        </section>
    );
}

function FilesSection({ wave }: { wave: string }) {
    const answers = useAct("survey.export_answers");
    const codebook = useAct("survey.export_codebook");
    const [respondents, setRespondents] = useState("MIGRANT");
    const [format, setFormat] = useState("CSV");
    const name = `rilevazione-${respondents.toLowerCase()}`;
    return (
        <section class="section">
            <h2>{t("page.survey_findings.files")}</h2>
            <p>{t("page.survey_findings.files_hint")}</p>
            <ChooseOne
                name="respondents"
                always
                label={t("field.survey.findings_group")}
                options={options("respondent_group")}
                value={respondents}
                onChange={setRespondents}
            />
            <ChooseOne
                name="format"
                always
                label={t("page.survey_findings.format")}
                options={options("survey_export")}
                value={format}
                onChange={setFormat}
            />
            {answers.problem && <ProblemAlert problem={answers.problem} />}
            {codebook.problem && <ProblemAlert problem={codebook.problem} />}
            <div class="form-actions">
                <Button
                    busy={answers.busy}
                    onClick={() =>
                        void answers.run(
                            { path: { wave }, query: { respondents, format } },
                            (file) => saveFile(file, `${name}.${ENDINGS[format]}`),
                        )
                    }
                >
                    {t("page.survey_findings.download")}
                </Button>
                <Button
                    kind="outline"
                    busy={codebook.busy}
                    onClick={() =>
                        void codebook.run({ path: { wave }, query: { respondents } }, (file) =>
                            saveFile(file, `${name}.xml`),
                        )
                    }
                >
                    {t("page.survey_findings.download_ddi")}
                </Button>
            </div>
        </section>
    );
}
