// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/comparison.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "monitoring/rows.h"

using core::Context;

namespace monitoring {

namespace {

using Key = std::tuple<std::string, std::string, std::string, std::string>;

Key key_of(const Value& value)
{
    return {value.indicator, value.window, value.breakdown, value.cell};
}

bool is_same(const Value& one, const Value& other)
{
    return one.version == other.version && one.value == other.value &&
           one.numerator == other.numerator && one.denominator == other.denominator &&
           one.p90 == other.p90 && one.suppressed == other.suppressed;
}

std::string kind_of(const Value* before, const Value* after)
{
    if (before == nullptr)
        return "added";
    if (after == nullptr)
        return "removed";
    if (before->version != after->version)
        return "definition";
    if (!before->value || !after->value || *before->value == *after->value)
        return "other";
    return *after->value > *before->value ? "more" : "less";
}

CellChange change_of(const Value* before, const Value* after)
{
    const auto& known = after != nullptr ? *after : *before;
    CellChange change;
    change.indicator = known.indicator;
    change.window = known.window;
    change.breakdown = known.breakdown;
    change.cell = known.cell;
    change.kind = kind_of(before, after);
    if (before != nullptr) {
        change.before = before->value;
        change.before_suppressed = before->suppressed;
        change.before_version = before->version;
    }
    if (after != nullptr) {
        change.after = after->value;
        change.after_suppressed = after->suppressed;
        change.after_version = after->version;
    }
    return change;
}

std::vector<LeftOutChange> changes_of(const std::vector<LeftOut>& before,
                                      const std::vector<LeftOut>& after)
{
    std::map<std::pair<std::string, std::string>, LeftOutChange> all;
    const auto of = [&](const LeftOut& one) -> LeftOutChange& {
        auto& change = all[{one.indicator, one.reason}];
        change.indicator = one.indicator;
        change.reason = one.reason;
        return change;
    };
    for (const auto& one : before)
        of(one).before = one.count;
    for (const auto& one : after)
        of(one).after = one.count;
    std::vector<LeftOutChange> changed;
    for (auto& [key, change] : all)
        if (change.before != change.after)
            changed.push_back(std::move(change));
    return changed;
}

std::vector<std::string> words_changed(const StatementCard& before, const StatementCard& after)
{
    std::vector<std::string> changed;
    const auto look = [&](const char* name, std::optional<std::string> StatementCard::*part) {
        if ((before.*part).value_or("") != (after.*part).value_or(""))
            changed.emplace_back(name);
    };
    look("narrative", &StatementCard::narrative);
    look("progress", &StatementCard::progress);
    look("deviations", &StatementCard::deviations);
    look("problems", &StatementCard::problems);
    look("networks", &StatementCard::networks);
    return changed;
}

StatementCard get_other(Context& context, const StatementCard& card,
                        const std::optional<Id<Statement>>& with)
{
    if (with) {
        const auto other = find_statement(context.store, *with);
        if (!other)
            throw not_found();
        if (other->city != card.city || other->period != card.period)
            throw Problem(409, "monitoring.not_of_one_return");
        return *other;
    }
    for (const auto& version : versions_of(context.store, card.city, card.period))
        if (version.version == card.version - 1)
            return version;
    throw Problem(409, "monitoring.no_version_before");
}

} // namespace

std::vector<CellChange> changes_of(const std::vector<Value>& before,
                                   const std::vector<Value>& after, int& unchanged)
{
    std::map<Key, const Value*> known;
    for (const auto& value : before)
        known[key_of(value)] = &value;
    std::vector<CellChange> changes;
    for (const auto& value : after) {
        const auto found = known.find(key_of(value));
        const auto* old = found == known.end() ? nullptr : found->second;
        if (old != nullptr && is_same(*old, value))
            ++unchanged;
        else
            changes.push_back(change_of(old, &value));
        if (found != known.end())
            known.erase(found);
    }
    for (const auto& value : before)
        if (known.contains(key_of(value)))
            changes.push_back(change_of(&value, nullptr));
    return changes;
}

Comparison compare_statements(Context& context, const CompareStatements& wish)
{
    const auto card = find_statement(context.store, wish.id);
    if (!card)
        throw not_found();
    const auto other = get_other(context, *card, wish.with);
    Comparison comparison;
    comparison.before = other.version < card->version ? other : *card;
    comparison.after = other.version < card->version ? *card : other;
    const auto& [before, after] = std::pair(comparison.before.id, comparison.after.id);
    comparison.cells = changes_of(values_of(context.store, before), values_of(context.store, after),
                                  comparison.unchanged);
    comparison.left_out =
        changes_of(left_out_of(context.store, before), left_out_of(context.store, after));
    comparison.words = words_changed(comparison.before, comparison.after);
    return comparison;
}

} // namespace monitoring
