// SPDX-License-Identifier: EUPL-1.2
// How long is kept what nobody needs any more: periods of the catalogue, or of the city, and a
// preview of whom they have caught up with. The rule that keeps somebody longest decides (that of
// the street only where no other holds), and while anything goes on none does. Nothing happens by
// itself: an erasure is started person by person.
#include <algorithm>

#include "access/access.h"
#include "core/house.h"
#include "rights/work.h"
#include "store/rows.h"

using core::Context;

namespace rights {

namespace {

constexpr std::size_t listed_max = 200;
using Persons = std::vector<Id<people::Person>>;

std::string column(const core::Code& code, const char* name)
{
    const auto found = code.more.find(name);
    return found == code.more.end() ? std::string() : found->second;
}

const core::Holding& holding_of(Context& context, const std::string& table)
{
    const auto& all = context.house.holdings();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const core::Holding& one) { return one.table == table; });
    ENSURE(found != all.end() && !found->persons.empty());
    return *found;
}

// What keeps a human being, by one rule.
struct Kept {
    const Rule* rule = nullptr;
    Date last_on;
    Date until;
};

struct Counted {
    std::vector<std::pair<const Rule*, std::map<Id<people::Person>, Date>>> days; // by record
    std::set<Id<people::Person>> running;
};

Counted count_days(Context& context, const std::vector<Rule>& rules)
{
    Counted counted;
    for (const auto& rule : rules) {
        const auto& holding = holding_of(context, rule.table);
        ENSURE(holding.find_field(rule.column) != nullptr);
        counted.days.emplace_back(&rule,
                                  last_days(context.store, holding, rule.column, rule.otherwise));
    }
    for (const auto& holding : context.house.holdings())
        if (!holding.ends.empty() && holding.table != RequestRow::table)
            counted.running.merge(running_persons(context.store, holding));
    return counted;
}

// All records of one human being count together; nothing while something goes on.
std::optional<Kept> longest(const Counted& counted, const Persons& records)
{
    std::optional<Kept> found;
    std::optional<Kept> alone;
    for (const auto& record : records) {
        if (counted.running.contains(record))
            return std::nullopt;
        for (const auto& [rule, days] : counted.days) {
            const auto day = days.find(record);
            if (day == days.end())
                continue;
            const Kept kept{rule, day->second, plus_months(day->second, rule->months)};
            auto& best = rule->alone ? alone : found;
            if (!best || best->until < kept.until)
                best = kept;
        }
    }
    return found ? found : alone;
}

// Of each human being whose time is over, once; without those erased already.
std::map<Id<people::Person>, Kept> over(Context& context, const std::vector<Rule>& rules)
{
    const auto counted = count_days(context, rules);
    std::map<Id<people::Person>, Kept> found;
    for (const auto& [rule, days] : counted.days)
        for (const auto& [person, day] : days) {
            if (plus_months(day, rule->months) >= context.today() ||
                counted.running.contains(person))
                continue;
            const auto records = people::same_persons(context, person);
            if (records.empty() || found.contains(records.front()))
                continue; // guarded, taken back, or there already
            const auto kept = longest(counted, records);
            if (kept && kept->until < context.today() &&
                !people::is_erased(context, records.front()))
                found.emplace(records.front(), *kept);
        }
    return found;
}

} // namespace

std::vector<Rule> rules_of(Context& context)
{
    const auto own = terms(context.store);
    std::vector<Rule> rules;
    for (const auto& code : context.catalogue().vocabularies().at("retention_rule")) {
        if (code.retired)
            continue;
        Rule rule;
        rule.code = code.code;
        rule.table = column(code, "of");
        rule.column = column(code, "after");
        rule.otherwise = column(code, "otherwise");
        rule.alone = column(code, "alone") == "yes";
        rule.months = rule.months_of_network = std::stoi(column(code, "months"));
        rule.source_it = column(code, "source_it");
        rule.source_en = column(code, "source_en");
        rule.confirmed = column(code, "confirmed") == "yes";
        for (const auto& row : own)
            if (row.rule == rule.code) {
                rule.months = row.months;
                rule.confirmed = true;
            }
        rules.push_back(std::move(rule));
    }
    return rules;
}

RetentionPreview preview_retention(Context& context)
{
    const auto rules = rules_of(context);
    const auto found = over(context, rules);
    RetentionPreview preview;
    for (const auto& rule : rules) {
        const auto due = std::count_if(found.begin(), found.end(), [&](const auto& one) {
            return one.second.rule->code == rule.code;
        });
        preview.rules.push_back({rule.code, rule.months, rule.months_of_network,
                                 context.language() == "en" ? rule.source_en : rule.source_it,
                                 rule.confirmed, static_cast<int>(due)});
    }
    preview.total = static_cast<int>(found.size());

    std::vector<std::pair<Id<people::Person>, Kept>> order(found.begin(), found.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& one, const auto& other) {
        return one.second.until < other.second.until;
    });
    if (order.size() > listed_max)
        order.resize(listed_max);
    Persons persons;
    for (const auto& [person, kept] : order)
        persons.push_back(person);
    const auto cards = people::find_cards(context, persons);
    const auto proposed = proposed_persons(context.store);
    for (const auto& [person, kept] : order)
        preview.items.push_back({person, cards.at(person), kept.rule->code, kept.last_on,
                                 kept.until, proposed.contains(person)});
    return preview;
}

RetentionPreview set_rule(Context& context, const SetRule& wish)
{
    delete_term(context.store, wish.rule);
    if (wish.months)
        store::insert_row(context.store,
                          TermRow{Id<TermRow>(named_uuid("rights term " + wish.rule)), wish.rule,
                                  *wish.months, context.actor.account, context.now});
    return preview_retention(context);
}

// Whether the period is really over is judged by who grants it, not here: an erasure may be started
// of anybody, and is refused as long as something goes on.
Request propose_erasure(Context& context, const ProposeErasure& wish)
{
    people::get_card(context, wish.person);
    if (people::is_erased(context, wish.person))
        throw Problem(409, "people.erased");
    RequestRow row;
    row.id = wish.id;
    row.person = wish.person;
    row.kind = retention;
    row.rule = wish.rule;
    row.received_on = context.today();
    row.recorded_by = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return show(context, row);
}

} // namespace rights
