// SPDX-License-Identifier: EUPL-1.2
// Opening somebody else's case at once, because of what happens otherwise. The data-protection
// officer is told of each, and says whether it was proper.
#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "access/access.h"
#include "base/utf8.h"
#include "cases/openings.h"
#include "cases/work.h"
#include "core/house.h"
#include "core/journal.h"
#include "core/mail.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

constexpr auto not_proper = "NOT_PROPER";
constexpr int readings_max = 1000; // counted; more than anybody reads in three hours

// What an opening lets its account read.
constexpr std::array<std::string_view, 8> reading_acts{
    "cases.get_case",       "cases.get_diary",           "cases.get_plan",
    "cases.print_plan",     "cases.get_attachment",      "cases.list_assessments",
    "cases.get_assessment", "cases.list_vulnerabilities"};

Instant end_of(const EmergencyRow& row) { return row.closed_at.value_or(row.ends_at); }

// The journal is written by core, and asked here only how often.
int count_readings(Context& context, const EmergencyOfPerson& row)
{
    core::JournalFilter filter;
    filter.from = row.opened_at;
    filter.to = end_of(row);
    filter.actor = to_string(row.opened_by);
    filter.person = to_string(row.person);
    filter.before = std::numeric_limits<std::int64_t>::max();
    const auto lines = core::list_journal(context.store, filter, readings_max);
    return static_cast<int>(std::count_if(lines.begin(), lines.end(), [](const auto& listed) {
        const auto& acts = reading_acts;
        return listed.line.outcome == "done" &&
               std::find(acts.begin(), acts.end(), listed.line.act) != acts.end();
    }));
}

EmergencyAccess show(Context& context, const EmergencyOfPerson& row)
{
    EmergencyAccess shown;
    shown.id = row.id;
    shown.case_id = row.case_id;
    shown.person = row.person;
    shown.by_name = access::name_of(context, row.opened_by);
    shown.at = row.opened_at;
    shown.until = row.ends_at;
    shown.closed_at = row.closed_at;
    shown.reason = row.reason;
    shown.words = row.words;
    shown.readings = count_readings(context, row);
    shown.judgement = row.judgement;
    shown.judgement_note = row.judgement_note;
    if (row.judged_by)
        shown.judged_by_name = access::name_of(context, *row.judged_by);
    shown.judged_at = row.judged_at;
    return shown;
}

// That it happened and when; who, whom and why are read in the house.
std::string letter(Context& context, const std::string& language)
{
    const auto& words = context.house.words();
    auto text =
        words.say(language, "mail.cases.emergency_begins",
                  {{"day", to_string(context.today())}, {"time", local_clock(context.now)}}) +
        "\n";
    if (const auto& site = context.house.site(); !site.empty())
        text += "\n" + site + "/#/cases/emergencies\n";
    return text + "\n" + words.say(language, "mail.cases.emergency_ends", {}) + "\n";
}

void tell_officers(Context& context)
{
    if (!context.house.sends_mail())
        return;
    for (const auto& officer : access::list_holders(context, core::data_protection_officer)) {
        if (!officer.email)
            continue;
        const auto subject = context.house.words().say(
            officer.language, "mail.cases.emergency_subject", {{"city", context.city().name}});
        core::post_mail(context, *officer.email, subject, letter(context, officer.language));
    }
}

EmergencyOfPerson get_emergency(Context& context, const Id<EmergencyAccess>& id)
{
    auto found = find_emergency(context.store, context.scope(), id);
    if (!found)
        throw not_found();
    return std::move(*found);
}

void update(Context& context, const EmergencyRow& row) { store::update_row(context.store, row); }

} // namespace

EmergencyAccess open_in_emergency(Context& context, const OpenInEmergency& wish)
{
    const auto one = get_known(context, wish.case_id);
    if (find_visible(context, one.id) ||
        find_opening(context.store, one.id, context.actor.account, context.now))
        throw Problem(409, "cases.reads_already");
    if (characters(wish.words) < emergency_words_least)
        refuse("words", "cases.say_more", {{"least", std::to_string(emergency_words_least)}});

    EmergencyRow row;
    row.id = wish.id;
    row.case_id = one.id;
    row.opened_by = context.actor.account;
    row.opened_at = context.now;
    row.ends_at = context.now.plus_seconds(emergency_seconds);
    row.reason = wish.reason;
    row.words = wish.words;
    store::insert_row(context.store, row);
    tell_officers(context);
    return show(context, get_emergency(context, row.id));
}

// By who opened it, once it is over or where it was a mistake. That it was opened stays.
EmergencyAccess end_emergency_access(Context& context, const OneEmergencyAccess& wish)
{
    auto row = get_emergency(context, wish.id);
    if (row.opened_by != context.actor.account)
        throw not_found();
    if (!row.closed_at && row.ends_at > context.now) {
        row.closed_at = context.now;
        update(context, row);
    }
    return show(context, row);
}

EmergencyAccesses list_emergency_accesses(Context& context)
{
    EmergencyAccesses list;
    for (const auto& row : list_emergencies(context.store, context.scope()))
        list.items.push_back(show(context, row));
    return list;
}

// Said again, it replaces what was said.
EmergencyAccess judge_emergency_access(Context& context, const JudgeEmergencyAccess& wish)
{
    auto row = get_emergency(context, wish.id);
    if (wish.judgement == not_proper && !wish.note)
        refuse("note", "required");
    row.judgement = wish.judgement;
    row.judgement_note = wish.note;
    row.judged_by = context.actor.account;
    row.judged_at = context.now;
    update(context, row);
    return show(context, row);
}

} // namespace cases
