// SPDX-License-Identifier: EUPL-1.2
// What phones are given, and what they send back.
#include "survey/xlsform/xform.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include <algorithm>

#include "survey/xlsform/check.h"
#include "survey/xlsform/submission.h"
#include "survey/xlsform/testing.h"

using namespace xlsform;

namespace {

const std::string survey =
    "type,name,label::it,label::ar,hint::it,required,required_message::it,relevant,constraint,"
    "constraint_message::it,calculation,choice_filter,default,repeat_count,appearance,parameters,"
    "read_only\n"
    "start,began,,,,,,,,,,,,,,,\n"
    "integer,age,Età & anni <oggi>,العمر,In anni,yes,Serve,,. > 0,Più di 0,,,,,,,\n"
    "begin_group,home,Casa,,,,,${age} >= 18,,,,,,,field-list,,\n"
    "text,city,Città,,,,,,,,,,Roma,,,,\n"
    "select_one places,place,Dove,,,,,,,,,area = ${city},,,minimal,,\n"
    "end_group,,,,,,,,,,,,,,,,\n"
    "integer,rooms,Stanze,,,,,,,,,,,,,,\n"
    "begin_repeat,room,Stanza,,,,,,,,,,,${rooms} + 1,,,\n"
    "text,about,Come è?,,,,,,,,,,,,,,\n"
    "end_repeat,,,,,,,,,,,,,,,,\n"
    "begin_repeat,child,Figlio,,,,,,,,,,,,,,\n"
    "text,called,Nome,,,,,,,,,,\"concat('n. ',position(..))\",,,,\n"
    "select_multiple places,where,Dove gioca ${called}?,,,,,,,,,,,,,,\n"
    "end_repeat,,,,,,,,,,,,,,,,\n"
    "date,when,Quando,,,,,,,,,,today(),,,,yes\n"
    "range,trust,Fiducia,,,,,,,,,,,,,start=0 end=1 step=0.5,\n"
    "acknowledge,seen,Letto,,,,,,,,,,,,,,\n"
    "note,thanks,Grazie,,,,,,,,,,,,,,\n"
    "calculate,double,,,,,,,,,${age} * 2,,,,,,\n";
const std::string choices = "list_name,name,label::it,label::ar,area\n"
                            "places,P1,Piazza,ساحة,Roma\nplaces,P2,Mercato,,Bari\n";

const Form& form()
{
    static const auto read = read_csv_form(survey, choices);
    EXPECT_EQ(read.faults, Faults{});
    return read.form;
}

class Written {
public:
    Written() : xml_(write_xform(form(), "7"))
    {
        EXPECT_TRUE(document_.load_string(xml_.c_str()));
        head_ = document_.document_element().child("h:head");
        body_ = document_.document_element().child("h:body");
        model_ = head_.child("model");
    }

    std::string bind(const std::string& path, const char* attribute) const
    {
        return model_.find_child_by_attribute("bind", "nodeset", path.c_str())
            .attribute(attribute)
            .value();
    }
    std::string text(const char* language, const std::string& id) const
    {
        for (const auto& one : model_.child("itext").children("translation"))
            if (std::string_view(one.attribute("lang").value()).ends_with(language))
                return one.find_child_by_attribute("text", "id", id.c_str())
                    .child("value")
                    .text()
                    .get();
        return "no such language";
    }

    std::string xml_;
    pugi::xml_document document_;
    pugi::xml_node head_, body_, model_;
};

// What Collect sends: as the form's first instance, filled in.
std::string sent(const std::string& inside, const std::string& attributes = "")
{
    return "<?xml version='1.0' ?><data id=\"try\" version=\"7\"" + attributes +
           " xmlns:orx=\"http://openrosa.org/xforms\">" + inside + "</data>";
}

} // namespace

TEST(XForm, says_each_rule_of_each_question)
{
    const Written form;
    EXPECT_EQ(form.bind("/data/age", "type"), "int");
    EXPECT_EQ(form.bind("/data/age", "required"), "true()");
    EXPECT_EQ(form.bind("/data/age", "jr:requiredMsg"), "jr:itext('/data/age:jr:requiredMsg')");
    EXPECT_EQ(form.bind("/data/age", "constraint"), ". > 0");
    EXPECT_EQ(form.bind("/data/home", "relevant"), "/data/age >= 18");
    EXPECT_EQ(form.bind("/data/double", "calculate"), "/data/age * 2");
    EXPECT_EQ(form.bind("/data/began", "jr:preloadParams"), "start");
    EXPECT_EQ(form.bind("/data/when", "readonly"), "true()");
    EXPECT_EQ(form.bind("/data/trust", "type"), "decimal");
    EXPECT_EQ(form.bind("/data/room_count", "calculate"), "/data/rooms + 1");
    EXPECT_EQ(form.bind("/data/child/where", "type"), "string");
    EXPECT_EQ(form.bind("/data/child", "relevant"), "");
}

TEST(XForm, says_texts_in_all_languages_the_default_one_where_one_is_missing)
{
    const Written form;
    EXPECT_EQ(form.text("(it)", "/data/age:label"), "Età & anni <oggi>");
    EXPECT_EQ(form.text("(ar)", "/data/age:label"), "العمر");
    EXPECT_EQ(form.text("(ar)", "/data/age:hint"), "In anni");
    EXPECT_EQ(form.text("(ar)", "places-0"), "ساحة");
    EXPECT_EQ(form.text("(ar)", "places-1"), "Mercato");
    const auto translation = form.model_.child("itext").child("translation");
    EXPECT_STREQ(translation.attribute("lang").value(), "italiano (it)");
    EXPECT_STREQ(translation.attribute("default").value(), "true()");
    EXPECT_NE(form.xml_.find("Dove gioca <output value=\"/data/child/called\"/>?"),
              std::string::npos);
}

TEST(XForm, holds_the_first_answers_the_lists_and_the_repeats)
{
    const Written form;
    const auto data = form.model_.child("instance").child("data");
    EXPECT_STREQ(data.attribute("id").value(), "try");
    EXPECT_STREQ(data.attribute("version").value(), "7");
    EXPECT_STREQ(data.child("home").child("city").text().get(), "Roma");
    EXPECT_TRUE(data.child("room").attribute("jr:template")); // counted: only the pattern
    EXPECT_FALSE(data.child("room").next_sibling("room"));
    EXPECT_FALSE(data.child("child").next_sibling("child").attribute("jr:template"));
    EXPECT_NE(form.xml_.find("<setvalue ref=\"/data/when\" event=\"odk-instance-first-load\""
                             " value=\"today()\"/>"),
              std::string::npos);
    const auto repeat =
        form.body_.find_child_by_attribute("group", "ref", "/data/child").child("repeat");
    EXPECT_STREQ(repeat.child("setvalue").attribute("event").value(),
                 "odk-instance-first-load odk-new-repeat");
    EXPECT_STREQ(repeat.child("setvalue").attribute("value").value(),
                 "concat('n. ', position(..))");
    const auto counted =
        form.body_.find_child_by_attribute("group", "ref", "/data/room").child("repeat");
    EXPECT_STREQ(counted.attribute("jr:count").value(), "/data/room_count");
    const auto place = form.body_.child("group").child("select1");
    EXPECT_STREQ(place.child("itemset").attribute("nodeset").value(),
                 "instance('places')/root/item[area = /data/home/city]");
    EXPECT_STREQ(place.attribute("appearance").value(), "minimal");
    EXPECT_STREQ(form.body_.child("range").attribute("step").value(), "0.5");
    EXPECT_TRUE(form.body_.child("trigger"));
}

TEST(Submission, what_is_sent_is_read_with_its_occurrences)
{
    const auto read = read_submission(
        form(), sent("<orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta>"
                     "<began>2026-11-30T21:15:00.000+01:00</began><age> 34 </age>"
                     "<home><city>Roma &amp; <![CDATA[dintorni]]></city><place/></home>"
                     "<rooms>1</rooms><room_count>2</room_count><room><about>buia</about></room>"
                     "<room><about/></room><child><called/><where>P1 P2</where></child>"
                     "<child><called>Bo</called></child><thanks>x</thanks><double>68</double>"));
    EXPECT_EQ(read.fault, "");
    EXPECT_EQ(read.instance, "uuid:1");
    EXPECT_EQ(read.version, "7");
    std::vector<std::string> said;
    for (const auto& [question, occurrence, value] : read.answers)
        said.push_back(question + "[" + occurrence + "]" + value);
    EXPECT_EQ(said, (std::vector<std::string>{"/data/began[]2026-11-30T21:15:00.000+01:00",
                                              "/data/age[]34", "/data/home/city[]Roma & dintorni",
                                              "/data/rooms[]1", "/data/room/about[1]buia",
                                              "/data/child/where[1]P1 P2",
                                              "/data/child/called[2]Bo", "/data/double[]68"}));
    EXPECT_TRUE(
        check_answers(form(), read.answers, *parse_instant("2026-11-30T20:30:00Z")).empty());
}

TEST(Submission, what_is_none_says_why_and_gives_no_answers)
{
    const auto fault = [](const std::string& xml) {
        const auto read = read_submission(form(), xml);
        EXPECT_TRUE(read.answers.empty());
        return read.fault;
    };
    EXPECT_EQ(fault(sent("<age>1</age><photo>x</photo>")),
              "not a question of this form: /data/photo");
    EXPECT_EQ(fault(sent("<age>1</age><age>2</age>")), "answered twice: /data/age");
    EXPECT_EQ(fault(sent("<age><city>1</city></age>")), "no answer: /data/age");
    EXPECT_EQ(fault("<data id=\"else\"/>"), "another form: else");
    EXPECT_NE(fault("<data id=\"try\"><age>"), "");
    EXPECT_EQ(fault("<!DOCTYPE x><data id=\"try\"/>"), "a document type");
    EXPECT_EQ(fault("<data id=\"try\">\x01</data>"), "control characters");
    EXPECT_EQ(fault("<data id=\"try\">\xff</data>"), "not UTF-8");
    EXPECT_EQ(fault(""), "No document element found");
    std::string many;
    for (int i = 0; i <= occurrences_max; ++i)
        many += "<child/>";
    EXPECT_EQ(fault(sent(many)), "too many: /data/child");
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    EXPECT_NE(fault(deep), "");
}
