// SPDX-License-Identifier: EUPL-1.2
// What one may write in a file. All but the first day may stay empty: not known yet.
import type { ComponentChildren } from "preact";
import { options } from "web/api/vocabulary";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { DateField, Select, TextArea, TextField } from "web/kit/Field";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { type FileText, GROUPS, LISTS } from "./fileText";
import { yesAndNo } from "./yesAndNo";
import "./minors.scss";

interface FileFieldsProps {
    value: FileText;
    onChange: (part: Partial<FileText>) => void;
}

type TextName = Exclude<keyof FileText, "family">;
type CodeName = Exclude<keyof typeof LISTS, "family">;

// What every field of a name is given.
function bound({ value, onChange }: FileFieldsProps) {
    const changed = (name: TextName) => (text: string) =>
        onChange({ [name]: text } as Partial<FileText>);
    const field = (name: TextName) => ({
        name,
        label: t(`field.minors.${name}`),
        value: value[name],
    });
    return {
        typed: (name: TextName) => ({ ...field(name), onInput: changed(name) }),
        // Long words of a long list fit a list that opens; a few short ones are tapped.
        chosen: (name: CodeName) => ({
            ...field(name),
            options: options(LISTS[name]),
            empty: t("web.not_recorded"),
            onChange: changed(name),
        }),
        yesOrNo: (name: TextName) => ({
            ...field(name),
            options: yesAndNo(),
            onChange: changed(name),
        }),
    };
}

export function FileFields(props: FileFieldsProps) {
    return (
        <>
            <Beginning {...props} />
            <Together legend={t("page.minors.guardian")}>
                <Guardian {...props} />
            </Together>
            <Together legend={t("page.minors.group.reported")}>
                <Reported {...props} />
            </Together>
            <Together legend={t("page.minors.group.family")}>
                <Family {...props} />
            </Together>
            <Together legend={t("page.minors.group.parents")} hint={t("page.minors.not_required")}>
                <Parent {...props} whose="father" />
                <Parent {...props} whose="mother" />
            </Together>
            <Together
                legend={t("page.minors.group.placement")}
                hint={t("page.minors.not_required")}
            >
                <Placement {...props} />
            </Together>
            <Together legend={t("page.minors.group.measures")}>
                <Measures {...props} />
            </Together>
        </>
    );
}

interface TogetherProps {
    legend: string;
    hint?: string;
    children: ComponentChildren;
}

function Together({ legend, hint, children }: TogetherProps) {
    return (
        <fieldset class="form minor-fields">
            <legend>{legend}</legend>
            {hint && <p>{hint}</p>}
            {children}
        </fieldset>
    );
}

function Beginning(props: FileFieldsProps) {
    const { typed, yesOrNo } = bound(props);
    return (
        <>
            <DateField
                {...typed("found_on")}
                required
                hint={t("field.minors.found_on_hint")}
                max={today()}
            />
            <ChooseOne
                {...yesOrNo("unaccompanied")}
                always
                hint={t("field.minors.unaccompanied_hint")}
            />
            <DateField
                {...typed("age_doubted_on")}
                hint={t("field.minors.age_doubted_on_hint")}
                max={today()}
            />
            <TextArea {...typed("note")} hint={t("field.minors.note_hint")} />
        </>
    );
}

function Guardian(props: FileFieldsProps) {
    const { typed, chosen } = bound(props);
    return (
        <>
            <ChooseOne {...chosen("guardian_kind")} />
            <div class="form-pair">
                <TextField {...typed("guardian_name")} />
                <TextField {...typed("guardian_phone")} type="tel" inputMode="tel" />
            </div>
        </>
    );
}

function Reported(props: FileFieldsProps) {
    const { typed, chosen } = bound(props);
    return (
        <>
            <Select {...chosen("source")} />
            <Select {...chosen("living_place")} />
            <Select {...chosen("school")} />
            <Select {...chosen("work")} />
            <div class="form-pair">
                <TextField
                    {...typed("residence_country")}
                    hint={t("field.minors.residence_country_hint")}
                    inputMode="numeric"
                    maxLength={3}
                />
                <TextField
                    {...typed("residence_region")}
                    hint={t("field.minors.residence_region_hint")}
                    inputMode="numeric"
                    maxLength={2}
                />
            </div>
        </>
    );
}

function Family(props: FileFieldsProps) {
    const { chosen, yesOrNo } = bound(props);
    const { value, onChange } = props;
    return (
        <>
            <ChooseOne {...chosen("condition")} />
            <ChooseSome
                name="family"
                label={t("field.minors.family")}
                options={options(LISTS.family)}
                values={value.family}
                onChange={(family) => onChange({ family })}
            />
            <ChooseOne {...yesOrNo("disabled")} />
            {value.disabled === "yes" && (
                <>
                    <ChooseOne {...chosen("disability")} />
                    <Select {...chosen("disability_certificate")} />
                </>
            )}
            <Select {...chosen("assessment")} />
            <Select {...chosen("family_assessment")} />
        </>
    );
}

function Parent({ whose, ...props }: FileFieldsProps & { whose: "father" | "mother" }) {
    const { typed, chosen } = bound(props);
    return (
        <>
            <div class="form-pair">
                <TextField
                    {...typed(`${whose}_citizenship`)}
                    hint={t("field.minors.residence_country_hint")}
                    inputMode="numeric"
                    maxLength={3}
                />
                <TextField
                    {...typed(`${whose}_region`)}
                    hint={t("field.minors.residence_region_hint")}
                    inputMode="numeric"
                    maxLength={2}
                />
            </div>
            <Select {...chosen(`${whose}_education`)} />
            <Select {...chosen(`${whose}_occupation`)} />
        </>
    );
}

const FOSTERED = "3"; // of minor_living_place
const IN_FACILITY = new Set(["4", "5"]);

// What nobody has to ask of who lives elsewhere is not asked, unless something was said before.
function Placement(props: FileFieldsProps) {
    const { chosen } = bound(props);
    const { value } = props;
    const isSaid = (start: string) =>
        GROUPS.placement.some((name) => name.startsWith(start) && value[name] !== "");
    return (
        <>
            {(value.living_place === FOSTERED || isSaid("foster_")) && (
                <>
                    <ChooseOne {...chosen("foster_form")} />
                    <ChooseOne {...chosen("foster_kind")} />
                    <ChooseOne {...chosen("foster_duration")} />
                    <ChooseOne {...chosen("foster_nature")} />
                    <Select {...chosen("foster_outcome")} />
                </>
            )}
            {(IN_FACILITY.has(value.living_place) || isSaid("facility_")) && (
                <>
                    <Select {...chosen("facility_nature")} />
                    <ChooseOne {...chosen("facility_form")} />
                    <ChooseOne {...chosen("facility_kind")} />
                    <Select {...chosen("facility_outcome")} />
                </>
            )}
            <Select {...chosen("collaboration")} />
        </>
    );
}

function Measures(props: FileFieldsProps) {
    const { typed, chosen } = bound(props);
    return (
        <>
            <Select {...chosen("measure")} />
            {props.value.measure && (
                <>
                    <DateField {...typed("measure_on")} max={today()} />
                    <ChooseOne {...chosen("measure_authority")} />
                    <ChooseOne {...chosen("parents_authority")} />
                </>
            )}
            <TextField {...typed("benefits")} hint={t("field.minors.benefits_hint")} />
        </>
    );
}
