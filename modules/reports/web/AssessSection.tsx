// SPDX-License-Identifier: EUPL-1.2
// The triage desk says how urgent a report is; what is proposed for its kind is only proposed.
import { useState } from "preact/hooks";
import type { Report } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";

interface AssessSectionProps {
    report: Report;
    reload: () => Promise<void>;
}

export function AssessSection({ report, reload }: AssessSectionProps) {
    const assess = useAct("reports.assess_report");
    const districts = useDistricts();
    const [wish, setWish] = useState({
        priority: report.priority ?? "",
        category: report.category,
        source: report.source,
        district: report.district,
        planned_on: report.planned_on ?? "",
        note: "",
    });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const body = {
            ...wish,
            planned_on: wish.priority === "P4" ? wish.planned_on || null : null,
            note: wish.note.trim() || null,
        };
        void assess.run({ path: { id: report.id }, body }, () => {
            say({ text: t("page.reports.assessed") });
            change({ note: "" });
            void reload();
        });
    }

    return (
        <section class="section">
            <h2>{t("page.reports.assess")}</h2>
            <Form class="form" label={t("page.reports.assess")} problem={assess.problem} onSubmit={submit}>
                <ChooseOne
                    name="priority"
                    required
                    label={t("field.reports.priority")}
                    options={options("report_priority")}
                    value={wish.priority}
                    onChange={(priority) => change({ priority })}
                />
                {wish.priority === "P4" && (
                    <DateField
                        name="planned_on"
                        label={t("field.reports.planned_on")}
                        value={wish.planned_on}
                        onInput={(planned_on) => change({ planned_on })}
                    />
                )}
                <Select
                    name="category"
                    label={t("field.reports.category")}
                    options={options("report_category")}
                    value={wish.category}
                    onChange={(category) => change({ category })}
                />
                <Select
                    name="district"
                    label={t("field.reports.district")}
                    options={districts.options}
                    value={wish.district}
                    onChange={(district) => change({ district })}
                />
                <Select
                    name="source"
                    label={t("field.reports.source")}
                    options={options("report_source").map(({ value, label }) => ({ value, label }))}
                    value={wish.source}
                    onChange={(source) => change({ source })}
                />
                <TextArea
                    name="note"
                    rows={2}
                    label={t("field.reports.note")}
                    value={wish.note}
                    onInput={(note) => change({ note })}
                />
                <div class="form-actions">
                    <Button submit busy={assess.busy}>
                        {t("do.reports.assess")}
                    </Button>
                </div>
            </Form>
        </section>
    );
}
