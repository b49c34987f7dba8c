// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/expression.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "survey/xlsform/functions.h"
#include "survey/xlsform/testing.h"

using namespace xlsform;

namespace {

class Expressions : public ::testing::Test {
protected:
    Expressions()
        : form_(read_csv_form("type,name,label,choice_filter\n"
                              "integer,age,A,\n"
                              "text,name,N,\n"
                              "begin_group,group,G,\n"
                              "text,inner,I,\n"
                              "text,twice,T,\n"
                              "end_group,,,\n"
                              "text,twice,T,\n"
                              "begin_repeat,child,C,\n"
                              "begin_group,about,A,\n"
                              "text,called,C,\n"
                              "end_group,,,\n"
                              "integer,years,Y,\n"
                              "begin_repeat,toy,T,\n"
                              "text,what,W,\n"
                              "end_repeat,,,\n"
                              "end_repeat,,,\n"
                              "select_one yes_no,has,H,\n"
                              "select_one places,place,P,area = ${name}\n",
                              "list_name,name,label,area\nyes_no,YES,Sì,\nyes_no,NO,No,\n"
                              "places,X,X,N\n")
                    .form),
          names_(form_)
    {
    }

    std::string tree(const std::string& source, const std::string& context = "/data/age",
                     Place place = Place::question) const
    {
        std::string out;
        write_tree(out, compile(source, names_, context, place));
        return out;
    }

    // "unknown_function pulldata"
    std::string fault(const std::string& source, const std::string& context = "/data/age",
                      Place place = Place::question) const
    {
        try {
            return tree(source, context, place);
        } catch (const ExpressionWrong& wrong) {
            return wrong.what();
        }
    }

    Form form_;
    Names names_;
};

} // namespace

TEST_F(Expressions, operators_bind_as_in_xpath)
{
    EXPECT_EQ(tree("1 + 2 * 3"), R"(["+",["num",1],["*",["num",2],["num",3]]])");
    EXPECT_EQ(tree("1 - 2 - 3"), R"(["-",["-",["num",1],["num",2]],["num",3]])");
    EXPECT_EQ(tree("true() or false() and 1 = 2 + 3"),
              R"(["or",["call","true"],["and",["call","false"],["=",["num",1],)"
              R"(["+",["num",2],["num",3]]]]])");
    EXPECT_EQ(tree("-2 mod 3"), R"(["mod",["neg",["num",2]],["num",3]])");
    EXPECT_EQ(tree(".-1"), R"(["-",["self"],["num",1]])");
    EXPECT_EQ(tree("\"it's\""), R"(["str","it's"])");
}

TEST_F(Expressions, a_name_is_its_path_and_a_near_one_within_the_same_repeat)
{
    EXPECT_EQ(tree("${inner}"), R"(["path","/data/group/inner"])");
    EXPECT_EQ(tree("${years}", "/data/child/about/called"), R"(["path","../../years"])");
    EXPECT_EQ(tree("${called}", "/data/child/years"), R"(["path","../about/called"])");
    EXPECT_EQ(tree("${years}", "/data/child/toy/what"), R"(["path","../../years"])");
    EXPECT_EQ(tree("${age}", "/data/child/years"), R"(["path","/data/age"])");
    EXPECT_EQ(tree("count(${child})", "/data/child/years"),
              R"(["call","count",["path","/data/child"]])");
    EXPECT_EQ(tree("indexed-repeat(${years}, ${child}, 1)", "/data/child/years"),
              R"(["call","indexed-repeat",["path","/data/child/years"],)"
              R"(["path","/data/child"],["num",1]])");
    EXPECT_EQ(tree("current()/../name"), R"(["path","../name"])");
    EXPECT_EQ(tree("jr:choice-name(${has}, '${has}')"),
              R"(["call","jr:choice-name",["path","/data/has"],["str","/data/has"]])");
}

TEST_F(Expressions, what_names_nothing_or_too_much)
{
    EXPECT_EQ(fault("${nobody}"), "unknown_name nobody");
    EXPECT_EQ(fault("${twice}"), "ambiguous_name twice");
    EXPECT_EQ(fault("../nobody"), "unknown_path ../nobody");
    EXPECT_EQ(fault("/data/nobody"), "unknown_path /data/nobody");
    EXPECT_EQ(fault("/html/age"), "unknown_path /html/age");
    EXPECT_EQ(fault("age"), "unknown_word age");
    EXPECT_EQ(fault("group/inner"), "unknown_path group/inner");
    EXPECT_EQ(fault("${group} = 1"), "not_a_question /data/group");
    EXPECT_EQ(fault("sum(${child})"), "not_a_question /data/child");
    EXPECT_EQ(fault("${years} > 3"), "many_values /data/child/years");
    EXPECT_EQ(fault("${what}", "/data/child/years"), "many_values ../toy/what");
    EXPECT_EQ(fault("position(..)"), "unknown_path ..");
    EXPECT_EQ(fault("position(..)", "/data/group/inner"), "position_outside_repeat /data/group");
    EXPECT_EQ(fault("${last-saved#age}"), "unknown_function last-saved");
}

TEST_F(Expressions, every_function_that_is_not_here_is_refused_by_name)
{
    for (const char* name : {"pulldata", "random", "uuid", "floor", "ceiling", "instance",
                             "randomize", "distance", "search", "digest"})
        EXPECT_EQ(fault(std::string(name) + "(1)"), std::string("unknown_function ") + name);
    EXPECT_EQ(fault("if(1, 2)"), "wrong_arguments if");
    EXPECT_EQ(fault("today(1)"), "wrong_arguments today");
    EXPECT_EQ(fault("count(1)"), "path_wanted count");
    EXPECT_EQ(fault("regex(., concat('a', 'b'))"), "text_wanted regex");
    EXPECT_EQ(fault("regex(., '(')"), "bad_pattern (");
    EXPECT_EQ(fault("format-date(today(), '%b %Y')"), "date_format %b %Y");
    EXPECT_EQ(fault("jr:choice-name(${age}, '${age}')"), "not_a_choice_question ${age}");
}

TEST_F(Expressions, a_choice_that_the_question_does_not_have)
{
    EXPECT_EQ(fault("${has} = 'YES'"), R"(["=",["path","/data/has"],["str","YES"]])");
    EXPECT_EQ(fault("${has} = 'SI'"), "unknown_choice SI");
    EXPECT_EQ(fault("'si' != ${has}"), "unknown_choice si");
    EXPECT_EQ(fault("selected(${has}, 'yes')"), "unknown_choice yes");
    EXPECT_EQ(fault("selected(., 'x')", "/data/has"), "unknown_choice x");
    EXPECT_EQ(fault("${has} = ''"), R"(["=",["path","/data/has"],["str",""]])");
}

TEST_F(Expressions, filters_of_choices_know_the_columns_of_the_list)
{
    const std::string place = "/data/place";
    EXPECT_EQ(tree("area = ${name}", place, Place::choice_filter),
              R"(["=",["path","area"],["path","/data/name"]])");
    EXPECT_EQ(fault("zone = 1", place, Place::choice_filter), "unknown_column zone");
    EXPECT_EQ(fault(". = 1", place, Place::choice_filter), "unexpected .");
    EXPECT_EQ(to_xpath(compile("area = ../name", names_, place, Place::choice_filter),
                       Place::choice_filter),
              "area = current()/../name");
}

TEST_F(Expressions, broken_ones_say_where)
{
    EXPECT_EQ(fault("1 +"), "ends_too_soon ");
    EXPECT_EQ(fault("(1"), "expected )");
    EXPECT_EQ(fault("1 2"), "unexpected 2");
    EXPECT_EQ(fault("'open"), "quote_open 'open");
    EXPECT_EQ(fault("\xE2\x80\x9Cgood\xE2\x80\x9D"), "unexpected \xE2\x80\x9C"); // a curly quote
    EXPECT_EQ(fault("1.2.3"), "not_a_number 1.2.3");
    EXPECT_EQ(fault("/data/age[1]"), "unexpected [");
    EXPECT_EQ(fault("//age").substr(0, 12), "unknown_path");
    EXPECT_EQ(fault("$age"), "unexpected $");
    EXPECT_EQ(fault("a and"), "unknown_word a");
    EXPECT_EQ(fault(""), "ends_too_soon ");
}

TEST_F(Expressions, depth_and_length_are_bounded)
{
    EXPECT_EQ(fault(std::string(5000, '(')), "too_deep 100");
    EXPECT_EQ(fault(std::string(5000, '-') + "1"), "too_deep 100");
    EXPECT_EQ(fault(std::string(expression_bytes_max + 1, ' ')), "too_long 8000");
    std::string chain = "1";
    for (int i = 0; i < 99; ++i)
        chain += " or 1";
    EXPECT_EQ(fault(chain).substr(0, 5), "[\"or\"");
    EXPECT_EQ(fault(chain + " or 1"), "too_deep 100");
    std::string calls;
    for (int i = 0; i < 200; ++i)
        calls += "not(";
    EXPECT_EQ(fault(calls), "too_deep 100");
}

TEST_F(Expressions, trees_that_nobody_wrote_are_refused)
{
    for (const char* json :
         {R"(["+",["num",1]])", R"(["call","nothing"])", R"(["num","1"])", R"(["call"])", R"([])",
          R"({})", R"(["system","rm"])", R"(["call","if",["num",1]])", R"(["self",["num",1]])"}) {
        const auto document = JsonDocument::parse(json);
        EXPECT_THROW(read_tree(document.root()), ExpressionWrong) << json;
    }
}

TEST_F(Expressions, words_in_a_text_stay_and_names_become_paths)
{
    EXPECT_EQ(with_paths("Ciao ${name}, quanti anni ha ${years}?", names_, "/data/child/years"),
              "Ciao ${/data/name}, quanti anni ha ${../years}?");
    EXPECT_EQ(with_paths("${../about/called} {x} $5", names_, "/data/child/years"),
              "${../about/called} {x} $5");
    EXPECT_THROW(with_paths("${group}", names_, "/data/age"), ExpressionWrong);
}

TEST_F(Expressions, what_changes_from_one_hour_to_the_next_is_known)
{
    EXPECT_TRUE(is_stable(compile("if(. > 1, 'a', 'b')", names_, "/data/age")));
    EXPECT_FALSE(is_stable(compile("1 + (today() - 1)", names_, "/data/age")));
    EXPECT_FALSE(is_stable(compile("once('x')", names_, "/data/age")));
}

TEST_F(Expressions, truths_are_known_wherever_they_come_from)
{
    for (const char* source : {". > 1", "true()", "if(. > 1, 'a', not(.))", "once(. = 1)",
                               "coalesce('', selected(${has}, 'YES'))", "1 = 1 or 2 = 3"})
        EXPECT_TRUE(is_truth(compile(source, names_, "/data/age"))) << source;
    for (const char* source : {"if(. > 1, 'a', 'b')", "concat(true())", "number(. > 1)", ". + 1"})
        EXPECT_FALSE(is_truth(compile(source, names_, "/data/age"))) << source;
}

TEST_F(Expressions, functions_are_in_order_and_each_once)
{
    const auto names = function_names();
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}
