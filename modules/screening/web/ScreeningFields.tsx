// SPDX-License-Identifier: EUPL-1.2
// What is there, how much it weighs, from where it is known: one tap each.
import type { Finding, ScreeningWish } from "web/api/acts";
import { labelOf, options } from "web/api/vocabulary";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { DateField, TextArea } from "web/kit/Field";
import { today } from "web/words/format";
import { t } from "web/words/words";

export interface ScreeningText {
    day: string;
    findings: Finding[];
    note: string;
}

export function screeningWish(text: ScreeningText): ScreeningWish {
    return { day: text.day, findings: text.findings, note: text.note.trim() || null };
}

// The words of the street, and for what no question asks for those of the list.
function nameOf(circumstance: string): string {
    const asked = labelOf("screening_question", circumstance);
    return asked === circumstance ? labelOf("vulnerability", circumstance) : asked;
}

interface ScreeningFieldsProps {
    value: ScreeningText;
    onChange: (part: Partial<ScreeningText>) => void;
}

export function ScreeningFields({ value, onChange }: ScreeningFieldsProps) {
    const { findings } = value;
    const chosen = findings.map(({ circumstance }) => circumstance);
    const asked = options("screening_question");
    // What was found before and no question asks for any more stays to be seen.
    const others = chosen
        .filter((code) => !asked.some(({ value: each }) => each === code))
        .map((code) => ({ value: code, label: nameOf(code) }));

    function choose(codes: string[]): void {
        onChange({
            findings: codes.map(
                (circumstance) =>
                    findings.find((each) => each.circumstance === circumstance) ?? {
                        circumstance,
                        severity: "",
                        source: "",
                    },
            ),
        });
    }

    function change(circumstance: string, part: Partial<Finding>): void {
        onChange({
            findings: findings.map((each) =>
                each.circumstance === circumstance ? { ...each, ...part } : each,
            ),
        });
    }

    return (
        <>
            <ChooseSome
                name="findings"
                label={t("page.screening.found")}
                hint={t("page.screening.hint")}
                options={[...asked, ...others]}
                values={chosen}
                onChange={choose}
            />
            {findings.map((finding, index) => (
                <div key={finding.circumstance} class="finding">
                    <ChooseOne
                        name={`findings[${index}].severity`}
                        required
                        label={t("page.screening.how_grave", {
                            what: nameOf(finding.circumstance),
                        })}
                        options={options("severity")}
                        value={finding.severity}
                        onChange={(severity) => change(finding.circumstance, { severity })}
                    />
                    <ChooseOne
                        name={`findings[${index}].source`}
                        required
                        label={t("page.screening.from_where", {
                            what: nameOf(finding.circumstance),
                        })}
                        options={options("circumstance_source")}
                        value={finding.source}
                        onChange={(source) => change(finding.circumstance, { source })}
                    />
                </div>
            ))}
            <TextArea
                name="note"
                rows={2}
                label={t("field.screening.note")}
                hint={t("field.screening.note_hint")}
                value={value.note}
                onInput={(note) => onChange({ note })}
            />
            <DateField
                name="day"
                required
                label={t("field.screening.day")}
                max={today()}
                value={value.day}
                onInput={(day) => onChange({ day })}
            />
        </>
    );
}
