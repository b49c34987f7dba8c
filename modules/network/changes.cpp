// SPDX-License-Identifier: EUPL-1.2
// What differs between two catalogues, list by list, as a person reads it before taking a release.
#include <algorithm>
#include <map>

#include "core/house.h"
#include "network/releases.h"

namespace network {

namespace {

constexpr std::size_t details_most = 50;

using Entry = core::CatalogueEntry;
using Key = std::pair<std::string, std::string>; // list, code

std::map<Key, const Entry*> by_code(const std::vector<Entry>& entries)
{
    std::map<Key, const Entry*> found;
    for (const auto& entry : entries)
        found.emplace(Key{entry.list, entry.code}, &entry);
    return found;
}

std::string part_of(const Entry& entry, const std::string& name)
{
    for (const auto& [known, text] : entry.parts)
        if (known == name)
            return text;
    return "";
}

// "it: before → after"; of a text of several lines its name alone.
std::string difference(const std::string& name, const std::string& before, const std::string& after)
{
    if (before.find('\n') != std::string::npos || after.find('\n') != std::string::npos)
        return name;
    return name + ": " + (before.empty() ? "–" : before) + " → " + (after.empty() ? "–" : after);
}

std::vector<std::string> details_of(const Entry& before, const Entry& after)
{
    std::vector<std::string> details;
    const auto note = [&](const std::string& name) {
        const auto old = part_of(before, name);
        const auto now = part_of(after, name);
        if (old != now)
            details.push_back(difference(name, old, now));
    };
    for (const auto& [name, text] : after.parts)
        note(name);
    for (const auto& [name, text] : before.parts)
        if (part_of(after, name).empty())
            note(name);
    if (details.size() > details_most) {
        const auto more = details.size() - details_most + 1;
        details.resize(details_most - 1);
        details.push_back("+ " + std::to_string(more));
    }
    return details;
}

CatalogueChange change_of(const Entry& entry, const char* what,
                          std::vector<std::string> details = {})
{
    return {entry.list, entry.code, what, entry.label.it, entry.label.en, std::move(details)};
}

void compare(std::vector<CatalogueChange>& changes, const Entry& before, const Entry& after)
{
    if (before.retired != after.retired)
        changes.push_back(change_of(after, after.retired ? "retired" : "back"));
    auto details = details_of(before, after);
    if (!details.empty())
        changes.push_back(change_of(after, "changed", std::move(details)));
}

} // namespace

std::vector<Entry> lost_between(const core::House& house, const core::Catalogue& before,
                                const core::Catalogue& after)
{
    const auto new_entries = house.entries_of(after);
    const auto kept = by_code(new_entries);
    std::vector<Entry> lost;
    for (auto& entry : house.entries_of(before))
        if (!entry.may_go && !kept.contains({entry.list, entry.code}))
            lost.push_back(std::move(entry));
    return lost;
}

std::vector<CatalogueChange> changes_between(const core::House& house,
                                             const core::Catalogue& before,
                                             const core::Catalogue& after)
{
    const auto old_entries = house.entries_of(before);
    const auto new_entries = house.entries_of(after);
    const auto known = by_code(old_entries);
    const auto kept = by_code(new_entries);
    std::vector<CatalogueChange> changes;
    for (const auto& entry : new_entries) {
        const auto old = known.find({entry.list, entry.code});
        if (old == known.end())
            changes.push_back(change_of(entry, "added"));
        else
            compare(changes, *old->second, entry);
    }
    for (const auto& entry : old_entries)
        if (!kept.contains({entry.list, entry.code}))
            changes.push_back(change_of(entry, "gone"));
    return changes;
}

} // namespace network
