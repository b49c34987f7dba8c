// SPDX-License-Identifier: EUPL-1.2
#include "survey/phone_forms.h"

#include <algorithm>
#include <charconv>

#include "core/house.h"
#include "survey/house_forms.h"
#include "survey/kept_forms.h"
#include "survey/work.h"
#include "survey/xlsform/submission.h"
#include "survey/xlsform/xform.h"

using core::Context;

namespace survey {

namespace {

// "survey.3.MIGRANT": of a wave and a group. The questionnaire may get newer versions.
constexpr std::string_view prefix = "survey.";

std::string id_of(int wave, const std::string& respondents)
{
    return std::string(prefix) + std::to_string(wave) + "." + respondents;
}

struct Asked {
    WaveRow wave;
    AskedRow asked;
};

std::optional<Asked> find_asked(Context& context, std::string_view id)
{
    for (auto& wave : every_wave(context.store)) {
        if (wave.removed_at || wave.state == "PREPARING")
            continue;
        for (auto& asked : asked_in(context.store, wave.id))
            if (id_of(wave.number, asked.respondents) == id)
                return Asked{wave, asked};
    }
    return std::nullopt;
}

xlsform::Choice choice(std::string name, xlsform::Texts label)
{
    return {std::move(name), std::move(label), {}};
}

xlsform::Texts said(const Context& context, const char* word)
{
    xlsform::Texts texts;
    for (const auto* language : {"it", "en"})
        texts[language] = context.house.words().say(language, word);
    return texts;
}

xlsform::Texts label_of(Context& context, const char* list, const std::string& code)
{
    const auto* known = context.catalogue().find_code(list, code);
    if (!known)
        return {{"it", code}};
    return {{"it", known->label.it}, {"en", known->label.en}};
}

std::vector<xlsform::Choice> places_of(Context& context, const Asked& asked)
{
    std::vector<xlsform::Choice> places;
    const auto add = [&](const Uuid& id, const std::string& label, const std::string& district) {
        places.push_back({to_string(id), {{"it", label}}, {{"district", district}}});
    };
    if (asked.asked.respondents == "MIGRANT") {
        for (const auto& slot : shown_slots(context, asked.wave.id))
            if (slot.drawn && !slot.removed)
                add(slot.id,
                    slot.centre_name + ", " + to_string(slot.day) + " " + slot.from_time + "–" +
                        slot.to_time,
                    slot.district);
        return places;
    }
    for (const auto& unit : shown_units(context, asked.wave.id))
        if (unit.drawn && !unit.removed && unit.respondents == asked.asked.respondents)
            add(unit.id,
                unit.organisation + (unit.position ? ", " + *unit.position : std::string()),
                unit.district);
    return places;
}

FieldLists lists_of(Context& context, const Asked& asked, const xlsform::Form& form)
{
    FieldLists lists;
    for (const auto& district : context.catalogue().districts(context.city().slug))
        lists.districts.push_back(choice(district.code, {{"it", district.name}}));
    const auto& known = context.catalogue().lists_of(context.city().slug);
    for (const auto& code : known.codes("survey_disposition"))
        lists.dispositions.push_back(choice(code, label_of(context, "survey_disposition", code)));
    for (const auto& language : form.languages)
        if (known.has("language", language))
            lists.languages.push_back(choice(language, label_of(context, "language", language)));
    lists.places = places_of(context, asked);
    return lists;
}

xlsform::Form field_form(Context& context, const Asked& asked, const VersionRow& version)
{
    const auto& form = form_of(context, version)->form;
    const FieldTexts texts{
        said(context, "form.survey.district"), said(context, "form.survey.place"),
        said(context, "form.survey.disposition"), said(context, "form.survey.language")};
    return for_the_field(form, id_of(asked.wave.number, asked.asked.respondents),
                         lists_of(context, asked, form), texts);
}

std::string title_of(Context& context, const Asked& asked)
{
    const auto known = find_known(context, asked.asked.questionnaire);
    ENSURE(known && !known->versions.empty());
    const auto& form = form_of(context, known->versions.front())->form;
    return asked.wave.name + ": " + survey::title_of(form, context.language());
}

// "3.0f4a…": the number of the version, and what tells apart two states of the plan.
constexpr std::string_view version_place = "lgnet-version";

core::PhoneForm written(Context& context, const Asked& asked, const VersionRow& version)
{
    const auto form = field_form(context, asked, version);
    core::PhoneForm written;
    written.id = form.id;
    written.title = title_of(context, asked);
    written.act = "survey.record_interview";
    written.questions = questions_in(form);
    written.xml = xlsform::write_xform(form, std::string(version_place));
    written.version = std::to_string(version.number) + "." + digest_of(written.xml).substr(0, 8);
    written.xml.replace(written.xml.find(version_place), version_place.size(), written.version);
    return written;
}

bool owns(std::string_view id) { return id.starts_with(prefix); }

std::vector<core::PhoneForm> list(Context& context)
{
    std::vector<core::PhoneForm> forms;
    if (!context.actor.roles.any_of(core::interviewer))
        return forms; // it takes a while, and nobody else would be given one
    for (const auto& wave : every_wave(context.store)) {
        if (wave.state != "OPEN" || wave.removed_at)
            continue;
        for (const auto& asked : asked_in(context.store, wave.id)) {
            const auto known = find_known(context, asked.questionnaire);
            if (known && known->current())
                forms.push_back(written(context, {wave, asked}, *known->current()));
        }
    }
    return forms;
}

std::string title(Context& context, std::string_view id)
{
    const auto asked = find_asked(context, id);
    return asked ? title_of(context, *asked) : std::string(id);
}

VersionRow get_version(Context& context, const Asked& asked, const std::string& version)
{
    int number = 0;
    std::from_chars(version.data(), version.data() + version.size(), number);
    const auto known = find_known(context, asked.asked.questionnaire);
    for (const auto& one : known->versions)
        if (one.number == number)
            return one;
    throw Problem(404, "openrosa.unknown_version", {{"version", version}});
}

std::optional<std::string> occurrence_of(const xlsform::Answer& answer)
{
    if (answer.occurrence.empty())
        return std::nullopt;
    return answer.occurrence;
}

// What the interviewer answered, apart from what the respondent did.
struct Taken {
    RecordInterview wish;
    std::optional<std::string> place;
};

Taken taken(const std::vector<xlsform::Answer>& answers)
{
    Taken all;
    auto& wish = all.wish;
    const auto is = [](const xlsform::Answer& answer, const char* name) {
        return answer.question == std::string("/data/") + name;
    };
    for (const auto& answer : answers) {
        if (is(answer, field_names::started))
            wish.started_at = parse_instant(answer.value).value_or(Instant{});
        else if (is(answer, field_names::ended))
            wish.ended_at = parse_instant(answer.value).value_or(Instant{});
        else if (is(answer, field_names::district))
            wish.district = answer.value;
        else if (is(answer, field_names::disposition))
            wish.disposition = answer.value;
        else if (is(answer, field_names::language))
            wish.language = answer.value;
        else if (is(answer, field_names::place))
            all.place = answer.value;
        else
            wish.answers.push_back({answer.question, occurrence_of(answer), answer.value});
    }
    return all;
}

void set_place(RecordInterview& wish, const std::optional<std::string>& place)
{
    if (!place)
        return;
    const auto id = parse_uuid(*place);
    if (!id)
        refuse("slot", "survey.no_such_slot");
    if (wish.respondents == "MIGRANT")
        wish.slot = Id<Slot>(*id);
    else
        wish.unit = Id<Unit>(*id);
}

core::PhoneRecord read(Context& context, const core::PhoneSubmission& sent)
{
    const auto asked = find_asked(context, sent.form);
    if (!asked)
        throw Problem(404, "openrosa.unknown_form", {{"form", sent.form}});
    const auto version = get_version(context, *asked, sent.version);
    const auto read = xlsform::read_submission(field_form(context, *asked, version), sent.xml);
    if (!read.fault.empty())
        throw Problem(400, "openrosa.unreadable", {{"reason", read.fault}});
    auto [wish, place] = taken(read.answers);
    wish.id = Id<Interview>(sent.id);
    wish.wave = asked->wave.id;
    wish.version = version.id;
    wish.respondents = asked->asked.respondents;
    wish.mode = "ODK";
    set_place(wish, place);
    return {"survey.record_interview", to_json(wish), "statistics"};
}

} // namespace

core::PhoneForms phone_forms() { return {owns, list, title, read}; }

} // namespace survey
