// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/check.h"

#include <gtest/gtest.h>

#include "survey/xlsform/answer_kinds.h"
#include "survey/xlsform/testing.h"

using namespace xlsform;

namespace {

const Instant now = *parse_instant("2026-11-30T20:15:00Z");

const std::string survey =
    "type,name,label,required,relevant,constraint,calculation,choice_filter,repeat_count,"
    "parameters\n"
    "today,day,,,,,,,,\n"
    "integer,age,Età,yes,,. >= 0 and . < 120,,,,\n"
    "begin_group,adult,Adulto,,${age} >= 18,,,,,\n"
    "begin_group,job,Lavoro,,${has_work} != 'NO',,,,,\n"
    "text,trade,Mestiere,yes,,,,,,\n"
    "end_group,,,,,,,,,\n"
    "end_group,,,,,,,,,\n"
    "select_one yes_no,has_work,Lavora?,,,,,,,\n"
    "select_multiple needs,needs,Bisogni,,,\"not(selected(., 'NONE') and count-selected(.) > 1)\","
    ",,,\n"
    "select_one needs,first,Il primo,,count-selected(${needs}) > 1,,,\"selected(${needs}, name)\","
    ",\n"
    "begin_repeat,child,Figlio,,${age} >= 14,,,,,\n"
    "text,called,Nome,yes,,,,,,\n"
    "integer,years,Anni,,,. < ${age},,,,\n"
    "text,school,Scuola,,${years} >= 6,,,,,\n"
    "begin_repeat,toy,Gioco,,,,,,,\n"
    "text,what,Che cosa,,../../years > 1,,,,,\n"
    "end_repeat,,,,,,,,,\n"
    "end_repeat,,,,,,,,,\n"
    "integer,rooms,Stanze,,,,,,,\n"
    "begin_repeat,room,Stanza,,,,,,${rooms},\n"
    "integer,beds,Letti,yes,,,,,,\n"
    "end_repeat,,,,,,,,,\n"
    "calculate,beds_all,,,,,sum(${beds}),,,\n"
    "calculate,asked_on,,,,,today(),,,\n"
    "calculate,children,,,,,count(${child}),,,\n"
    "range,trust,Fiducia,,,,,,,start=0 end=10 step=2\n"
    "acknowledge,seen,Letto,,,,,,,\n"
    "note,thanks,Grazie,,,,,,,\n";

const std::string choices = "list_name,name,label\nyes_no,YES,Sì\nyes_no,NO,No\n"
                            "needs,HOUSING,Casa\nneeds,WORK,Lavoro\nneeds,NONE,Nessuno\n";

const Form& form()
{
    static const auto read = read_csv_form(survey, choices);
    EXPECT_EQ(read.faults, Faults{});
    return read.form;
}

// "required /data/age", "constraint /data/child/years 2", "calculation /data/beds_all (3)".
std::vector<std::string> wrong(const std::vector<Answer>& answers)
{
    std::vector<std::string> said;
    for (const auto& one : check_answers(form(), answers, now))
        said.push_back(one.code + " " + one.question +
                       (one.occurrence.empty() ? "" : " " + one.occurrence) +
                       (one.fact.empty() ? "" : " (" + one.fact + ")"));
    return said;
}

using Said = std::vector<std::string>;

const Answer age{"/data/age", "", "34"};
const Answer trade{"/data/adult/job/trade", "", "muratore"};

} // namespace

TEST(CheckAnswers, an_interview_that_is_well)
{
    EXPECT_EQ(wrong({{"/data/day", "", "2026-11-30"},
                     age,
                     trade,
                     {"/data/has_work", "", "YES"},
                     {"/data/needs", "", "HOUSING WORK"},
                     {"/data/first", "", "WORK"},
                     {"/data/child/called", "1", "Ada"},
                     {"/data/child/years", "1", "7"},
                     {"/data/child/school", "1", "primaria"},
                     {"/data/child/toy/what", "1.2", "palla"},
                     {"/data/child/called", "2", "Bo"},
                     {"/data/rooms", "", "2"},
                     {"/data/room/beds", "1", "1"},
                     {"/data/room/beds", "2", "2"},
                     {"/data/beds_all", "", "3"},
                     {"/data/asked_on", "", "2026-11-28"},
                     {"/data/children", "", "3"},
                     {"/data/trust", "", "8"},
                     {"/data/seen", "", "OK"}}),
              Said{});
}

TEST(CheckAnswers, what_must_be_answered_and_only_where_it_is_asked)
{
    EXPECT_EQ(wrong({}), Said{"required /data/age"});
    EXPECT_EQ(wrong({age}), Said{"required /data/adult/job/trade"});
    EXPECT_EQ(wrong({{"/data/age", "", "17"}}), Said{});
    EXPECT_EQ(wrong({age, {"/data/has_work", "", "NO"}}), Said{});
    EXPECT_EQ(wrong({age, trade, {"/data/child/years", "2", "3"}}),
              (Said{"required /data/child/called 1", "required /data/child/called 2"}));
}

TEST(CheckAnswers, what_is_not_asked_may_not_be_answered_through_nested_groups)
{
    EXPECT_EQ(wrong({{"/data/age", "", "17"}, trade}), Said{"not_relevant /data/adult/job/trade"});
    EXPECT_EQ(wrong({age, trade, {"/data/has_work", "", "NO"}}),
              Said{"not_relevant /data/adult/job/trade"});
    EXPECT_EQ(wrong({{"/data/age", "", "12"}, {"/data/child/called", "1", "Ada"}}),
              Said{"not_relevant /data/child/called 1"});
}

TEST(CheckAnswers, each_occurrence_of_a_repeat_is_looked_at_by_itself)
{
    const Answer one{"/data/child/called", "1", "Ada"};
    const Answer two{"/data/child/called", "2", "Bo"};
    EXPECT_EQ(wrong({age,
                     trade,
                     one,
                     two,
                     {"/data/child/years", "1", "7"},
                     {"/data/child/years", "2", "35"},
                     {"/data/child/school", "2", "superiore"}}),
              Said{"constraint /data/child/years 2"});
    EXPECT_EQ(wrong({age,
                     trade,
                     one,
                     two,
                     {"/data/child/years", "1", "1"},
                     {"/data/child/school", "1", "nido"},
                     {"/data/child/toy/what", "1.1", "palla"},
                     {"/data/child/toy/what", "2.1", "palla"}}),
              (Said{"not_relevant /data/child/school 1", "not_relevant /data/child/toy/what 1.1",
                    "not_relevant /data/child/toy/what 2.1"}));
}

TEST(CheckAnswers, as_many_occurrences_as_the_form_says)
{
    const Answer rooms{"/data/rooms", "", "2"};
    EXPECT_EQ(wrong({age, trade, rooms, {"/data/room/beds", "1", "1"}}),
              Said{"required /data/room/beds 2"});
    EXPECT_EQ(wrong({age,
                     trade,
                     rooms,
                     {"/data/room/beds", "1", "1"},
                     {"/data/room/beds", "2", "1"},
                     {"/data/room/beds", "3", "1"}}),
              Said{"wrong_occurrence /data/room 3 (2)"});
}

TEST(CheckAnswers, choices)
{
    EXPECT_EQ(wrong({age, trade, {"/data/needs", "", "HOUSING FLYING"}}),
              Said{"unknown_choice /data/needs (FLYING)"});
    EXPECT_EQ(wrong({age, trade, {"/data/needs", "", "NONE WORK"}}),
              Said{"constraint /data/needs"});
    EXPECT_EQ(wrong({age, trade, {"/data/needs", "", "WORK WORK"}}),
              Said{"answered_twice /data/needs (WORK)"});
    EXPECT_EQ(wrong({age, trade, {"/data/has_work", "", "YES NO"}}),
              Said{"unknown_choice /data/has_work (YES NO)"});
    EXPECT_EQ(wrong({age, trade, {"/data/needs", "", "HOUSING WORK"}, {"/data/first", "", "NONE"}}),
              Said{"filtered_choice /data/first (NONE)"});
}

TEST(CheckAnswers, each_kind_of_answer)
{
    EXPECT_EQ(wrong({{"/data/age", "", "34.5"}, trade}), (Said{"wrong_type /data/age"}));
    EXPECT_EQ(wrong({age, trade, {"/data/day", "", "30/11/2026"}}), Said{"wrong_type /data/day"});
    EXPECT_EQ(wrong({age, trade, {"/data/trust", "", "3"}}), Said{"wrong_type /data/trust"});
    EXPECT_EQ(wrong({age, trade, {"/data/trust", "", "12"}}), Said{"wrong_type /data/trust"});
    EXPECT_EQ(wrong({age, trade, {"/data/seen", "", "yes"}}), Said{"wrong_type /data/seen"});
    EXPECT_EQ(wrong({age, {"/data/adult/job/trade", "", std::string("a\0b", 3)}}),
              (Said{"wrong_type /data/adult/job/trade", "required /data/adult/job/trade"}));
}

TEST(CheckAnswers, calculations_are_worked_out_again_unless_the_hour_changes_them)
{
    const Answer rooms{"/data/rooms", "", "1"};
    const Answer beds{"/data/room/beds", "1", "4"};
    EXPECT_EQ(wrong({age, trade, rooms, beds, {"/data/beds_all", "", "5"}}),
              Said{"calculation /data/beds_all (4)"});
    EXPECT_EQ(wrong({age, trade, rooms, beds, {"/data/beds_all", "", "4.0"}}), Said{});
    EXPECT_EQ(wrong({age, trade, rooms, beds}), Said{});
    EXPECT_EQ(wrong({age, trade, {"/data/asked_on", "", "2026-11-01"}}), Said{});
    // Occurrences that were left empty are not sent, but were counted on the phone.
    EXPECT_EQ(wrong({age, trade, {"/data/children", "", "2"}}), Said{});
}

TEST(CheckAnswers, answers_to_nothing)
{
    EXPECT_EQ(wrong({age, trade, {"/data/nobody", "", "x"}}),
              Said{"unknown_question /data/nobody"});
    EXPECT_EQ(wrong({age, trade, {"/data/adult", "", "x"}}), Said{"unknown_question /data/adult"});
    EXPECT_EQ(wrong({age, trade, {"/data/thanks", "", "x"}}),
              Said{"unknown_question /data/thanks"});
    EXPECT_EQ(wrong({age, trade, age}), Said{"answered_twice /data/age"});
    for (const char* occurrence : {"0", "-1", "1.", ".1", "1.1.1", "01", "x", "201", "99999999999"})
        EXPECT_EQ(wrong({age, trade, {"/data/child/called", occurrence, "Ada"}}),
                  Said{std::string("wrong_occurrence /data/child/called ") + occurrence});
    EXPECT_EQ(wrong({age, trade, {"/data/child/called", "", "Ada"}}),
              Said{"wrong_occurrence /data/child/called"});
    EXPECT_EQ(wrong({{"/data/age", "1", "34"}, trade}).front(), "wrong_occurrence /data/age 1");
}

TEST(CheckAnswers, hostile_sizes_end)
{
    EXPECT_EQ(wrong(std::vector<Answer>(answers_max + 1, age)), Said{"too_many  (5000)"});
    EXPECT_EQ(wrong({age, {"/data/adult/job/trade", "", std::string(answer_bytes_max + 1, 'x')}}),
              (Said{"too_long /data/adult/job/trade (20000)", "required /data/adult/job/trade"}));
    // Two hundred times two hundred times as many steps as anybody may take.
    const auto read = read_csv_form(
        "type,name,label,calculation\nbegin_repeat,a,A,\ninteger,n,N,\n"
        "calculate,s,,sum(/data/a/n) + count(/data/a) + count(/data/a) + count(/data/a)\n"
        "begin_repeat,b,B,\ncalculate,t,,count(/data/a) * count(/data/a)\ntext,c,C,\n"
        "end_repeat,,,\nend_repeat,,,\n");
    ASSERT_EQ(read.faults, Faults{});
    std::vector<Answer> answers;
    for (int i = 1; i <= 200; ++i)
        answers.push_back({"/data/a/b/c", std::to_string(i) + ".200", "x"});
    const auto found = check_answers(read.form, answers, now);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().code, "too_complex");
}

TEST(CheckAnswers, one_checker_serves_many_interviews)
{
    const Checker checker(form());
    EXPECT_TRUE(checker.check({age, trade}, now).empty());
    EXPECT_EQ(checker.check({age}, now).size(), 1u);
    EXPECT_TRUE(checker.check({age, trade}, now).empty());
}

TEST(AnswerKinds, ranges)
{
    EXPECT_TRUE(range_of("")->is_whole()); // 1 to 10, as XLSForm has it
    EXPECT_FALSE(range_of("start=0 end=1 step=0.1")->is_whole());
    for (const char* wrong :
         {"start=5 end=5", "step=0", "start=x", "start=0 end=10 pace=1", "end="})
        EXPECT_FALSE(range_of(wrong)) << wrong;
    Node node;
    node.kind = Kind::range;
    node.parameters = "start=0 end=1 step=0.1";
    EXPECT_TRUE(fits_kind(node, "0.3"));
    EXPECT_FALSE(fits_kind(node, "0.35"));
    EXPECT_FALSE(fits_kind(node, "1.1"));
}

TEST(FindNode, by_its_path)
{
    EXPECT_EQ(find_node(form(), "/data/child/toy/what")->name, "what");
    EXPECT_EQ(find_node(form(), "/data/child")->kind, Kind::repeat);
    EXPECT_EQ(find_node(form(), "/data/chil"), nullptr);
    EXPECT_EQ(find_node(form(), ""), nullptr);
}
