// SPDX-License-Identifier: EUPL-1.2
// Which period: a list of those that make sense, each under its kind.
import { Form } from "web/kit/Form";
import { Select } from "web/kit/Field";
import { t } from "web/words/words";
import { formatPeriod, kindOf } from "./periods";

interface PeriodChoiceProps {
    value: string;
    periods: string[];
    onChange: (period: string) => void;
}

export function PeriodChoice({ value, periods, onChange }: PeriodChoiceProps) {
    // One that came with the address may be older than those offered.
    const offered = periods.includes(value) ? periods : [value, ...periods];
    return (
        <Form label={t("page.monitoring.period")} class="form-filter" onSubmit={() => {}}>
            <Select
                name="period"
                label={t("page.monitoring.period")}
                value={value}
                options={offered.map((period) => ({
                    value: period,
                    label: formatPeriod(period),
                    group: t(`page.monitoring.kind.${kindOf(period)}`),
                }))}
                onChange={onChange}
            />
        </Form>
    );
}
