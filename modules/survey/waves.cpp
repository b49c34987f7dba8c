// SPDX-License-Identifier: EUPL-1.2
// Waves of the survey: prepared, open, closed.
#include <set>

#include "core/version.h"
#include "store/rows.h"
#include "survey/kept_forms.h"
#include "survey/work.h"

using core::Context;

namespace survey {

bool plans(const Context& context)
{
    return context.actor.roles.any_of(may(core::survey_researcher, core::city_coordinator));
}

WaveRow get_wave(Context& context, const Id<Wave>& id)
{
    auto row = find_wave(context.store, id);
    if (!row || row->removed_at)
        throw not_found();
    return std::move(*row);
}

WaveRow get_preparing(Context& context, const Id<Wave>& id)
{
    auto row = get_running(context, id);
    if (row.state == "OPEN")
        throw Problem(409, "survey.wave_is_open", {{"wave", row.name}});
    return row;
}

WaveRow get_running(Context& context, const Id<Wave>& id)
{
    auto row = get_wave(context, id);
    if (row.state == "CLOSED")
        throw Problem(409, "survey.wave_is_closed", {{"wave", row.name}});
    return row;
}

namespace {

std::vector<WaveQuestionnaire> asked(Context& context, const Id<Wave>& wave)
{
    std::vector<WaveQuestionnaire> shown;
    for (const auto& row : asked_in(context.store, wave)) {
        const auto known = find_known(context, row.questionnaire);
        ENSURE(known && !known->versions.empty());
        const auto* current = known->current();
        const auto& named = current ? *current : known->versions.front();
        WaveQuestionnaire one;
        one.respondents = row.respondents;
        one.questionnaire = row.questionnaire;
        one.code = known->row.code;
        one.name = title_of(form_of(context, named)->form, context.language());
        if (current) {
            one.version = current->id;
            one.number = current->number;
        }
        shown.push_back(std::move(one));
    }
    return shown;
}

void take_details(Context& context, WaveRow& row, const WaveDetails& wish)
{
    if (wish.until < wish.from)
        refuse("until", "survey.until_before_from");
    row.name = wish.name;
    row.from_day = wish.from;
    row.until_day = wish.until;
    row.margin_percent = wish.margin_percent;
    row.expected_percent = wish.expected_percent;
    row.confidence = wish.confidence;
    row.changed_by = context.actor.account;
    row.changed_at = context.now;
}

void rewrite(Context& context, WaveRow& row)
{
    row.changed_by = context.actor.account;
    row.changed_at = context.now;
    ++row.version;
    store::update_row(context.store, row);
}

// Those that are named, each for its group.
std::vector<AskedRow> named(Context& context, const Id<Wave>& wave,
                            const std::vector<Id<Questionnaire>>& questionnaires)
{
    std::set<std::string> groups;
    std::vector<AskedRow> rows;
    for (std::size_t i = 0; i < questionnaires.size(); ++i) {
        const auto place = "questionnaires[" + std::to_string(i) + "]";
        const auto known = find_known(context, questionnaires[i]);
        if (!known || !known->current())
            refuse(place, "survey.no_questionnaire");
        const auto& respondents = known->row.respondents;
        if (!groups.insert(respondents).second)
            refuse(place, "survey.two_for_a_group");
        rows.push_back({Id<AskedRow>(named_uuid("survey asked " + to_string(wave) + respondents)),
                        wave, respondents, questionnaires[i]});
    }
    return rows;
}

// For the groups that none was named for, what comes with the program.
void add_those_of_the_house(Context& context, const Id<Wave>& wave, std::vector<AskedRow>& rows)
{
    std::set<std::string> groups;
    for (const auto& row : rows)
        groups.insert(row.respondents);
    for (const auto& known : known_questionnaires(context)) {
        const auto& respondents = known.row.respondents;
        if (known.row.created_by || !known.current() || !groups.insert(respondents).second)
            continue;
        rows.push_back({Id<AskedRow>(named_uuid("survey asked " + to_string(wave) + respondents)),
                        wave, respondents, known.row.id});
    }
}

// What is asked of a group stays as soon as somebody of it may have answered.
void change_asked(Context& context, const WaveRow& wave,
                  const std::vector<Id<Questionnaire>>& questionnaires)
{
    if (questionnaires.empty())
        return;
    if (wave.state != "PREPARING")
        throw Problem(409, "survey.wave_is_open", {{"wave", wave.name}});
    keep_house_forms(context);
    for (const auto& row : named(context, wave.id, questionnaires))
        ask(context.store, row);
}

} // namespace

Wave show(Context& context, const WaveRow& row)
{
    Wave shown;
    shown.id = row.id;
    shown.number = row.number;
    shown.state = row.state;
    shown.name = row.name;
    shown.from = row.from_day;
    shown.until = row.until_day;
    shown.margin_percent = row.margin_percent;
    shown.expected_percent = row.expected_percent;
    shown.confidence = row.confidence;
    shown.seed = row.seed;
    shown.questionnaires = asked(context, row.id);
    shown.interviews = interviews_in(context.store, row.id);
    shown.opened_at = row.opened_at;
    shown.closed_at = row.closed_at;
    shown.removed = row.removed_at.has_value();
    shown.version = row.version;
    return shown;
}

// Who interviews is shown those that they work in, and nothing of what is only planned.
Waves list_waves(Context& context)
{
    Waves list;
    for (const auto& row : every_wave(context.store)) {
        const bool is_shown = plans(context) || (row.state != "PREPARING" && !row.removed_at);
        if (is_shown)
            list.items.push_back(show(context, row));
    }
    return list;
}

Wave add_wave(Context& context, const AddWave& wish)
{
    WaveRow row;
    row.id = wish.id;
    row.number = next_wave_number(context.store);
    row.state = "PREPARING";
    row.seed = wish.seed.value_or(to_string(make_uuid(context.now)));
    take_details(context, row, wish);
    keep_house_forms(context);
    auto asked_rows = named(context, wish.id, wish.questionnaires);
    add_those_of_the_house(context, wish.id, asked_rows);
    store::insert_row(context.store, row);
    for (const auto& asked_row : asked_rows)
        store::insert_row(context.store, asked_row);
    return show(context, row);
}

Wave change_wave(Context& context, const ChangeWave& wish)
{
    auto row = get_running(context, wish.id);
    core::check_base(wish.base, show(context, row));
    take_details(context, row, wish);
    change_asked(context, row, wish.questionnaires);
    rewrite(context, row);
    return show(context, row);
}

Wave remove_wave(Context& context, const WavePath& wish)
{
    auto row = find_wave(context.store, wish.id);
    if (!row)
        throw not_found();
    if (row->removed_at)
        return show(context, *row);
    auto standing = get_preparing(context, wish.id);
    standing.removed_at = context.now;
    rewrite(context, standing);
    return show(context, standing);
}

Wave restore_wave(Context& context, const WavePath& wish)
{
    auto row = find_wave(context.store, wish.id);
    if (!row)
        throw not_found();
    if (row->removed_at) {
        row->removed_at.reset();
        rewrite(context, *row);
    }
    return show(context, *row);
}

Wave open_wave(Context& context, const WavePath& wish)
{
    auto row = get_running(context, wish.id);
    if (row.state == "OPEN")
        return show(context, row);
    keep_house_forms(context);
    const auto questionnaires = asked(context, row.id);
    if (questionnaires.empty())
        throw Problem(409, "survey.nothing_to_ask", {{"wave", row.name}});
    for (const auto& one : questionnaires)
        if (!one.version)
            throw Problem(409, "survey.no_version", {{"questionnaire", one.name}});
    row.state = "OPEN";
    row.opened_at = context.now;
    rewrite(context, row);
    return show(context, row);
}

// Only while nobody was asked: afterwards it is closed.
Wave unopen_wave(Context& context, const OpenWavePath& wish)
{
    auto row = get_running(context, wish.id);
    if (row.state == "PREPARING")
        return show(context, row);
    if (const int interviews = interviews_in(context.store, row.id); interviews > 0)
        throw Problem(409, "survey.wave_has_interviews", {{"count", std::to_string(interviews)}});
    row.state = "PREPARING";
    row.opened_at.reset();
    rewrite(context, row);
    return show(context, row);
}

Wave close_wave(Context& context, const OpenWavePath& wish)
{
    auto row = get_wave(context, wish.id);
    if (row.state == "PREPARING")
        throw Problem(409, "survey.wave_not_open", {{"wave", row.name}});
    if (row.state == "CLOSED")
        return show(context, row);
    row.state = "CLOSED";
    row.closed_at = context.now;
    rewrite(context, row);
    return show(context, row);
}

Wave reopen_wave(Context& context, const ClosedWavePath& wish)
{
    auto row = get_wave(context, wish.id);
    if (row.state == "PREPARING")
        throw Problem(409, "survey.wave_not_open", {{"wave", row.name}});
    if (row.state == "OPEN")
        return show(context, row);
    row.state = "OPEN";
    row.closed_at.reset();
    rewrite(context, row);
    return show(context, row);
}

} // namespace survey
