// SPDX-License-Identifier: EUPL-1.2
// Opening hours: the days that have the same ones are written down in one go.
import { useState } from "preact/hooks";
import type { ServiceOpening } from "web/api/acts";
import { Button } from "web/kit/Button";
import { ChooseSome } from "web/kit/ChoiceChips";
import { TimeField } from "web/kit/Field";
import { weekdayName } from "web/words/format";
import { t } from "web/words/words";
import { linesOf, WEEKDAYS } from "./week";

interface HoursFieldProps {
    values: ServiceOpening[];
    onChange: (values: ServiceOpening[]) => void;
}

export function HoursField({ values, onChange }: HoursFieldProps) {
    const [days, setDays] = useState<string[]>([]);
    const [opens, setOpens] = useState("");
    const [closes, setCloses] = useState("");

    function add(): void {
        const added = days.map((day) => ({ weekday: Number(day), opens, closes }));
        onChange([...values, ...added]);
        setDays([]);
        setOpens("");
        setCloses("");
    }

    return (
        <fieldset class="field-group">
            <legend>{t("field.directory.hours")}</legend>
            {values.length > 0 && (
                <ul class="plain-list">
                    {linesOf(values).map(({ weekdays, hours }) => {
                        const names = weekdays.map(weekdayName).join(", ");
                        return (
                            <li key={hours}>
                                {`${names}: ${hours}`}{" "}
                                <Button
                                    kind="plain"
                                    label={t("do.directory.remove_hours", { days: names })}
                                    onClick={() =>
                                        onChange(
                                            values.filter(
                                                ({ weekday }) => !weekdays.includes(weekday),
                                            ),
                                        )
                                    }
                                >
                                    {t("do.directory.remove")}
                                </Button>
                            </li>
                        );
                    })}
                </ul>
            )}
            <ChooseSome
                name="weekdays"
                label={t("field.directory.weekdays")}
                options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day) }))}
                values={days}
                onChange={setDays}
            />
            <div class="form-pair">
                <TimeField
                    name="opens"
                    label={t("field.directory.opens")}
                    value={opens}
                    onInput={setOpens}
                />
                <TimeField
                    name="closes"
                    label={t("field.directory.closes")}
                    value={closes}
                    onInput={setCloses}
                />
            </div>
            <Button
                kind="outline"
                icon="add"
                disabled={days.length === 0 || !opens || !closes}
                onClick={add}
            >
                {t("do.directory.add_hours")}
            </Button>
        </fieldset>
    );
}
