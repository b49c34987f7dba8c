// SPDX-License-Identifier: EUPL-1.2
// How far a return has come, from what is there: pure.
#include <algorithm>

#include "monitoring/returns.h"

namespace monitoring {

namespace {

std::string state_of(const Return& line)
{
    if (!line.version)
        return line.late_days > 0 ? "late" : "not_begun";
    if (line.reopening)
        return "reopened";
    if (line.questions_open > 0)
        return "questioned";
    if (line.acceptance)
        return "accepted";
    return *line.version > 1 ? "corrected" : "submitted";
}

} // namespace

Return return_of(const Rules& rules, const std::string& city, Period quarter, Date today,
                 const std::vector<StatementCard>& versions, const std::vector<Entry>& entries)
{
    Return line;
    line.city = city;
    line.period = to_string(quarter);
    line.due_on = rules.due_on(quarter);
    const auto first = versions.empty() ? today : local_date(versions.front().submitted_at);
    line.late_days = std::max(0, first.days - line.due_on.days);
    if (versions.empty())
        line.days_left = std::max(0, line.due_on.days - today.days);
    if (!versions.empty()) {
        const auto& latest = versions.back();
        line.statement = latest.id;
        line.version = latest.version;
        line.submitted_at = latest.submitted_at;
        line.received_at = latest.received_at;
        line.quality = latest.quality;
        if (const auto acceptance = acceptance_of(entries, latest.id)) {
            line.acceptance = acceptance->id;
            line.accepted_by_name = acceptance->author_name;
        }
    }
    if (const auto reopening = open_reopening(entries, versions)) {
        line.reopening = reopening->id;
        line.reopened_because = reopening->words;
    }
    for (const auto& question : open_questions(entries)) {
        ++line.questions_open;
        if (state_of_question(thread_of(entries, question.id)) == "open")
            ++line.questions_waiting;
    }
    for (const auto& entry : entries)
        if (entry.kind == "reminder")
            line.reminders.push_back({entry.id, entry.written_at, entry.author_name, entry.words});
    line.state = state_of(line);
    return line;
}

} // namespace monitoring
