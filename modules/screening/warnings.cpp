// SPDX-License-Identifier: EUPL-1.2
#include "screening/warnings.h"

#include <algorithm>

#include "screening/acts.h"
#include "screening/rules.h"
#include "store/rows.h"

using core::Context;

namespace screening {

namespace {

constexpr std::int64_t seconds_an_hour = 3600;

Instant due_after(const Context& context, const std::string& priority)
{
    const auto* code = context.catalogue().find_code("warning_priority", priority);
    ENSURE(code);
    return context.now.plus_seconds(std::stoi(code->more.at("hours")) * seconds_an_hour);
}

// The screenings of one human being, however many records there are of the same one.
struct Known {
    std::vector<Fact> facts;
    std::vector<WarningRow> warnings;
};

Known known_of(Context& context, const Id<people::Person>& person)
{
    Known known;
    for (const auto& same : people::same_persons(context, person)) {
        for (const auto& screening : screenings_of(context.store, same))
            if (!screening.cancelled_at)
                for (const auto& one : findings_of(context.store, screening.id))
                    known.facts.push_back(
                        {screening.day, one.circumstance, severity_of(one.severity)});
        auto some = warnings_of(context.store, same);
        std::move(some.begin(), some.end(), std::back_inserter(known.warnings));
    }
    return known;
}

void withdraw_what_did_not_hold(Context& context, Known& known)
{
    for (auto& row : known.warnings) {
        const auto* rule = find_rule(context.catalogue(), row.rule);
        // A rule that the catalogue has dropped: its warnings still wait for a person.
        if (!row.is_open() || rule == nullptr || !holds(*rule, known.facts, row.raised_on).empty())
            continue;
        row.withdrawn_at = context.now;
        store::update_row(context.store, row);
    }
}

// Does it wait already, or was it answered a short while ago?
bool is_quiet(const Rule& rule, const std::vector<WarningRow>& warnings, Date today)
{
    return std::any_of(warnings.begin(), warnings.end(), [&](const WarningRow& row) {
        if (row.rule != rule.code || row.withdrawn_at)
            return false;
        return !row.answered_at || today < local_date(*row.answered_at).plus_days(rule.quiet_days);
    });
}

void raise_warning(Context& context, const ScreeningRow& screening, const Rule& rule,
                   std::vector<std::string> circumstances)
{
    WarningRow row;
    // One for each rule and screening, whoever sends it again.
    row.id = warning_id(screening.id, rule.code);
    const auto before = find_warning(context.store, row.id);
    if (before && !before->withdrawn_at)
        return;
    row.person = screening.person;
    row.screening = screening.id;
    row.rule = rule.code;
    row.rule_version = rule.version;
    row.restricted =
        std::any_of(circumstances.begin(), circumstances.end(),
                    [&](const std::string& one) { return is_restricted(context, one); });
    row.circumstances = std::move(circumstances);
    row.priority = rule.priority;
    row.raised_on = context.today();
    row.raised_at = context.now;
    row.due_at = due_after(context, rule.priority);
    if (before)
        store::update_row(context.store, row);
    else
        store::insert_row(context.store, row);
}

WarningRow get_visible(Context& context, const Id<Warning>& id)
{
    auto row = find_warning(context.store, reader_of(context), id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

} // namespace

bool is_restricted(const Context& context, const std::string& circumstance)
{
    if (circumstance.empty())
        return false; // of somebody who has been erased
    const auto* code = context.catalogue().find_code("vulnerability", circumstance);
    ENSURE(code);
    return code->more.at("compartment") == "restricted";
}

bool reads_every_compartment(const Context& context) { return context.actor.roles.any_of(care); }

Reader reader_of(const Context& context)
{
    return {reads_every_compartment(context), context.scope().sees_guarded, context.actor.account};
}

void settle_warnings(Context& context, const ScreeningRow& changed)
{
    auto known = known_of(context, changed.person);
    withdraw_what_did_not_hold(context, known);
    if (changed.cancelled_at)
        return;
    const auto today = context.today();
    for (const auto& rule : rules(context.catalogue())) {
        auto circumstances = holds(rule, known.facts, today);
        if (!rule.retired && !circumstances.empty() && !is_quiet(rule, known.warnings, today))
            raise_warning(context, changed, rule, std::move(circumstances));
    }
}

Warning show_warning(Context& context, const WarningRow& row)
{
    const auto* rule = find_rule(context.catalogue(), row.rule);
    const bool italian = context.language() == "it";
    Warning shown;
    shown.id = row.id;
    shown.person = row.person;
    shown.person_card = people::get_card(context, row.person);
    shown.screening = row.screening;
    shown.rule = row.rule;
    if (rule != nullptr) {
        shown.reason = italian ? rule->it : rule->en;
        shown.advice = italian ? rule->advice_it : rule->advice_en;
    }
    shown.circumstances = row.circumstances;
    shown.priority = row.priority;
    shown.state = row.withdrawn_at ? "withdrawn" : row.answered_at ? "answered" : "open";
    shown.raised_at = row.raised_at;
    shown.due_at = row.due_at;
    shown.late = row.is_open() && row.due_at < context.now;
    shown.answer = row.answer;
    shown.note = row.note;
    shown.answered_by_name = row.answered_by_name;
    shown.answered_at = row.answered_at;
    return shown;
}

// ---- for the demonstration

std::vector<std::string> raised_by(const std::vector<Finding>& findings, Date day)
{
    std::vector<Fact> facts;
    for (const auto& one : findings)
        facts.push_back({day, one.circumstance, severity_of(one.severity)});
    std::vector<std::string> found;
    for (const auto& rule : rules())
        if (!holds(rule, facts, day).empty())
            found.push_back(rule.code);
    return found;
}

Id<Warning> warning_id(const Id<Screening>& screening, const std::string& rule)
{
    return Id<Warning>(named_uuid(to_string(screening) + "/" + rule));
}

// ---- acts

Warnings list_warnings(Context& context, const ListWarnings& wish)
{
    const auto reader = reader_of(context);
    Chosen chosen;
    chosen.state = wish.state.value_or("open");
    Warnings list;
    for (const auto& row : list_rows(context.store, reader, chosen))
        list.items.push_back(show_warning(context, row));
    list.late = count_late(context.store, reader, context.now);
    return list;
}

// Said again, it corrects the answer; who answers last stands for it.
Warning answer_warning(Context& context, const AnswerWarning& wish)
{
    auto row = get_visible(context, wish.id);
    if (row.withdrawn_at)
        throw Problem(409, "screening.warning_withdrawn");
    row.answer = wish.answer;
    row.note = wish.note;
    row.answered_by = context.actor.account;
    row.answered_by_name = context.actor.name;
    if (!row.answered_at)
        row.answered_at = context.now;
    store::update_row(context.store, row);
    return show_warning(context, row);
}

Warning withdraw_answer(Context& context, const AnsweredPath& wish)
{
    auto row = get_visible(context, wish.id);
    row.answer.reset();
    row.note.reset();
    row.answered_by.reset();
    row.answered_by_name.reset();
    row.answered_at.reset();
    store::update_row(context.store, row);
    return show_warning(context, row);
}

} // namespace screening
