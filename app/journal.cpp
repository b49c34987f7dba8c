// SPDX-License-Identifier: EUPL-1.2
// Proves that no line of a journal was altered or removed: by its own chain, and by what the
// statements of a city wrote down of it.
#include "core/journal.h"

#include <algorithm>
#include <ostream>

#include "app/commands.h"
#include "app/house.h"
#include "monitoring/monitoring.h"

namespace app {

namespace {

std::string sentence_of(const core::JournalCheck& check)
{
    const auto line = "line " + std::to_string(check.fault_at);
    if (check.fault == "altered")
        return line + " was altered";
    if (check.fault == "missing")
        return line + " is missing";
    if (check.fault == "cut")
        return "it ends after line " + std::to_string(check.head.sequence) +
               ", but a statement was made when there were more";
    return line + " is not the line that was there when a statement was made";
}

// What the last statement of a city said of its journal, from one of the two stores that keep it.
std::optional<core::JournalHead> stated_head(core::House& house, std::string_view keeper,
                                             const std::string& city)
{
    std::optional<core::JournalHead> head;
    // A city on a machine of its own has no store of the network beside it.
    if (auto* place = house.find_place(keeper))
        place->store->read([&](store::Transaction& transaction) {
            head = monitoring::last_stated_head(transaction, city);
        });
    return head;
}

core::JournalCheck verify(core::House& house, const std::string& slug,
                          const std::optional<core::JournalHead>& known)
{
    core::JournalCheck check;
    house.find_place(slug)->store->read(
        [&](store::Transaction& transaction) { check = core::verify_journal(transaction, known); });
    return check;
}

std::vector<std::string> altered_statements(core::House& house, const std::string& slug)
{
    std::vector<std::string> altered;
    house.find_place(slug)->store->read([&](store::Transaction& transaction) {
        altered = monitoring::altered_statements(transaction);
    });
    return altered;
}

// By its chain alone, then against the city's own statement, then against the network's copy of it:
// whoever cuts the journal may have cut the city's statements too.
core::JournalCheck verify(core::House& house, const std::string& slug)
{
    auto check = verify(house, slug, std::nullopt);
    if (slug == core::network_slug)
        return check;
    for (const auto keeper : {std::string_view(slug), core::network_slug})
        if (check.fault.empty())
            if (const auto head = stated_head(house, keeper, slug))
                check = verify(house, slug, head);
    return check;
}

} // namespace

int verify_journals(const Configuration& configuration, const std::optional<std::string>& slug,
                    std::ostream& out)
{
    if (slug)
        check_slug(configuration, *slug);
    const auto all = slugs_of(configuration);
    const auto slugs = slug ? std::vector<std::string>{*slug} : all;
    auto opened = slugs;
    const bool has_network = std::find(all.begin(), all.end(), core::network_slug) != all.end();
    if (slug && *slug != core::network_slug && has_network)
        opened.emplace_back(core::network_slug);
    const auto house = open_house(configuration, opened);
    bool holds = true;
    for (const auto& one : slugs) {
        const auto check = verify(*house, one);
        holds = holds && check.fault.empty();
        if (check.fault.empty())
            out << one << ": " << check.lines << " lines, all as they were written\n";
        else
            out << one << ": the journal does not hold: " << sentence_of(check) << ".\n";
        for (const auto& statement : altered_statements(*house, one)) {
            holds = false;
            out << one << ": the statement " << statement << " was altered.\n";
        }
    }
    house->stop();
    return holds ? 0 : 1;
}

} // namespace app
