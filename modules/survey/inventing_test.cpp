// SPDX-License-Identifier: EUPL-1.2
// Whoever does not exist keeps every rule of the questionnaires of the house, and the interviewer's
// questions before them make whole forms for phones.
#include <gtest/gtest.h>

#include "survey/house_forms.h"
#include "survey/phone_forms.h"
#include "survey/xlsform/check.h"
#include "survey/xlsform/submission.h"
#include "survey/xlsform/xform.h"

namespace survey {

namespace {

const core::Catalogue& own_catalogue()
{
    static const core::Catalogue catalogue;
    return catalogue;
}

const Instant now = parse_instant("2026-11-23T20:00:00Z").value();

Invented somebody(int number)
{
    Invented who;
    who.seed = std::to_string(number);
    who.kind = "MIGRANT/RM-I";
    who.given = {
        {"consent", "YES"}, {"adult", "YES"}, {"from_abroad", "YES"}, {"first_time", "YES"}};
    who.phrases = {"Un corso di italiano la sera"};
    who.now = now;
    return who;
}

std::vector<xlsform::Answer> answers_of(const std::vector<InterviewAnswer>& said)
{
    std::vector<xlsform::Answer> answers;
    for (const auto& one : said)
        answers.push_back({one.question, one.occurrence.value_or(""), one.value});
    return answers;
}

xlsform::Choice choice(const char* name) { return {name, {{"it", name}}, {}}; }

constexpr auto place = "01900000-0000-7000-8000-000000304001";

xlsform::Form in_the_field(const xlsform::Form& form)
{
    FieldLists lists;
    lists.districts = {choice("RM-I"), choice("RM-II")};
    lists.dispositions = {choice("COMPLETE"), choice("PARTIAL"), choice("REFUSAL")};
    lists.languages = {choice("it")};
    lists.places = {{place, {{"it", "Termini"}}, {{"district", "RM-I"}}}};
    const xlsform::Texts text{{"it", "Domanda"}};
    return for_the_field(form, "survey.1.MIGRANT", lists, {text, text, text, text});
}

const std::vector<xlsform::Answer> refused{{"/data/lgnet_district", "", "RM-I"},
                                           {"/data/lgnet_place", "", place},
                                           {"/data/lgnet_disposition", "", "REFUSAL"},
                                           {"/data/lgnet_language", "", "it"}};

} // namespace

TEST(Inventor, keeps_every_rule_of_the_questionnaires_of_the_house)
{
    ASSERT_EQ(house_forms(own_catalogue()).size(), 3U);
    for (const auto& house : house_forms(own_catalogue())) {
        const Inventor inventor(house.json);
        const xlsform::Checker checker(house.form);
        for (int number = 0; number < 40; ++number) {
            const auto answers = answers_of(inventor.answers(somebody(number)));
            EXPECT_GT(answers.size(), 10U) << house.form.id;
            for (const auto& wrong : checker.check(answers, now))
                ADD_FAILURE() << house.form.id << " " << wrong.question << ": " << wrong.code << " "
                              << wrong.fact;
        }
    }
}

TEST(Inventor, says_the_same_again_and_another_says_something_else)
{
    const Inventor inventor(house_forms(own_catalogue()).front().json);
    const auto text = [&](int number) { return to_json(inventor.answers(somebody(number))); };
    EXPECT_EQ(text(1), text(1));
    EXPECT_NE(text(1), text(2));
}

TEST(FieldForm, is_a_whole_form_for_phones)
{
    for (const auto& house : house_forms(own_catalogue())) {
        const auto form = in_the_field(house.form);
        const auto xml = xlsform::write_xform(form, "3.0f4a1b2c");
        EXPECT_NE(xml.find("id=\"survey.1.MIGRANT\""), std::string::npos);
        EXPECT_NE(xml.find("/data/lgnet_disposition"), std::string::npos);
    }
}

TEST(FieldForm, asks_nothing_of_who_refused_and_everything_of_who_answered)
{
    for (const auto& house : house_forms(own_catalogue())) {
        const auto form = in_the_field(house.form);
        EXPECT_TRUE(xlsform::check_answers(form, refused, now).empty()) << house.form.id;

        auto whole = refused;
        whole[2].value = "COMPLETE";
        EXPECT_FALSE(xlsform::check_answers(form, whole, now).empty()) << house.form.id;
        whole[2].value = "PARTIAL"; // of who broke off nothing more is required
        EXPECT_TRUE(xlsform::check_answers(form, whole, now).empty()) << house.form.id;

        auto both = answers_of(Inventor(house.json).answers(somebody(1)));
        both.insert(both.begin(), refused.begin(), refused.end());
        EXPECT_FALSE(xlsform::check_answers(form, both, now).empty()) << house.form.id;
        both[2].value = "COMPLETE";
        for (const auto& wrong : xlsform::check_answers(form, both, now))
            ADD_FAILURE() << house.form.id << " " << wrong.question << ": " << wrong.code;
    }
}

TEST(FieldForm, offers_the_slots_of_the_district_alone)
{
    auto elsewhere = refused;
    elsewhere[0].value = "RM-II";
    const auto wrong = xlsform::check_answers(
        in_the_field(house_forms(own_catalogue()).front().form), elsewhere, now);
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_EQ(wrong.front().question, "/data/lgnet_place");
    EXPECT_EQ(wrong.front().code, "filtered_choice");
}

} // namespace survey
