// SPDX-License-Identifier: EUPL-1.2
#include "openrosa/submission.h"

#include <gtest/gtest.h>

using openrosa::read_submission;

TEST(ReadSubmission, finds_the_form_the_name_and_the_answers)
{
    const auto read =
        read_submission("<?xml version='1.0'?><c:data xmlns:c='x' id=\"contact\" version=\"7\">"
                        "<a> 1 </a><group><b>two<!-- no answer --> words</b><empty/></group>"
                        "<c><![CDATA[<3>]]></c>"
                        "<meta><instanceID>uuid:x</instanceID><deprecatedID>uuid:w</deprecatedID>"
                        "<instanceName>Amina</instanceName></meta></c:data>");
    EXPECT_EQ(read.fault, "");
    EXPECT_EQ(read.form, "contact");
    EXPECT_EQ(read.version, "7");
    EXPECT_EQ(read.instance, "uuid:x");
    EXPECT_EQ(read.deprecated, "uuid:w");
    ASSERT_EQ(read.answers.size(), 3U);
    EXPECT_EQ(*read.find("a"), "1");
    EXPECT_EQ(*read.find("group/b"), "two words");
    EXPECT_EQ(*read.find("c"), "<3>");
    EXPECT_EQ(read.find("group/empty"), nullptr);
}

TEST(ReadSubmission, of_what_is_cut_keeps_what_came)
{
    const std::string whole = "<data id='contact'><meta><instanceID>uuid:x</instanceID></meta>"
                              "<a>1</a><b>2</b></data>";
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(read_submission(whole.substr(0, length)).fault, "") << length;
    const auto read = read_submission(whole.substr(0, whole.find("</b>")));
    EXPECT_EQ(read.form, "contact");
    EXPECT_EQ(read.instance, "uuid:x");
    EXPECT_EQ(*read.find("a"), "1");
}

TEST(ReadSubmission, is_bounded)
{
    std::string wide = "<data id='contact'>";
    for (std::size_t i = 0; i <= openrosa::answers_max; ++i)
        wide += "<a>1</a>";
    EXPECT_EQ(read_submission(wide + "</data>").answers.size(), openrosa::answers_max);
    EXPECT_NE(read_submission(wide + "</data>").fault, "");
    std::string deep = "<data>";
    std::string ends = "</data>";
    for (int i = 0; i < 500; ++i) {
        deep += "<a>";
        ends = "</a>" + ends;
    }
    EXPECT_NE(read_submission(deep + "1" + ends).fault, "");
    EXPECT_NE(read_submission(std::string(openrosa::xml_bytes_max + 1, ' ')).fault, "");
    EXPECT_NE(read_submission("<data/><data/>").fault, "");
    EXPECT_NE(read_submission("").fault, "");
    EXPECT_NE(read_submission("<!DOCTYPE data><data/>").fault, "");
}

TEST(IdOfInstance, is_the_uuid_or_always_the_same_for_the_same_name)
{
    using openrosa::id_of_instance;
    EXPECT_EQ(to_string(id_of_instance("uuid:0F0E4C8E-9f2b-4c1d-8a57-3d8d8b2f7a11")),
              "0f0e4c8e-9f2b-4c1d-8a57-3d8d8b2f7a11");
    EXPECT_EQ(id_of_instance("0f0e4c8e-9f2b-4c1d-8a57-3d8d8b2f7a11"),
              id_of_instance("uuid:0f0e4c8e-9f2b-4c1d-8a57-3d8d8b2f7a11"));
    EXPECT_EQ(id_of_instance("one"), id_of_instance("one"));
    EXPECT_NE(id_of_instance("one"), id_of_instance("two"));
    EXPECT_NE(id_of_instance("uuid:00000000-0000-0000-0000-000000000000"), Uuid{});
}
