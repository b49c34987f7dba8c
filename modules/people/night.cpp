// SPDX-License-Identifier: EUPL-1.2
// The night: all records of a city are compared with each other, and what few persons share is
// learnt of them. It reads and reckons beside the writer; only what came of it is written.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "people/index.h"
#include "people/pair_rows.h"
#include "people/rows.h"

using core::Context;

namespace people {

namespace {

constexpr int begins_at_hour = 2;
constexpr std::size_t learns_from = 2000; // records: of fewer the usual weights know more
constexpr std::size_t proposed_max = 2000;
constexpr std::size_t one_paper_max = 5; // a number that more persons have is nobody's
constexpr std::int64_t first_of_all = 1000000;
constexpr double one_in_ten = 0.1; // persons stand twice, until the records say how many

using Two = std::pair<Id<Person>, Id<Person>>;

Two sorted(const Id<Person>& a, const Id<Person>& b) { return a < b ? Two(a, b) : Two(b, a); }

struct Everybody {
    std::vector<Known> known;
    std::map<Id<Person>, Id<Person>> canonical;
    std::set<Two> apart; // as canonical persons of today
};

Everybody read_everybody(store::Transaction& transaction)
{
    Everybody all;
    all.known = everybody(transaction);
    for (const auto& known : all.known)
        all.canonical[known.id] = known.canonical;
    for (const auto& pair : pairs_apart(transaction)) {
        const auto one = all.canonical.find(pair.one);
        const auto other = all.canonical.find(pair.other);
        if (one != all.canonical.end() && other != all.canonical.end())
            all.apart.insert(sorted(one->second, other->second));
    }
    return all;
}

// Who shares a number: however they are called, somebody should look.
void add_pairs_of_papers(const std::vector<Known>& known,
                         std::set<std::pair<std::size_t, std::size_t>>& pairs)
{
    std::map<std::string, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < known.size(); ++i)
        for (const auto& number : known[i].profile.identifiers)
            holders[number].push_back(i);
    for (const auto& [number, persons] : holders)
        if (persons.size() <= one_paper_max)
            for (std::size_t i = 0; i < persons.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    pairs.emplace(persons[j], persons[i]);
}

struct Proposal {
    double bits = 0;
    std::string_view strength;
};

// Everybody judged by the index, as whoever adds a person is shown it: the same weights, the same
// words. `prior` are the odds that two records taken blindly are one person's.
std::map<Two, Proposal> judge(const Everybody& all, const Index& index,
                              const std::set<std::pair<std::size_t, std::size_t>>& pairs,
                              double prior)
{
    core::Scope whole_city;
    whole_city.reach = core::Scope::Reach::city;
    std::map<Two, Proposal> proposals;
    for (const auto& [a, b] : pairs) {
        const auto& one = all.known[a];
        const auto& other = all.known[b];
        const auto two = sorted(one.canonical, other.canonical);
        if (one.canonical == other.canonical || all.apart.contains(two))
            continue;
        const auto similarity = index.compare(one.profile, whole_city, other.id);
        if (!similarity)
            continue;
        const double bits = similarity->bits - index.prior_bits() + prior;
        const auto strength = match::strength(bits, similarity->telling);
        auto& best = proposals[two];
        if (!strength.empty() && (best.strength.empty() || best.bits < bits))
            best = {bits, strength};
    }
    std::erase_if(proposals, [](const auto& one) { return one.second.strength.empty(); });
    return proposals;
}

// The likeliest first; those for whom there is no room come when others have been looked at.
std::vector<PairRow> rows_of(const std::map<Two, Proposal>& proposals, Instant now)
{
    std::vector<PairRow> rows;
    for (const auto& [two, proposal] : proposals) {
        PairRow row;
        row.id = pair_id(two.first, two.second);
        row.one = two.first;
        row.other = two.second;
        row.strength = proposal.strength;
        row.weight = std::llround(proposal.bits * 100) +
                     (proposal.strength == "very_likely" ? first_of_all : 0);
        row.proposed_at = row.checked_at = now;
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const PairRow& one, const PairRow& other) {
        return one.weight > other.weight;
    });
    if (rows.size() > proposed_max)
        rows.resize(proposed_max);
    return rows;
}

} // namespace

std::function<std::vector<Uuid>(Context&)> look_for_pairs(Context& context)
{
    const auto last = last_night(context.store);
    if (last && (*last == context.today() || local_hour(context.now) < begins_at_hour))
        return {};

    const auto all = read_everybody(context.store);
    match::Lexicon lexicon(compared_fields());
    std::vector<match::Entry> entries;
    for (const auto& known : all.known)
        entries.push_back(lexicon.enter(known.profile.record));
    const auto linking = match::link(lexicon, entries);

    auto& index = context.kept<Index>();
    NightRow night{
        context.today(), static_cast<std::int64_t>(all.known.size()), 0, {}, context.now};
    double prior = std::log2(2 * one_in_ten / (static_cast<double>(all.known.size()) + 1));
    if (all.known.size() >= learns_from) {
        night.weights = match::write_weights(linking.weights);
        index.set_weights(linking.weights);
        prior = linking.weights.prior_bits;
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& one : linking.links)
        pairs.emplace(std::min(one.a, one.b), std::max(one.a, one.b));
    add_pairs_of_papers(all.known, pairs);
    auto rows = rows_of(judge(all, index, pairs, prior), context.now);
    night.proposed = static_cast<std::int64_t>(rows.size());

    return [rows = std::move(rows), night](Context& writing) {
        std::vector<Uuid> made;
        for (const auto& row : rows)
            if (put_pair(writing.store, row))
                made.push_back(row.id);
        delete_pairs_not_checked(writing.store, night.done_at);
        put_night(writing.store, night);
        return made;
    };
}

} // namespace people
