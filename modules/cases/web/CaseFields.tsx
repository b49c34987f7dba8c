// SPDX-License-Identifier: EUPL-1.2
import type { CaseWish } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { DateField, Select, TextArea } from "web/kit/Field";
import { useDistricts } from "web/shell/useDistricts";
import { daysLater, today } from "web/words/format";
import { t } from "web/words/words";

// What most temporary cases last, as a first proposal.
const TEMPORARY_DAYS = 90;

export interface CaseText {
    kind: string;
    opened_on: string;
    ends_on: string;
    district: string;
    needs: string[];
    note: string;
}

export function caseWish(text: CaseText): CaseWish {
    return {
        ...text,
        ends_on: text.kind === "temporary" ? text.ends_on || null : null,
        note: text.note.trim() || null,
    };
}

interface CaseFieldsProps {
    value: CaseText;
    // The end of a case that is temporary already: to go beyond it takes an extension.
    latestEnd?: string | null | undefined;
    onChange: (part: Partial<CaseText>) => void;
}

export function CaseFields({ value, latestEnd, onChange }: CaseFieldsProps) {
    const districts = useDistricts();
    return (
        <>
            <ChooseOne
                name="kind"
                required
                label={t("field.cases.kind")}
                options={options("case_kind")}
                value={value.kind}
                onChange={(kind) =>
                    onChange({
                        kind,
                        ends_on: value.ends_on || daysLater(value.opened_on, TEMPORARY_DAYS),
                    })
                }
            />
            <DateField
                name="opened_on"
                required
                label={t("field.cases.opened_on")}
                max={today()}
                value={value.opened_on}
                onInput={(opened_on) => onChange({ opened_on })}
            />
            {value.kind === "temporary" && (
                <DateField
                    name="ends_on"
                    required
                    label={t("field.cases.ends_on")}
                    hint={t(latestEnd ? "page.cases.earlier_only" : "field.cases.ends_on_hint")}
                    min={value.opened_on}
                    {...(latestEnd && { max: latestEnd })}
                    value={value.ends_on}
                    onInput={(ends_on) => onChange({ ends_on })}
                />
            )}
            <Select
                name="district"
                required
                label={t("field.cases.district")}
                options={districts.options}
                empty={t("page.cases.choose")}
                value={value.district}
                onChange={(district) => onChange({ district })}
            />
            <ChooseSome
                name="needs"
                label={t("field.cases.needs")}
                options={options("referral_area")}
                values={value.needs}
                onChange={(needs) => onChange({ needs })}
            />
            <TextArea
                name="note"
                label={t("field.cases.note")}
                hint={t("field.cases.note_hint")}
                value={value.note}
                onInput={(note) => onChange({ note })}
            />
        </>
    );
}
