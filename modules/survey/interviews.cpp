// SPDX-License-Identifier: EUPL-1.2
// Interviews: what was answered, or how somebody did not answer. Nobody is named.
#include <algorithm>
#include <array>

#include "access/access.h"
#include "store/rows.h"
#include "store/seal.h"
#include "survey/kept_forms.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

constexpr std::int64_t interview_seconds_max = 24 * 3600;
constexpr std::int64_t before_wave_seconds_max = 24 * 3600; // clocks of phones
constexpr std::size_t listed_max = 2000;

bool is_answered(const std::string& disposition)
{
    return disposition == "COMPLETE" || disposition == "PARTIAL";
}

// An id made by a phone tells the millisecond; this one follows from it and tells nothing.
Id<Interview> kept_id(const Id<Interview>& made_by_phone)
{
    return Id<Interview>(named_uuid("survey interview " + to_string(made_by_phone)));
}

// Letters and digits that nobody takes for others, two groups of five: 50 bits of a keyed digest.
std::string code_of(const Context& context, const char* purpose, const std::string& text,
                    std::size_t length)
{
    constexpr std::string_view letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    const auto digest = context.store.seal().mark(purpose, text);
    std::string code;
    for (std::size_t i = 0; i < length; ++i) {
        const auto number = std::stoul(digest.substr(4 * i, 4), nullptr, 16);
        code += letters[number % letters.size()];
    }
    return code;
}

std::string pseudonym_of(const Context& context, const Id<Wave>& wave, const Id<Interview>& id)
{
    auto code = code_of(context, "survey interview", to_string(wave) + to_string(id), 10);
    return code.insert(5, "-");
}

std::string interviewer_code(const Context& context, const InterviewRow& row)
{
    return "I-" + code_of(context, "survey interviewer",
                          to_string(row.wave) + to_string(row.interviewer), 4);
}

using Numbers = std::map<Id<VersionLine>, int>;

Interview show(Context& context, const InterviewRow& row, const Numbers& numbers)
{
    Interview shown;
    shown.id = row.id;
    shown.wave = row.wave;
    shown.pseudonym = row.pseudonym;
    shown.respondents = row.respondents;
    shown.district = row.district;
    shown.slot = row.slot;
    shown.version_number = numbers.at(row.version);
    shown.interviewer_code = interviewer_code(context, row);
    shown.own = row.interviewer == context.actor.account;
    shown.day = row.day;
    shown.hour = row.hour;
    shown.minutes = row.minutes;
    shown.language = row.language;
    shown.mode = row.mode;
    shown.disposition = row.disposition;
    shown.answers = row.answers;
    shown.late = row.late;
    shown.withdrawn = row.withdrawn_at.has_value();
    shown.excluded = row.excluded;
    return shown;
}

Interview show(Context& context, const InterviewRow& row)
{
    return show(context, row, version_numbers(context.store));
}

void check_times(const RecordInterview& wish, const WaveRow& wave)
{
    if (wish.ended_at < wish.started_at)
        refuse("ended_at", "survey.ends_before");
    if (wish.ended_at > wish.started_at.plus_seconds(interview_seconds_max))
        refuse("ended_at", "survey.too_long");
    if (wish.started_at < wave.opened_at->plus_seconds(-before_wave_seconds_max))
        refuse("started_at", "survey.before_wave",
               {{"day", to_string(local_date(*wave.opened_at))}});
}

// What was begun while the wave was open is kept, however late a phone finds a signal; it says so.
bool is_late(const RecordInterview& wish, const WaveRow& wave)
{
    if (wave.state == "PREPARING")
        throw Problem(409, "survey.wave_not_open", {{"wave", wave.name}});
    if (wave.state == "OPEN")
        return false;
    if (wish.started_at < *wave.closed_at)
        return true;
    throw Problem(409, "survey.wave_over",
                  {{"wave", wave.name}, {"day", to_string(local_date(*wave.closed_at))}});
}

// An earlier version is as good as the newest: a phone may not have heard of that.
VersionRow get_asked(Context& context, const RecordInterview& wish)
{
    auto version = find_version(context.store, wish.version);
    if (!version) {
        keep_house_forms(context);
        version = find_version(context.store, wish.version);
    }
    if (!version)
        refuse("version", "survey.unknown_version");
    for (const auto& asked : asked_in(context.store, wish.wave))
        if (asked.respondents == wish.respondents && asked.questionnaire == version->questionnaire)
            return std::move(*version);
    refuse("version", "survey.other_questionnaire");
}

void check_slot(Context& context, const RecordInterview& wish)
{
    if (!wish.slot)
        return;
    const auto row = find_slot(context.store, *wish.slot);
    const auto centre = row ? find_centre(context.store, row->centre) : std::nullopt;
    if (!centre || centre->wave != wish.wave || !row->drawn)
        refuse("slot", "survey.no_such_slot");
    if (wish.respondents != "MIGRANT")
        refuse("slot", "survey.slots_of_migrants");
    if (centre->district != wish.district)
        refuse("district", "survey.other_district");
}

void check_unit(Context& context, const RecordInterview& wish)
{
    if (!wish.unit)
        return;
    const auto row = find_unit(context.store, *wish.unit);
    if (!row || row->wave != wish.wave || !row->drawn)
        refuse("unit", "survey.no_such_unit");
    if (row->respondents != wish.respondents)
        refuse("respondents", "survey.other_respondents");
    if (row->district != wish.district)
        refuse("district", "survey.other_district");
}

// Of two interviews with one of the list the first stands, unless it was broken off.
void check_standing(const InterviewRow& standing, const std::string& disposition)
{
    const bool is_better = !is_answered(standing.disposition) ||
                           (standing.disposition == "PARTIAL" && disposition == "COMPLETE");
    if (!is_better)
        throw Problem(409, "survey.unit_done");
}

FieldError error_of(const RecordInterview& wish, const xlsform::WrongAnswer& wrong)
{
    std::string place = "answers";
    for (std::size_t i = 0; i < wish.answers.size(); ++i)
        if (wish.answers[i].question == wrong.question &&
            wish.answers[i].occurrence.value_or("") == wrong.occurrence)
            place = "answers[" + std::to_string(i) + "].value";
    return {
        place, "survey.answer." + wrong.code, {{"question", wrong.question}, {"fact", wrong.fact}}};
}

// What was broken off lacks what was not asked any more; all else is held to the form.
void check_answers(const RecordInterview& wish, const ReadForm& read)
{
    const bool is_whole = wish.disposition == "COMPLETE";
    if (!is_answered(wish.disposition)) {
        if (!wish.answers.empty())
            refuse("answers", "survey.no_answers_here");
        return;
    }
    if (wish.answers.empty())
        refuse("answers", "survey.answers_missing");
    std::vector<xlsform::Answer> answers;
    for (const auto& answer : wish.answers)
        answers.push_back({answer.question, answer.occurrence.value_or(""), answer.value});
    std::vector<FieldError> errors;
    for (const auto& wrong : read.checker.check(answers, wish.ended_at))
        if (is_whole || wrong.code != "required")
            errors.push_back(error_of(wish, wrong));
    if (!errors.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(errors));
}

void insert_answers(Context& context, const RecordInterview& wish, const Id<Interview>& id,
                    const ReadForm& read)
{
    for (const auto& answer : wish.answers) {
        const auto* node = xlsform::find_node(read.form, answer.question);
        ENSURE(node != nullptr);
        AnswerRow row;
        row.interview = id;
        row.question = answer.question;
        row.occurrence = answer.occurrence.value_or("");
        row.id = Id<AnswerRow>(
            named_uuid("survey answer " + to_string(id) + row.question + ' ' + row.occurrence));
        (node->is_free_text() ? row.words : row.value) = answer.value;
        store::insert_row(context.store, row);
    }
}

InterviewRow row_of(Context& context, const RecordInterview& wish, bool late)
{
    InterviewRow row;
    row.id = kept_id(wish.id);
    row.wave = wish.wave;
    row.version = wish.version;
    row.respondents = wish.respondents;
    row.district = wish.district;
    row.slot = wish.slot;
    row.unit = wish.unit;
    row.interviewer = context.actor.account;
    row.pseudonym = pseudonym_of(context, wish.wave, row.id);
    row.day = local_date(wish.started_at);
    row.hour = local_hour(wish.started_at);
    const auto milliseconds = wish.ended_at.milliseconds - wish.started_at.milliseconds;
    row.minutes = static_cast<int>(milliseconds / 60'000);
    row.language = wish.language;
    row.mode = wish.mode;
    row.disposition = wish.disposition;
    row.answers = static_cast<int>(wish.answers.size());
    row.late = late;
    return row;
}

// By the id that it is kept under, or by the one that the phone made.
InterviewRow get_row(Context& context, const Id<Interview>& id)
{
    auto row = find_interview(context.store, id);
    if (!row)
        row = find_interview(context.store, kept_id(id));
    if (!row)
        throw not_found();
    get_wave(context, row->wave);
    context.about(row->id);
    return std::move(*row);
}

InterviewRow get_own(Context& context, const Id<Interview>& id)
{
    auto row = get_row(context, id);
    if (row.interviewer != context.actor.account)
        throw not_found();
    get_running(context, row.wave);
    return row;
}

} // namespace

// Kept with the hour alone. That it arrived, and when, the journal and the receipt know, whose
// readers do not read answers.
Interview record_interview(Context& context, const RecordInterview& wish)
{
    const auto id = kept_id(wish.id);
    context.about(id);
    if (find_interview(context.store, id))
        throw Problem(409, "core.id_taken");
    const auto wave = get_wave(context, wish.wave);
    const bool late = is_late(wish, wave);
    check_times(wish, wave);
    const auto version = get_asked(context, wish);
    check_slot(context, wish);
    check_unit(context, wish);
    const auto read = form_of(context, version);
    check_answers(wish, *read);
    const auto row = row_of(context, wish, late);
    if (const auto standing = wish.unit ? find_standing(context.store, *wish.unit) : std::nullopt) {
        check_standing(*standing, wish.disposition);
        set_followed(context.store, standing->id, id);
    }
    store::insert_row(context.store, row);
    insert_answers(context, wish, id, *read);
    return show(context, row);
}

// Made by mistake: it counts nowhere any more.
Interview withdraw_interview(Context& context, const InterviewPath& wish)
{
    auto row = get_own(context, wish.id);
    if (!row.withdrawn_at) {
        const auto next = row.followed_by;
        row.followed_by.reset();
        row.withdrawn_at = context.now;
        store::update_row(context.store, row);
        relink(context.store, row.id, next);
    }
    return show(context, row);
}

Interview restore_interview(Context& context, const InterviewPath& wish)
{
    auto row = get_own(context, wish.id);
    if (!row.withdrawn_at)
        return show(context, row);
    if (const auto standing = row.unit ? find_standing(context.store, *row.unit) : std::nullopt) {
        check_standing(*standing, row.disposition);
        set_followed(context.store, standing->id, row.id);
    }
    row.withdrawn_at.reset();
    store::update_row(context.store, row);
    return show(context, row);
}

// What whoever analyses does not believe. It stays, and may be counted again.
Interview exclude_interview(Context& context, const ExcludeInterview& wish)
{
    auto row = get_row(context, wish.id);
    row.excluded = wish.excluded;
    store::update_row(context.store, row);
    return show(context, row);
}

Interviews list_interviews(Context& context, const ListInterviews& wish)
{
    const auto wave = get_wave(context, wish.wave);
    const auto numbers = version_numbers(context.store);
    Interviews list;
    for (const auto& row : interviews_of(context.store, wave.id)) {
        const bool is_seen = plans(context) || row.interviewer == context.actor.account;
        const bool is_asked = (!wish.district || *wish.district == row.district) &&
                              (!wish.respondents || *wish.respondents == row.respondents);
        if (!is_seen || !is_asked)
            continue;
        if (list.items.size() == listed_max) {
            list.more = true;
            break;
        }
        list.items.push_back(show(context, row, numbers));
    }
    return list;
}

} // namespace survey
