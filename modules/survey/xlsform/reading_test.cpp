// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/reading.h"

#include <gtest/gtest.h>

#include "base/workbook.h"
#include "survey/xlsform/expression.h"
#include "survey/xlsform/form_json.h"
#include "survey/xlsform/testing.h"

using namespace xlsform;

namespace {

// The only fault of a survey sheet.
Fault only_fault(const std::string& survey, const std::string& choices = "",
                 const std::string& settings = "")
{
    const auto read = read_csv_form(survey, choices, settings);
    EXPECT_EQ(read.faults.size(), 1u);
    for (std::size_t i = 1; i < read.faults.size(); ++i)
        ADD_FAILURE() << read.faults[i];
    return read.faults.empty() ? Fault{} : read.faults.front();
}

void forget_places(std::vector<Node>& nodes)
{
    for (auto& node : nodes) {
        node.at.clear();
        forget_places(node.children);
    }
}

Form without_places(Form form)
{
    forget_places(form.nodes);
    return form;
}

const std::string household =
    "type,name,label::Italiano (it),label::English (en),hint::English (en),required,relevant,"
    "constraint,constraint_message,calculation,need,aspect,role\n"
    "start,began,,,,,,,,,,,\n"
    "integer,age,Età,Age,In years,yes,,. >= 0 and . < 120,Tra 0 e 120,,,,AGE\n"
    "begin_group,home,Casa,Home,,,${age} >= 18,,,,,,\n"
    "select_one yes_no,has_home,Ha una casa?,A home?,,yes,,,,,HOUSING,HAVE,\n"
    "end_group,,,,,,,,,,,,\n"
    "begin_repeat,child,Figlio,Child,,,,,,,,,\n"
    "text,called,Come si chiama?,Name?,,,,,,,,,\n"
    "note,about,Parliamo di ${called},About ${called},,,,,,,,,\n"
    "end_repeat,,,,,,,,,,,,\n"
    "calculate,adult,,,,,,,,\"if(${age} >= 18, 'YES', 'NO')\",,,\n";

} // namespace

TEST(XlsForm, is_read_with_its_groups_languages_and_our_own_columns)
{
    const auto [form, faults] = read_csv_form(household);
    ASSERT_EQ(faults, Faults{});
    EXPECT_EQ(form.id, "try");
    EXPECT_EQ(form.languages, (std::vector<std::string>{"it", "en"}));
    ASSERT_EQ(form.nodes.size(), 5u);
    EXPECT_EQ(form.nodes[0].kind, Kind::meta);
    EXPECT_EQ(form.nodes[0].parameters, "start");

    const auto& age = form.nodes[1];
    EXPECT_EQ(age.label.at("it"), "Età");
    EXPECT_EQ(age.label.at("en"), "Age");
    EXPECT_FALSE(age.hint.contains("it"));
    EXPECT_EQ(age.constraint_message.at("it"), "Tra 0 e 120"); // no language said: the default one
    EXPECT_EQ(age.role, "AGE");
    EXPECT_EQ(age.at, "survey!3");

    const auto& home = form.nodes[2];
    EXPECT_EQ(home.path, "/data/home");
    EXPECT_EQ(home.children[0].path, "/data/home/has_home");
    EXPECT_EQ(home.children[0].need, "HOUSING");
    EXPECT_EQ(home.children[0].aspect, "HAVE");
    EXPECT_EQ(form.nodes[3].kind, Kind::repeat);
    EXPECT_EQ(form.nodes[3].children[1].label.at("en"), "About ${../called}");
    EXPECT_TRUE(form.nodes[3].children[0].is_free_text());
}

TEST(XlsForm, a_workbook_and_a_folder_are_the_same_form)
{
    Faults faults;
    const auto sheets =
        sheets_of_csv({{"survey.csv", "# a remark\n" + household},
                       {"choices.csv", "list_name,name,label,area\nyes_no,1,Sì,N\nyes_no,2,No,S\n"},
                       {"settings.csv", "form_title,form_id,default_language\nProva,try,it\n"}},
                      faults);
    const auto bytes = write_xlsx(sheets);
    ASSERT_EQ(workbook::read_first(bytes).rows.front().line, 1); // the remark is none of the sheet
    const auto from_workbook = read_xlsx(bytes, faults);
    const auto from_folder = read_sheets(sheets, faults);
    ASSERT_EQ(faults, Faults{});
    EXPECT_EQ(from_workbook.choices.at("yes_no")[1].columns.at("area"), "S");
    EXPECT_EQ(from_workbook.nodes[2].at, "survey!4");
    EXPECT_EQ(from_folder.nodes[2].at, "survey!5"); // the remark counts in the file
    EXPECT_EQ(form_json(without_places(from_workbook)), form_json(without_places(from_folder)));
}

TEST(XlsForm, what_is_not_supported_is_named_with_its_place)
{
    const std::string head = "type,name,label,appearance,parameters,trigger\n";
    const auto [form, faults] = read_csv_form(head + "geopoint,where,Dove?,,,\n" +
                                              "image,photo,Foto,,,\n"
                                              "deviceid,phone,,,,\n"
                                              "text,a,A,signature,,\n"
                                              "text,b,B,,rows=3,\n"
                                              "select_one_from_file x.csv,c,C,,,\n");
    EXPECT_EQ(faults,
              (Faults{{"survey", 1, "trigger", "unknown_column", "trigger"},
                      {"survey", 2, "type", "unsupported_type", "geopoint"},
                      {"survey", 3, "type", "unsupported_type", "image"},
                      {"survey", 4, "type", "unsupported_type", "deviceid"},
                      {"survey", 5, "appearance", "unsupported_appearance", "signature"},
                      {"survey", 6, "parameters", "not_for_this_type", "text"},
                      {"survey", 7, "type", "unsupported_type", "select_one_from_file x.csv"}}));
}

TEST(XlsForm, columns_in_no_language_and_sheets_of_no_use)
{
    EXPECT_EQ(only_fault("type,name,label::Italiano\ntext,a,A\n").code, "language_without_code");
    EXPECT_EQ(only_fault("type,name,label,relevant::it\ntext,a,A,\n").code, "unknown_column");
    EXPECT_EQ(only_fault("type,name,label,label::it\ntext,a,A,B\n"),
              (Fault{"survey", 1, "label", "column_twice", "label::it"}));
    EXPECT_EQ(only_fault("type,name,label\ntext,a,A,stray\n"),
              (Fault{"survey", 2, "", "without_a_column", "stray"}));
    Faults faults;
    read_sheets({{"survey", {{1, {"type", "name", "label"}}, {2, {"text", "a", "A"}}}},
                 {"settings", {{1, {"form_id"}}, {2, {"f"}}}},
                 {"entities", {{1, {"x"}}}},
                 {"_notes", {{1, {"mine"}}}}},
                faults);
    EXPECT_EQ(faults, (Faults{{"entities", 0, "", "unknown_sheet", "entities"}}));
}

TEST(XlsForm, settings_that_are_missing_or_not_done)
{
    const std::string survey = "type,name,label\ntext,a,A\n";
    EXPECT_EQ(only_fault(survey, "", "form_title,form_id\nProva,\n").code, "missing");
    EXPECT_EQ(only_fault(survey, "", "form_title,form_id\nProva,a b\n").code, "bad_name");
    EXPECT_EQ(only_fault(survey, "", "form_id,public_key\nf,x\n").code, "unknown_column");
    EXPECT_EQ(only_fault(survey, "", "form_id,default_language\nf,Italiano\n").code,
              "language_without_code");
    EXPECT_EQ(read_csv_form("type,name,label::en\ntext,a,A\n", "list_name,name,label\n",
                            "form_id,default_language\nf,fr\n")
                  .faults.front()
                  .code,
              "unknown_language");
}

TEST(XlsForm, names_and_groups)
{
    const std::string head = "type,name,label\n";
    EXPECT_EQ(only_fault(head + "text,a b,A\n").code, "bad_name");
    EXPECT_EQ(only_fault(head + "text,1a,A\n").code, "bad_name");
    EXPECT_EQ(only_fault(head + "text,meta,A\n").code, "bad_name");
    EXPECT_EQ(only_fault(head + "text,,A\n").code, "missing");
    EXPECT_EQ(only_fault(head + "text,a,A\ntext,a,B\n"),
              (Fault{"survey", 3, "name", "name_twice", "a"}));
    EXPECT_EQ(only_fault(head + "text,a,\n").code, "missing_label");
    EXPECT_EQ(only_fault(head + "begin_group,g,G\ntext,a,A\n").code, "not_closed");
    EXPECT_EQ(only_fault(head + "text,a,A\nend_group,,\n").code, "nothing_to_end");
    EXPECT_EQ(only_fault(head + "text,a,A\nbegin_group,g,G\nend_group,,\n").code, "empty_group");
    const auto crossed =
        read_csv_form(head + "begin_group,g,G\ntext,a,A\nend_repeat,,\nend_group,,\n");
    EXPECT_EQ(crossed.faults, (Faults{{"survey", 4, "type", "nothing_to_end", "repeat"}}));
    // The same name in two groups is two questions.
    EXPECT_EQ(read_csv_form(head + "begin_group,g,G\ntext,a,A\nend_group,,\ntext,a,A\n").faults,
              Faults{});
}

TEST(XlsForm, choices_that_cannot_be_chosen)
{
    const std::string survey = "type,name,label\nselect_one l,a,A\n";
    const std::string head = "list_name,name,label\nl,x,X\n";
    EXPECT_EQ(only_fault("type,name,label\nselect_one other,a,A\n").code, "unknown_list");
    EXPECT_EQ(only_fault(survey, head + "l,a b,B\n").code, "bad_choice_name");
    EXPECT_EQ(only_fault(survey, head + "l,x,Y\n"),
              (Fault{"choices", 3, "name", "choice_twice", "x"}));
    EXPECT_EQ(only_fault(survey, head + "l,y,\n").code, "missing_label");
    EXPECT_EQ(only_fault(survey, head + ",y,Y\n").code, "missing");
    EXPECT_EQ(only_fault(survey, "list_name,name,label,image\nl,x,X,x.png\n").code,
              "unknown_column");
    EXPECT_EQ(only_fault(survey, "list_name,name,label\nl,x,Per ${a}\n").code,
              "reference_in_choice");
}

TEST(XlsForm, expressions_that_are_wrong_say_which_column)
{
    const std::string head = "type,name,label,relevance,default,required\n";
    EXPECT_EQ(only_fault(head + "text,a,A,pulldata('x'),,\n"),
              (Fault{"survey", 2, "relevance", "unknown_function", "pulldata"}));
    EXPECT_EQ(only_fault(head + "text,a,A,${b} = 1,,\n").fact, "b");
    EXPECT_EQ(only_fault(head + "text,a,A,,today(,\n").column, "default");
    EXPECT_EQ(only_fault(head + "integer,a,A,,dodici,\n").code, "bad_default");
    EXPECT_EQ(only_fault(head + "text,a,A,,,forse\n").code, "unknown_word");
    EXPECT_EQ(only_fault(head + "text,a,Ciao ${nobody},,,\n"),
              (Fault{"survey", 2, "label", "unknown_name", "nobody"}));
}

TEST(XlsForm, circles_are_found_and_what_only_stands_behind_them_is_not_blamed)
{
    const auto read = read_csv_form("type,name,label,relevant,calculation\n"
                                    "calculate,a,,,${b} + 1\n"
                                    "calculate,b,,,${a} + 1\n"
                                    "calculate,c,,,${b} * 2\n"
                                    "text,d,D,${d} = '',\n");
    EXPECT_EQ(read.faults, (Faults{{"survey", 2, "calculation", "circle", "a"},
                                   {"survey", 3, "calculation", "circle", "b"},
                                   {"survey", 5, "relevant", "circle", "d"}}));
    EXPECT_EQ(read_csv_form("type,name,label,calculation\ncalculate,t,,once(now())\n").faults,
              Faults{});
}

// A phone would send "0", which is a text like any other for whoever reads it again.
TEST(XlsForm, an_answer_that_is_true_or_false_is_written_out_in_words)
{
    const std::string head = "type,name,label,calculation\ninteger,age,A,\n";
    EXPECT_EQ(only_fault(head + "calculate,adult,,${age} >= 18\n"),
              (Fault{"survey", 3, "calculation", "truth_as_answer", "adult"}));
    EXPECT_EQ(read_csv_form(head + "calculate,adult,,\"if(${age} >= 18, 'YES', 'NO')\"\n").faults,
              Faults{});
}

TEST(XlsForm, or_other_becomes_a_choice_and_a_question)
{
    const auto [form, faults] = read_csv_form("type,name,label::it,label::en\n"
                                              "select_one yes_no or_other,a,A,A\n"
                                              "select_one yes_no,b,B,B\n");
    ASSERT_EQ(faults, Faults{});
    ASSERT_EQ(form.nodes.size(), 3u);
    EXPECT_EQ(form.nodes[0].choices, "yes_no_or_other");
    EXPECT_EQ(form.choices.at("yes_no_or_other").back().name, "other");
    EXPECT_EQ(form.choices.at("yes_no").size(), 2u);
    EXPECT_EQ(form.nodes[1].path, "/data/a_other");
    EXPECT_TRUE(form.nodes[1].is_free_text());
    EXPECT_EQ(form.nodes[1].label.at("en"), "Other: what?");
    EXPECT_EQ(only_fault("type,name,label::it,label::de\nselect_one yes_no or_other,a,A,A\n").code,
              "or_other_without_words");
}

TEST(XlsForm, files_that_are_none)
{
    Faults faults;
    read_xlsx("PK\x03\x04 and no more", faults);
    EXPECT_EQ(faults, (Faults{{"", 0, "", "broken_workbook", ""}}));
    faults.clear();
    read_xlsx("%PDF-1.4 of something else", faults);
    EXPECT_EQ(faults, (Faults{{"", 0, "", "not_a_workbook", ""}}));
    EXPECT_EQ(only_fault("type,name,label\ntext,a,\"open\n").code, "quote_open");
    faults.clear();
    read_sheets({}, faults);
    EXPECT_EQ(faults, (Faults{{"survey", 0, "", "missing_sheet", "survey"}}));
}

TEST(XlsForm, hostile_sizes_are_faults)
{
    std::string deep = "type,name,label\n";
    for (int i = 0; i < 20; ++i)
        deep += "begin_group,g" + std::to_string(i) + ",G\n";
    EXPECT_EQ(read_csv_form(deep).faults.front().code, "too_deep");
    std::string many = "type,name,label\n";
    for (std::size_t i = 0; i <= nodes_max; ++i)
        many += "text,q" + std::to_string(i) + ",Q\n";
    EXPECT_EQ(only_fault(many).code, "too_many_questions");
    std::string wrong = "type,name,label\n";
    for (int i = 0; i < 1000; ++i)
        wrong += "geopoint,q,Q\n";
    EXPECT_EQ(read_csv_form(wrong).faults.size(), faults_max);
}

TEST(FormJson, is_read_back_as_it_was_written)
{
    const auto [form, faults] =
        read_csv_form(household, "list_name,name,label,area\nyes_no,YES,Sì,N\nyes_no,NO,No,\n");
    ASSERT_EQ(faults, Faults{});
    const auto json = form_json(form);
    const auto back = form_from_json(json);
    EXPECT_EQ(form_json(back), json);
    EXPECT_EQ(back.nodes[2].relevant, "${age} >= 18");
    EXPECT_NE(json.find(R"("relevant":[">=",["path","/data/age"],["num",18]])"), std::string::npos);
    EXPECT_NE(json.find(R"("required":["call","true"])"), std::string::npos);
    EXPECT_NE(json.find(R"("kind":"one")"), std::string::npos);
}

TEST(FormJson, what_was_changed_elsewhere_is_refused)
{
    const auto json = form_json(read_csv_form(household).form);
    const auto changed = [&](const std::string& from, const std::string& to) {
        auto text = json;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    EXPECT_THROW(form_from_json(changed("/data/home/has_home", "/data/has_home")), ExpressionWrong);
    EXPECT_THROW(form_from_json(changed("\"kind\":\"one\"", "\"kind\":\"file\"")), ExpressionWrong);
    EXPECT_THROW(form_from_json(changed("${age} >= 18", "${nobody} = 1")), ExpressionWrong);
    EXPECT_THROW(form_from_json(changed("\"choices\":\"yes_no\"", "\"choices\":\"none\"")),
                 ExpressionWrong);
    EXPECT_THROW(form_from_json("[]"), ExpressionWrong);
    EXPECT_ANY_THROW(form_from_json("{"));
}
