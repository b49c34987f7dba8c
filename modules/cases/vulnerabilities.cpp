// SPDX-License-Identifier: EUPL-1.2
// The rules of vulnerabilities. Whoever reads the case reads all of them: those are the roles that
// read the restricted compartment of screenings too.
#include "cases/vulnerabilities.h"

#include <algorithm>

#include "access/access.h"
#include "cases/vulnerability_rows.h"
#include "cases/work.h"
#include "core/version.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

constexpr auto another = "V99"; // of vulnerability: the note says which

// ---- what is asked for

struct Place {
    StoredCase one;
    VulnerabilityRow row;
};

// In a case in which work can go on.
Place get_place(Context& context, const Id<Vulnerability>& id)
{
    auto row = find_vulnerability(context.store, id);
    if (!row)
        throw not_found();
    auto one = get_working(context, row->case_id);
    context.concerns(one.person);
    return {std::move(one), std::move(*row)};
}

Place get_standing(Context& context, const Id<Vulnerability>& id)
{
    auto place = get_place(context, id);
    if (place.row.cancelled_at)
        throw not_found();
    return place;
}

std::optional<StoredIntervention> find_done(Context& context, const Id<Case>& case_id,
                                            const Id<Intervention>& id)
{
    auto found = find_intervention(context.store, id);
    if (!found || found->case_id != case_id || found->cancelled_at)
        return std::nullopt;
    return found;
}

std::optional<ActionRow> find_planned(Context& context, const Id<Case>& case_id,
                                      const Id<Action>& id)
{
    auto found = find_action(context.store, id);
    if (!found || found->cancelled_at)
        return std::nullopt;
    const auto goal = find_goal(context.store, found->goal);
    if (!goal || goal->case_id != case_id || goal->cancelled_at)
        return std::nullopt;
    return found;
}

// ---- answers

// None of what was cancelled: it answers nothing, until it is restored.
std::optional<VulnerabilityAnswer> show(Context& context, const Id<Case>& case_id,
                                        const VulnerabilityLinkRow& link)
{
    VulnerabilityAnswer shown;
    shown.action = link.action;
    shown.intervention = link.intervention;
    if (link.intervention) {
        const auto done = find_done(context, case_id, *link.intervention);
        if (!done)
            return std::nullopt;
        shown.code = done->code;
        shown.on = done->day;
        return shown;
    }
    const auto action = find_planned(context, case_id, link.action.value());
    if (!action)
        return std::nullopt;
    shown.words = action->words;
    shown.code = action->intervention;
    shown.on = action->done_on;
    return shown;
}

Vulnerability show(Context& context, const VulnerabilityRow& row)
{
    Vulnerability shown;
    static_cast<VulnerabilityDetails&>(shown) = row;
    shown.id = row.id;
    shown.case_id = row.case_id;
    shown.ended_on = row.ended_on;
    shown.recorded_by_name = access::name_of(context, row.recorded_by);
    shown.recorded_at = row.recorded_at;
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    for (const auto& link : links_of(context.store, row.id))
        if (auto answer = show(context, row.case_id, link))
            shown.answers.push_back(std::move(*answer));
    return shown;
}

Vulnerability changed(Context& context, VulnerabilityRow& row)
{
    ++row.version;
    store::update_row(context.store, row);
    return show(context, row);
}

// What nothing answers yet comes first.
int rank_of(const Vulnerability& one)
{
    if (one.cancelled)
        return 3;
    if (one.ended_on)
        return 2;
    return one.answers.empty() ? 0 : 1;
}

// The order of the list is that of the weight.
std::ptrdiff_t weight_of(const Context& context, const Vulnerability& one)
{
    const auto& codes = context.catalogue().vocabularies().at("severity");
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [&](const auto& code) { return code.code == one.severity; });
    return found - codes.begin();
}

// ---- rules

// One that stands is corrected or ended; it is not written down a second time.
void check_once(Context& context, const VulnerabilityRow& row)
{
    if (row.circumstance == another || row.ended_on)
        return;
    for (const auto& other : vulnerabilities_of(context.store, row.case_id)) {
        const bool stands = !other.ended_on && !other.cancelled_at;
        if (stands && other.id != row.id && other.circumstance == row.circumstance)
            throw Problem(409, "cases.circumstance_stands", {{"since", to_string(other.since)}});
    }
}

void take_details(Context& context, VulnerabilityRow& row, const VulnerabilityDetails& wish)
{
    if (wish.circumstance == another && !wish.note)
        refuse("note", "cases.say_which");
    if (row.ended_on && wish.since > *row.ended_on)
        refuse("since", "cases.after_its_end", {{"most", to_string(*row.ended_on)}});
    const auto* code = context.catalogue().find_code("vulnerability", wish.circumstance);
    ENSURE(code);
    static_cast<VulnerabilityDetails&>(row) = wish;
    row.art17 = code->more.at("art17") == "yes";
    check_once(context, row);
}

// ---- links

template <class Thing>
bool has(const std::vector<Id<Thing>>& ids, const std::optional<Id<Thing>>& id)
{
    return id && std::find(ids.begin(), ids.end(), *id) != ids.end();
}

void check_links(Context& context, const StoredCase& one, const AnswerVulnerability& wish)
{
    for (const auto& id : wish.actions)
        if (!find_planned(context, one.id, id))
            refuse("actions", "cases.not_of_this_case");
    for (const auto& id : wish.interventions)
        if (!find_done(context, one.id, id))
            refuse("interventions", "cases.not_of_this_case");
}

// A link to what was cancelled is nobody's to see, and stays as it is.
void remove_others(Context& context, const VulnerabilityRow& row, const AnswerVulnerability& wish)
{
    for (auto& link : links_of(context.store, row.id)) {
        if (has(wish.actions, link.action) || has(wish.interventions, link.intervention) ||
            !show(context, row.case_id, link))
            continue;
        link.removed_by = context.actor.account;
        link.removed_at = context.now;
        store::update_row(context.store, link);
    }
}

void add_link(Context& context, const VulnerabilityRow& row,
              const std::optional<Id<Action>>& action,
              const std::optional<Id<Intervention>>& intervention)
{
    for (const auto& link : links_of(context.store, row.id))
        if (link.action == action && link.intervention == intervention)
            return;
    VulnerabilityLinkRow link;
    link.id = Id<VulnerabilityLinkRow>::make(context.now);
    link.vulnerability = row.id;
    link.action = action;
    link.intervention = intervention;
    link.linked_by = context.actor.account;
    link.linked_at = context.now;
    store::insert_row(context.store, link);
}

} // namespace

Vulnerabilities list_vulnerabilities(Context& context, const VulnerabilitiesOfCase& wish)
{
    const auto [one, opening] = get_readable(context, wish.case_id);
    Vulnerabilities list;
    list.case_id = one.id;
    list.person = one.person;
    for (const auto& row : vulnerabilities_of(context.store, one.id))
        list.items.push_back(show(context, row));
    std::stable_sort(list.items.begin(), list.items.end(),
                     [&](const Vulnerability& a, const Vulnerability& b) {
                         return std::pair(rank_of(a), -weight_of(context, a)) <
                                std::pair(rank_of(b), -weight_of(context, b));
                     });
    return list;
}

Vulnerability add_vulnerability(Context& context, const AddVulnerability& wish)
{
    const auto one = get_working(context, wish.case_id);
    context.concerns(one.person);
    VulnerabilityRow row;
    row.id = wish.id;
    row.case_id = one.id;
    take_details(context, row, wish);
    row.recorded_by = context.actor.account;
    row.recorded_at = context.now;
    row.version = 1;
    store::insert_row(context.store, row);
    return show(context, row);
}

Vulnerability change_vulnerability(Context& context, const ChangeVulnerability& wish)
{
    auto [one, row] = get_standing(context, wish.id);
    core::check_base(wish.base, show(context, row));
    take_details(context, row, wish);
    return changed(context, row);
}

Vulnerability end_vulnerability(Context& context, const EndVulnerability& wish)
{
    auto [one, row] = get_standing(context, wish.id);
    if (wish.on)
        refuse_before("on", *wish.on, row.since);
    row.ended_on = wish.on;
    check_once(context, row);
    return changed(context, row);
}

Vulnerability answer_vulnerability(Context& context, const AnswerVulnerability& wish)
{
    auto [one, row] = get_standing(context, wish.id);
    core::check_base(wish.base, show(context, row));
    check_links(context, one, wish);
    remove_others(context, row, wish);
    for (const auto& id : wish.actions)
        add_link(context, row, id, std::nullopt);
    for (const auto& id : wish.interventions)
        add_link(context, row, std::nullopt, id);
    return changed(context, row);
}

void cancel_vulnerability(Context& context, const OneVulnerability& wish)
{
    auto [one, row] = get_place(context, wish.id);
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    changed(context, row);
}

Vulnerability restore_vulnerability(Context& context, const OneCancelledVulnerability& wish)
{
    auto [one, row] = get_place(context, wish.id);
    if (!row.cancelled_at)
        return show(context, row);
    check_once(context, row);
    row.cancelled_at.reset();
    return changed(context, row);
}

} // namespace cases
