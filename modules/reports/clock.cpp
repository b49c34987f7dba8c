// SPDX-License-Identifier: EUPL-1.2
#include "reports/clock.h"

#include <charconv>

#include "base/problem.h"

namespace reports {

std::optional<int> minutes_of(const core::Catalogue& catalogue,
                              const std::optional<std::string>& priority)
{
    if (!priority)
        return std::nullopt;
    const auto* code = catalogue.find_code("report_priority", *priority);
    ENSURE(code != nullptr);
    const auto& text = code->more.at("minutes");
    if (text.empty())
        return std::nullopt;
    int minutes = 0;
    std::from_chars(text.data(), text.data() + text.size(), minutes);
    ENSURE(minutes > 0);
    return minutes;
}

std::optional<Instant> due_after(Instant from, std::optional<int> minutes)
{
    return minutes ? std::optional(from.plus_seconds(60LL * *minutes)) : std::nullopt;
}

Instant due_of(Instant from, std::optional<Instant> due)
{
    return due.value_or(from.plus_seconds(60LL * minutes_to_assess));
}

std::string clock_of(const Running& running, Instant now)
{
    auto due = running.due;
    if (!due && !running.assessed)
        due = due_of(running.from, due);
    if (!due)
        return "none";
    if (running.acted)
        return *running.acted <= *due ? "met" : "missed";
    if (running.over)
        return "none";
    if (now > *due)
        return "late";
    const auto whole = due->milliseconds - running.from.milliseconds;
    const auto left = due->milliseconds - now.milliseconds;
    return 4 * left < whole ? "soon_late" : "running";
}

} // namespace reports
