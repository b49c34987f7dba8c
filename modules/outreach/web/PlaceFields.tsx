// SPDX-License-Identifier: EUPL-1.2
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Select } from "web/kit/Field";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";

const SETTINGS_SHOWN = 6;

interface Place {
    setting: string;
    district: string;
}

interface PlaceFieldsProps {
    value: Place;
    onChange: (part: Partial<Place>) => void;
}

export function PlaceFields({ value, onChange }: PlaceFieldsProps) {
    const districts = useDistricts();
    return (
        <>
            <ChooseOne
                name="setting"
                required
                label={t("field.outreach.setting")}
                shown={SETTINGS_SHOWN}
                options={options("contact_setting")}
                value={value.setting}
                onChange={(setting) => onChange({ setting })}
            />
            <Select
                name="district"
                required
                label={t("field.outreach.district")}
                options={districts.options}
                empty={t("page.outreach.choose")}
                value={value.district}
                onChange={(district) => onChange({ district })}
            />
        </>
    );
}
