// SPDX-License-Identifier: EUPL-1.2
#include "cases/diary.h"

#include <gtest/gtest.h>

#include "cases/testing.h"

namespace {

using test_cases::id;

class DiaryOfACase : public test_cases::Service {
protected:
    std::string note(const core::Actor& actor, const std::string& name, const std::string& words,
                     const std::string& kept_to = "everybody",
                     const std::string& at_time = "2026-11-20T10:00:00Z")
    {
        return outcome(actor, "POST " + at("c1", "/notes"),
                       R"({"id":")" + id(name) + "\"," + note_body(words, kept_to, at_time) + "}");
    }

    static std::string note_body(const std::string& words, const std::string& kept_to = "everybody",
                                 const std::string& at_time = "2026-11-20T10:00:00Z")
    {
        return R"("at":")" + at_time + R"(","words":")" + words + R"(","kept_to":")" + kept_to +
               '"';
    }

    std::string change(const core::Actor& actor, const std::string& name, const std::string& words,
                       const std::string& kept_to = "everybody")
    {
        return outcome(actor, "PUT /api/cases/notes/" + id(name),
                       "{" + note_body(words, kept_to) + "}");
    }

    std::string meet(const core::Actor& actor, const std::string& name, const std::string& at_time,
                     const std::string& more = {}, const std::string& of = "c1")
    {
        return outcome(actor, "POST " + at(of, "/appointments"),
                       R"({"id":")" + id(name) + R"(","at":")" + at_time +
                           R"(","what":"Colloquio")" + more + "}");
    }

    std::string diary_of(const core::Actor& actor)
    {
        return ask(actor, "GET " + at("c1", "/diary")).body;
    }

    bool says(const core::Actor& actor, const std::string& text)
    {
        return diary_of(actor).find(text) != std::string::npos;
    }

    // "note 2026-11-20, intervention 2026-11-19": the entries in their order.
    std::string entries(const core::Actor& actor)
    {
        const auto body = diary_of(actor);
        const auto document = JsonDocument::parse(body);
        const auto list = document.root().member("items");
        std::string text;
        for (std::size_t i = 0; i < list.size(); ++i)
            text += (text.empty() ? "" : ", ") + std::string(list.at(i).member("kind").text()) +
                    " " + std::string(list.at(i).member("on").text());
        return text;
    }
};

} // namespace

TEST_P(DiaryOfACase, shows_everything_in_one_list_newest_first)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/interventions"),
                      R"({"id":")" + id("i1") + R"(","code":"SSP.COLL","on":"2026-11-19"})"),
              "201");
    EXPECT_EQ(note(sara, "n1", "Prima nota"), "201");
    EXPECT_EQ(note(sara, "n1", "Prima nota"), "201"); // repeated: as the first time
    EXPECT_EQ(note(luca, "n2", "Di notte", "everybody", "2026-11-18T23:30:00Z"), "201");
    EXPECT_EQ(meet(sara, "a1", "2026-11-16T09:00:00Z"), "201");
    EXPECT_EQ(meet(sara, "a2", "2026-11-25T09:00:00Z"), "201");
    EXPECT_EQ(meet(sara, "a3", "2026-11-24T09:00:00Z"), "201");

    // Half past midnight in Italy belongs to the new day.
    const auto diary = entries(marco);
    EXPECT_EQ(diary.find("note 2026-11-20, "), 0u) << diary;
    EXPECT_NE(diary.find("note 2026-11-19"), std::string::npos) << diary;
    EXPECT_NE(diary.find("intervention 2026-11-19"), std::string::npos) << diary;
    EXPECT_TRUE(diary.ends_with(", appointment 2026-11-16")) << diary;

    const auto body = diary_of(sara);
    const auto document = JsonDocument::parse(body);
    const auto coming = document.root().member("coming");
    ASSERT_EQ(coming.size(), 2u);
    EXPECT_EQ(coming.at(0).member("id").text(), id("a3"));
    EXPECT_EQ(coming.at(1).member("id").text(), id("a2"));
    EXPECT_EQ(coming.at(1).member("minutes").integer(), 30);
}

TEST_P(DiaryOfACase, has_no_note_that_is_kept_to_another_profession)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(note(vera, "n1", "terapia in corso", "profession"), "201");
    ASSERT_EQ(note(luca, "n2", "pensieri da educatore", "profession"), "201");
    EXPECT_TRUE(says(vera, "terapia in corso"));
    EXPECT_FALSE(says(sara, "terapia in corso"));
    EXPECT_FALSE(says(marco, "terapia in corso"));
    EXPECT_EQ(entries(sara), "") << "not even that there is one";
    EXPECT_TRUE(says(luca, "pensieri da educatore"));
    // Of the same family, and another profession: only those of health are a compartment.
    EXPECT_FALSE(says(sara, "pensieri da educatore"));

    EXPECT_EQ(change(sara, "n1", "altro"), "404 core.not_found");
    EXPECT_EQ(outcome(sara, "DELETE /api/cases/notes/" + id("n1")), "404 core.not_found");
    EXPECT_EQ(outcome(sara, "POST /api/cases/notes/" + id("n1") + "/restore"),
              "404 core.not_found");
    // Marco has no account here, and so no profession.
    EXPECT_EQ(note(marco, "n3", "mia", "profession"), "409 cases.no_profession_to_keep_to");
    EXPECT_EQ(note(marco, "n3", "di tutti"), "201");

    EXPECT_EQ(change(vera, "n1", "ora di tutti"), "200");
    EXPECT_TRUE(says(sara, "ora di tutti"));
}

TEST_P(DiaryOfACase, is_changed_by_who_wrote_it)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(note(sara, "n1", "Prima nota"), "201");
    EXPECT_EQ(change(luca, "n1", "di Luca"), "409 cases.not_your_note");
    EXPECT_EQ(outcome(luca, "DELETE /api/cases/notes/" + id("n1")), "409 cases.not_your_note");
    EXPECT_EQ(change(sara, "n1", "Corretta"), "200");
    EXPECT_TRUE(says(luca, "Corretta"));
    EXPECT_TRUE(says(luca, "changed_at"));

    // One that was taken back is there for who wrote it.
    EXPECT_EQ(outcome(sara, "DELETE /api/cases/notes/" + id("n1")), "204");
    EXPECT_FALSE(says(luca, "Corretta"));
    EXPECT_TRUE(says(sara, "Corretta"));
    EXPECT_EQ(change(sara, "n1", "Ancora"), "404 core.not_found");
    EXPECT_EQ(outcome(luca, "POST /api/cases/notes/" + id("n1") + "/restore"),
              "404 core.not_found");
    EXPECT_EQ(outcome(sara, "POST /api/cases/notes/" + id("n1") + "/restore"), "200");
    EXPECT_TRUE(says(luca, "Corretta"));

    ASSERT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-20","reason":"NEED_MET"})"),
        "200");
    EXPECT_EQ(change(sara, "n1", "Dopo"), "409 cases.closed");
    EXPECT_EQ(note(sara, "n2", "Dopo"), "409 cases.closed");
    EXPECT_TRUE(says(luca, "Corretta"));
}

TEST_P(DiaryOfACase, says_what_is_wrong)
{
    open_integrated("c1", "amina");
    EXPECT_EQ(note(sara, "n1", "", "everybody"), "422 words required");
    EXPECT_EQ(note(sara, "n1", "x", "friends"), "422 kept_to unknown_code");
    EXPECT_EQ(note(sara, "n1", "x", "everybody", "2026-11-25T10:00:00Z"), "422 at in_the_future");
    EXPECT_EQ(note(sara, "n1", "x", "everybody", "2026-10-31T10:00:00Z"), "422 at cases.too_early");

    EXPECT_EQ(meet(sara, "a1", "2026-10-31T09:00:00Z"), "422 at cases.too_early");
    EXPECT_EQ(meet(sara, "a1", "2026-11-25T09:00:00Z", R"(,"minutes":2)").substr(0, 11),
              "422 minutes");
    EXPECT_EQ(meet(sara, "a1", "2026-11-25T09:00:00Z", R"(,"outcome":"KEPT")"),
              "422 outcome cases.not_yet");
    EXPECT_EQ(meet(sara, "a1", "2026-11-25T09:00:00Z", R"(,"colleague":")" + id("nobody") + '"'),
              "422 colleague cases.nobody_here");
    EXPECT_EQ(meet(sara, "a1", "2026-11-25T09:00:00Z", R"(,"outcome":"MOVED")"), "201");
}

TEST_P(DiaryOfACase, brings_appointments_to_who_has_them)
{
    open_integrated("c1", "amina");
    open_integrated("c2", "ibrahima");
    ASSERT_EQ(
        meet(sara, "a1", "2026-11-25T09:00:00Z", R"(,"place":"Via Giolitti 34","minutes":45)"),
        "201");
    ASSERT_EQ(meet(sara, "a2", "2026-11-24T09:00:00Z", {}, "c2"), "201");
    ASSERT_EQ(meet(sara, "a3", "2026-11-20T09:00:00Z", R"(,"outcome":"KEPT")"), "201");
    ASSERT_EQ(meet(sara, "a4", "2026-11-26T09:00:00Z",
                   R"(,"colleague":")" + to_string(luca.account) + '"'),
              "201");
    const std::string mine = "GET /api/cases/appointments";
    EXPECT_EQ(items(sara, mine, {"a1", "a2", "a3", "a4"}), "a2 a1");
    EXPECT_EQ(items(luca, mine, {"a1", "a2", "a3", "a4"}), "a4");
    EXPECT_EQ(items(marco, mine, {}), "");
    EXPECT_NE(ask(sara, mine).body.find("Amina Diallo"), std::string::npos);

    const auto calendar = ask(sara, "GET /api/cases/calendar");
    EXPECT_EQ(calendar.status, 200);
    EXPECT_NE(calendar.body.find("UID:" + id("a1") + "@lgnet\r\n"), std::string::npos);
    EXPECT_NE(calendar.body.find("DTSTART:20261125T090000Z\r\nDTEND:20261125T094500Z\r\n"),
              std::string::npos)
        << calendar.body;
    for (const auto* word : {"Amina", "Diallo", "Giolitti", "Colloquio", "LOCATION"})
        EXPECT_EQ(calendar.body.find(word), std::string::npos) << word;

    const auto one = "/api/cases/appointments/" + id("a1");
    EXPECT_EQ(outcome(nadia, "DELETE " + one), "404 core.not_found");
    EXPECT_EQ(outcome(giulia, "DELETE " + one), "404 core.not_found");
    EXPECT_EQ(outcome(sara, "DELETE " + one), "204");
    EXPECT_EQ(items(sara, mine, {"a1", "a2"}), "a2");
    EXPECT_EQ(outcome(sara, "POST " + one + "/restore"), "200");
    EXPECT_EQ(items(sara, mine, {"a1", "a2"}), "a2 a1");
    // It goes on with whom it was.
    EXPECT_EQ(outcome(luca, "PUT " + one,
                      R"({"at":"2026-11-23T09:00:00Z","what":"Colloquio","outcome":"KEPT"})"),
              "200");
    EXPECT_EQ(items(sara, mine, {"a1", "a2"}), "a1 a2");
}

TEST_P(DiaryOfACase, warns_of_documents_that_end)
{
    add_person("karim", R"("given_name":"Karim","identifiers":[)"
                        R"({"kind":"permit","value":"I12345678","expires_on":"2026-12-31"},)"
                        R"({"kind":"passport","value":"AB1234567","expires_on":"2026-11-01"},)"
                        R"({"kind":"national_id","value":"CA00000AA","expires_on":"2027-06-30"}])");
    open_integrated("c1", "karim");
    const auto body = diary_of(sara);
    const auto document = JsonDocument::parse(body);
    const auto documents = document.root().member("documents");
    ASSERT_EQ(documents.size(), 2u) << body;
    EXPECT_EQ(documents.at(0).member("kind").text(), "passport");
    EXPECT_TRUE(documents.at(0).member("expired").boolean());
    EXPECT_EQ(documents.at(1).member("kind").text(), "permit");
    EXPECT_FALSE(documents.at(1).member("expired").boolean());
    EXPECT_EQ(body.find("I12345678"), std::string::npos);
}

TEST_P(DiaryOfACase, is_read_by_who_reads_the_case)
{
    open_integrated("c1", "amina");
    ASSERT_EQ(note(sara, "n1", "Prima nota"), "201");
    for (const auto& stranger : {nadia, giulia, paola, bruno}) {
        EXPECT_EQ(outcome(stranger, "GET " + at("c1", "/diary")), "404 core.not_found");
        EXPECT_EQ(note(stranger, "n9", "x"), "404 core.not_found");
        EXPECT_EQ(change(stranger, "n1", "x"), "404 core.not_found");
        EXPECT_EQ(meet(stranger, "a9", "2026-11-25T09:00:00Z"), "404 core.not_found");
    }
}

INSTANTIATE_TEST_SUITE_P(Both, DiaryOfACase, test_stores::both(),
                         ::testing::PrintToStringParamName());
