// SPDX-License-Identifier: EUPL-1.2
// A place and its rules, written by whoever coordinates the city.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import type { Place } from "./types";

interface PlaceDialogProps {
    // Without one, a new place.
    place?: Place;
    onClose: () => void;
    onWritten: (place: Place) => void;
}

const FLAGS = ["families", "pets", "address_kept"] as const;

function textOf(place: Place | undefined) {
    return {
        name: place?.name ?? "",
        kind: place?.kind ?? "DORMITORY",
        district: place?.district ?? "",
        address: place?.address ?? "",
        run_by: place?.run_by ?? "",
        living: place?.living ?? "",
        guests: place?.guests ?? "ANY",
        age_min: place?.age_min ? String(place.age_min) : "",
        age_max: place?.age_max ? String(place.age_max) : "",
        rules: place?.rules ?? "",
        flags: FLAGS.filter((flag) => place?.[flag]) as string[],
    };
}

type PlaceText = ReturnType<typeof textOf>;

const numberOf = (text: string) => (text.trim() ? Number(text) : null);

export function wishOf(text: PlaceText, cancelled: boolean) {
    return {
        name: text.name.trim(),
        kind: text.kind,
        district: text.district,
        address: text.address.trim() || null,
        address_kept: text.flags.includes("address_kept"),
        run_by: text.run_by.trim() || null,
        living: text.living || null,
        guests: text.guests,
        age_min: numberOf(text.age_min),
        age_max: numberOf(text.age_max),
        families: text.flags.includes("families"),
        pets: text.flags.includes("pets"),
        rules: text.rules.trim() || null,
        cancelled,
    };
}

// The same place, used or not used any more; `base` is the version on which that stands.
export function placeWish(place: Place, cancelled: boolean, base: number) {
    return { ...wishOf(textOf(place), cancelled), base };
}

export function PlaceDialog({ place, onClose, onWritten }: PlaceDialogProps) {
    const write = useAct("housing.write_place");
    const [id] = useState(() => place?.id ?? uuid7());
    const [text, setText] = useState(() => textOf(place));
    const change = (part: Partial<PlaceText>) => setText({ ...text, ...part });

    function submit(): void {
        const body = {
            ...wishOf(text, place?.cancelled ?? false),
            ...(place && { base: place.version }),
        };
        void write.run({ path: { id }, body }, (written) => {
            onClose();
            say({ text: t("page.housing.place_written") });
            onWritten(written);
        });
    }

    return (
        <Dialog
            title={t(place ? "page.housing.change_place" : "page.housing.new_place")}
            onClose={onClose}
        >
            <Form class="form" problem={write.problem} onSubmit={submit}>
                <Where text={text} onChange={change} />
                <Rules text={text} onChange={change} />
                <DialogActions busy={write.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

interface PartProps {
    text: PlaceText;
    onChange: (part: Partial<PlaceText>) => void;
}

function Where({ text, onChange }: PartProps) {
    const districts = useDistricts();
    return (
        <>
            <TextField
                name="name"
                required
                label={t("field.housing.name")}
                value={text.name}
                onInput={(name) => onChange({ name })}
            />
            <Select
                name="kind"
                required
                label={t("field.housing.kind")}
                options={options("housing_kind")}
                value={text.kind}
                onChange={(kind) => onChange({ kind })}
            />
            <Select
                name="district"
                required
                label={t("field.housing.district")}
                options={districts.options}
                empty={t("web.not_recorded")}
                value={text.district}
                onChange={(district) => onChange({ district })}
            />
            <TextField
                name="address"
                label={t("field.housing.address")}
                value={text.address}
                onInput={(address) => onChange({ address })}
            />
            <TextField
                name="run_by"
                label={t("field.housing.run_by")}
                value={text.run_by}
                onInput={(run_by) => onChange({ run_by })}
            />
            <Select
                name="living"
                label={t("field.housing.living")}
                options={options("ethos")}
                empty={t("web.not_recorded")}
                value={text.living}
                onChange={(living) => onChange({ living })}
            />
        </>
    );
}

function Rules({ text, onChange }: PartProps) {
    return (
        <>
            <ChooseOne
                name="guests"
                always
                label={t("field.housing.guests")}
                options={options("housing_guests")}
                value={text.guests}
                onChange={(guests) => onChange({ guests })}
            />
            <div class="form-pair">
                <TextField
                    name="age_min"
                    inputMode="numeric"
                    label={t("field.housing.age_min")}
                    value={text.age_min}
                    onInput={(age_min) => onChange({ age_min })}
                />
                <TextField
                    name="age_max"
                    inputMode="numeric"
                    label={t("field.housing.age_max")}
                    value={text.age_max}
                    onInput={(age_max) => onChange({ age_max })}
                />
            </div>
            <ChooseSome
                name="families"
                label={t("field.housing.also")}
                hint={t("field.housing.address_kept_hint")}
                options={[
                    { value: "families", label: t("field.housing.families") },
                    { value: "pets", label: t("field.housing.pets") },
                    { value: "address_kept", label: t("field.housing.address_kept") },
                ]}
                values={text.flags}
                onChange={(flags) => onChange({ flags })}
            />
            <TextArea
                name="rules"
                label={t("field.housing.rules")}
                value={text.rules}
                onInput={(rules) => onChange({ rules })}
            />
        </>
    );
}
