// SPDX-License-Identifier: EUPL-1.2
// What the live board says of a city's figure: how far it is, and how far it will probably come.
import type { LiveBoard, LiveCity, LiveForecast } from "web/api/acts";
import type { Standing } from "./progress";

export function targetIn(board: LiveBoard, city: string, indicator: string): number | undefined {
    return board.targets.find((each) => each.city === city && each.indicator === indicator)?.value;
}

export function forecastOf(
    line: LiveCity,
    indicator: string,
    until: "year" | "programme",
): LiveForecast | undefined {
    return line.forecasts.find((each) => each.indicator === indicator && each.until === until);
}

// Reached; else by the forecast to the end of the year where there is one: on course while the target is
// within what may well come.
export function standingNow(board: LiveBoard, line: LiveCity, indicator: string): Standing {
    const value = line.values.find((each) => each.indicator === indicator);
    if (!value || !line.counted_at) return "missing";
    const target = targetIn(board, line.city, indicator);
    if (!target || value.suppressed) return "no_target";
    if ((value.value ?? 0) >= target) return "reached";
    const expected = forecastOf(line, indicator, "year") ?? forecastOf(line, indicator, "programme");
    if (!expected) return "no_target";
    return expected.high >= target ? "on_course" : "behind";
}
