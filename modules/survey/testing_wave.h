// SPDX-License-Identifier: EUPL-1.2
// For tests of the findings: a wave in one district, small enough to be worked out by hand.
#pragma once

#include <gtest/gtest.h>

#include "access/access.h"
#include "base/json.h"
#include "core/testing.h"
#include "store/rows.h"
#include "survey/rows.h"
#include "survey/xlsform/form_json.h"

namespace survey::test_wave {

template <class Thing> Id<Thing> id(const std::string& name)
{
    return Id<Thing>(named_uuid("weighing " + name));
}

inline xlsform::Node node(const char* name, xlsform::Kind kind)
{
    xlsform::Node made;
    made.name = name;
    made.path = std::string("/data/") + name;
    made.kind = kind;
    made.label = {{"it", name}};
    made.at = "survey!2";
    return made;
}

// Do you have it; how many visits in the week.
inline std::string form_of_migrants()
{
    xlsform::Form form;
    form.id = "met";
    form.version = "1";
    form.title = {{"it", "Incontri"}};
    form.default_language = "it";
    form.languages = {"it"};
    auto has = node("has", xlsform::Kind::one);
    has.choices = "yn";
    has.need = "HOUSING";
    has.aspect = "HAVE";
    auto visits = node("visits", xlsform::Kind::integer);
    visits.role = "CENTRES_TOTAL";
    form.choices["yn"] = {{"YES", {{"it", "Sì"}}, {}}, {"NO", {{"it", "No"}}, {}}};
    auto missing = node("missing", xlsform::Kind::text);
    missing.role = "OPEN";
    auto quotes = node("quotes", xlsform::Kind::one);
    quotes.choices = "yn";
    quotes.role = "QUOTE_CONSENT";
    form.nodes = {has, visits, missing, quotes};
    return xlsform::form_json(form);
}

inline std::string form_of_operators()
{
    xlsform::Form form;
    form.id = "listed";
    form.version = "1";
    form.title = {{"it", "Operatori"}};
    form.default_language = "it";
    form.languages = {"it"};
    auto share = node("share", xlsform::Kind::integer);
    share.need = "HOUSING";
    share.aspect = "SHARE_HAVE";
    form.nodes = {share};
    return xlsform::form_json(form);
}

class WaveTest : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    WaveTest() : house_(GetParam(), {access::module(), survey::module()}, {"roma"})
    {
        house_.store("roma").write([&](store::Transaction& store) {
            write_wave(store);
            write_slots(store);
            write_units(store);
        });
    }

    void write_form(store::Transaction& store, const std::string& name,
                    const std::string& respondents, const std::string& form)
    {
        QuestionnaireRow questionnaire;
        questionnaire.id = id<Questionnaire>(name);
        questionnaire.code = name;
        questionnaire.respondents = respondents;
        questionnaire.created_at = house_.now;
        store::insert_row(store, questionnaire);
        VersionRow version;
        version.id = id<VersionLine>(name);
        version.questionnaire = questionnaire.id;
        version.version = "1";
        version.form = form;
        version.digest = "weighing " + name;
        version.imported_at = house_.now;
        store::insert_row(store, version);
    }

    void write_wave(store::Transaction& store)
    {
        write_form(store, "met", "MIGRANT", form_of_migrants());
        write_form(store, "listed", "OPERATOR", form_of_operators());
        WaveRow wave;
        wave.id = id<Wave>("wave");
        wave.name = "Prova";
        wave.from_day = make_date(2026, 11, 2);
        wave.until_day = make_date(2026, 12, 20);
        wave.state = "OPEN";
        wave.seed = "x";
        wave.changed_by = fulvia.account;
        wave.changed_at = house_.now;
        wave.opened_at = house_.now;
        store::insert_row(store, wave);
        CentreRow centre;
        centre.id = id<Centre>("centre");
        centre.wave = wave.id;
        centre.name = "Stazione";
        centre.kind = "STATION";
        centre.district = "RM-I";
        store::insert_row(store, centre);
    }

    void write_slot(store::Transaction& store, const std::string& name, double probability,
                    int every, int attendance)
    {
        SlotRow slot;
        slot.id = id<Slot>(name);
        slot.centre = id<Centre>("centre");
        slot.day = make_date(2026, 11, 20);
        slot.from_time = "09:00";
        slot.to_time = "12:00";
        slot.attendance = attendance;
        slot.every = every;
        slot.drawn = true;
        slot.probability = probability;
        store::insert_row(store, slot);
    }

    InterviewRow interview(const std::string& name, const std::string& form,
                           const std::string& respondents, const std::string& disposition)
    {
        InterviewRow row;
        row.id = id<Interview>(name);
        row.wave = id<Wave>("wave");
        row.version = id<VersionLine>(form);
        row.respondents = respondents;
        row.district = "RM-I";
        row.interviewer = fulvia.account;
        row.pseudonym = name;
        row.day = make_date(2026, 11, 20);
        row.language = "it";
        row.mode = "FACE";
        row.disposition = disposition;
        return row;
    }

    void answer(store::Transaction& store, const std::string& name, const std::string& question,
                const std::string& value)
    {
        AnswerRow row;
        row.id = id<AnswerRow>(name + question);
        row.interview = id<Interview>(name);
        row.question = question;
        row.value = value;
        store::insert_row(store, row);
    }

    // Four persons at a slot, of whom `having` have the need.
    void write_four(store::Transaction& store, const std::string& slot, int having,
                    const std::string& visits)
    {
        for (int i = 0; i < 4; ++i) {
            const auto name = slot + " person " + std::to_string(i);
            auto row = interview(name, "met", "MIGRANT", "COMPLETE");
            row.slot = id<Slot>(slot);
            store::insert_row(store, row);
            answer(store, name, "/data/has", i < having ? "YES" : "NO");
            answer(store, name, "/data/visits", visits);
        }
    }

    // Ten slots that were worked, and one, as large as half of them, where nobody went.
    void write_slots(store::Transaction& store)
    {
        for (int i = 0; i < 5; ++i) {
            const auto rare = "rare " + std::to_string(i);
            const auto often = "often " + std::to_string(i);
            write_slot(store, rare, 0.5, 2, 100);
            write_slot(store, often, 0.25, 1, 50);
            write_four(store, rare, 3, "1");
            write_four(store, often, 1, "2");
            auto refused = interview("refused " + rare, "met", "MIGRANT", "REFUSAL");
            refused.slot = id<Slot>(rare);
            store::insert_row(store, refused);
        }
        write_slot(store, "never", 0.5, 2, 500);
        // Not drawn, and so in no figure.
        store::insert_row(store, interview("beside", "met", "MIGRANT", "COMPLETE"));
        answer(store, "beside", "/data/has", "YES");
    }

    // Eight operators, four drawn: two answer, one refuses, one was not met yet.
    void write_units(store::Transaction& store)
    {
        for (int i = 0; i < 8; ++i) {
            UnitRow unit;
            unit.id = id<Unit>("unit " + std::to_string(i));
            unit.wave = id<Wave>("wave");
            unit.respondents = "OPERATOR";
            unit.organisation = "Servizio " + std::to_string(i);
            unit.district = "RM-I";
            unit.drawn = i < 4;
            if (unit.drawn)
                unit.probability = 0.5;
            store::insert_row(store, unit);
            if (i > 2)
                continue;
            const auto name = "operator " + std::to_string(i);
            auto row = interview(name, "listed", "OPERATOR", i < 2 ? "COMPLETE" : "REFUSAL");
            row.unit = unit.id;
            store::insert_row(store, row);
            if (i < 2)
                answer(store, name, "/data/share", i == 0 ? "4" : "6");
        }
    }

    test_house::TestHouse house_;
    const core::Actor fulvia = test_house::actor("fulvia@roma", core::survey_researcher);
};

} // namespace survey::test_wave
