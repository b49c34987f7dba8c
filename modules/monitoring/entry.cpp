// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/entry.h"

#include <algorithm>
#include <set>

namespace monitoring {

std::vector<Entry> standing(std::vector<Entry> entries)
{
    std::sort(entries.begin(), entries.end(), [](const Entry& one, const Entry& other) {
        return std::pair(one.written_at, to_string(one.id)) <
               std::pair(other.written_at, to_string(other.id));
    });
    std::set<std::string> undone;
    for (const auto& entry : entries)
        if (entry.undoes)
            undone.insert(to_string(*entry.undoes));
    std::erase_if(entries, [&](const Entry& entry) {
        return entry.undoes || undone.contains(to_string(entry.id)) ||
               (entry.thread && undone.contains(to_string(*entry.thread)));
    });
    return entries;
}

std::string state_of_question(const std::vector<Entry>& thread)
{
    std::string state = "open";
    for (const auto& entry : thread) {
        if (entry.kind == "closing")
            return "closed";
        if (entry.kind == "reply")
            state = entry.side == side_of_city ? "answered" : "open";
    }
    return state;
}

std::vector<Entry> thread_of(const std::vector<Entry>& entries, const Id<Entry>& question)
{
    std::vector<Entry> thread;
    for (const auto& entry : entries)
        if (entry.thread == question)
            thread.push_back(entry);
    // Two clocks may not agree: whatever they say, an answer comes after its question.
    std::stable_partition(thread.begin(), thread.end(),
                          [](const Entry& entry) { return entry.kind == "question"; });
    return thread;
}

std::optional<Entry> open_reopening(const std::vector<Entry>& entries,
                                    const std::vector<StatementCard>& versions)
{
    if (versions.empty())
        return std::nullopt;
    for (const auto& entry : entries)
        if (entry.kind == "reopening" && entry.statement == versions.back().id)
            return entry;
    return std::nullopt;
}

std::optional<Entry> acceptance_of(const std::vector<Entry>& entries, const Id<Statement>& id)
{
    for (const auto& entry : entries)
        if (entry.kind == "acceptance" && entry.statement == id)
            return entry;
    return std::nullopt;
}

std::vector<Entry> open_questions(const std::vector<Entry>& entries)
{
    std::vector<Entry> open;
    for (const auto& entry : entries)
        if (entry.kind == "question" && state_of_question(thread_of(entries, entry.id)) != "closed")
            open.push_back(entry);
    return open;
}

} // namespace monitoring
