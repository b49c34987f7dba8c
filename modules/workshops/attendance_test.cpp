// SPDX-License-Identifier: EUPL-1.2
// Who was there: what a leader sees, what a tap does, and what follows from it.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/samples.h"
#include "workshops/testing.h"

namespace {

using test_workshops::id;

const store::Sql attendance_facts{"select day, minutes from workshops_fact_attendance"};

class Attendance : public test_workshops::Hall {
protected:
    Attendance()
    {
        write_workshop("theatre", 1, elvira);
        write_workshop("music", 5, nora);
        add_session("yesterday", "theatre", "2026-11-22T16:00:00Z");
        add_session("today", "theatre", "2026-11-23T16:00:00Z");
        add_session("tomorrow", "theatre", "2026-11-24T16:00:00Z");
        add_session("song", "music", "2026-11-23T10:00:00Z");
        EXPECT_EQ(enrol("e amina", "theatre", "amina"), "201");
        EXPECT_EQ(enrol("e fatou", "theatre", "fatou"), "201"); // waits
        EXPECT_EQ(enrol("e ibrahima", "music", "ibrahima"), "201");
    }

    std::string mark(const core::Actor& actor, const std::string& session, const std::string& name,
                     const std::string& body)
    {
        return outcome(
            actor, "PUT /api/workshops/sessions/" + id(session) + "/attendance/" + id(name), body);
    }

    std::string register_of(const core::Actor& actor, const std::string& session)
    {
        const auto response =
            ask(actor, "GET /api/workshops/sessions/" + id(session) + "/register");
        return response.status == 200 ? response.body : std::to_string(response.status);
    }

    // Minutes attended of minutes held.
    std::string hours() { return hours(sara); }

    std::string hours(const core::Actor& actor)
    {
        const auto response =
            ask(actor, "GET /api/workshops/workshops/" + id("theatre") + "/enrolments");
        const auto document = JsonDocument::parse(response.body);
        const auto first = document.root().member("items").at(0);
        return std::to_string(first.member("minutes_attended").integer()) + "/" +
               std::to_string(first.member("minutes_held").integer());
    }

    // "present 120": the mark of Amina in the register of today.
    std::string marked()
    {
        const auto response =
            house_.ask(elvira, "GET /api/workshops/sessions/" + id("today") + "/register");
        const auto document = JsonDocument::parse(response.body);
        const auto first = document.root().member("items").at(0);
        return std::string(first.member("mark").text()) + " " +
               std::to_string(first.member("minutes").integer());
    }

    std::string attach(const std::string& name, const std::string& photo)
    {
        return attach_by(elvira, name, photo);
    }

    std::string attach_by(const core::Actor& actor, const std::string& name,
                          const std::string& photo)
    {
        return outcome(actor, "POST /api/workshops/sheets",
                       R"({"id":")" + id(name) + R"(","session":")" + id("today") +
                           R"(","photo":)" + photo + "}");
    }

    std::string answer(const std::string& name, int helpful)
    {
        return outcome(elvira, "POST /api/workshops/answers",
                       R"({"id":")" + id(name) + R"(","workshop":")" + id("theatre") +
                           R"(","helpful":)" + std::to_string(helpful) +
                           R"(,"welcome":5,"again":4})");
    }
};

} // namespace

TEST_P(Attendance, is_shown_to_who_leads_by_first_names_and_of_their_own_alone)
{
    const auto shown = register_of(elvira, "today");
    EXPECT_NE(shown.find(R"("called":"Amina","mark":"open")"), std::string::npos) << shown;
    EXPECT_EQ(shown.find("Diallo"), std::string::npos);
    EXPECT_EQ(shown.find(id("amina")), std::string::npos);
    EXPECT_EQ(shown.find("Fatou"), std::string::npos) << "who waits has no place in the register";

    EXPECT_EQ(register_of(elvira, "song"), "404");
    EXPECT_EQ(outcome(elvira, "GET /api/workshops/workshops/" + id("music")), "404 core.not_found");
    EXPECT_EQ(mark(elvira, "song", "e ibrahima", R"({"mark":"present"})"), "404 core.not_found");
    EXPECT_EQ(mark(nora, "today", "e amina", R"({"mark":"present"})"), "404 core.not_found");
    // Of another workshop, by who sees both.
    EXPECT_EQ(mark(sara, "today", "e ibrahima", R"({"mark":"present"})"), "404 core.not_found");

    const auto own = ask(elvira, "GET /api/workshops/workshops").body;
    EXPECT_NE(own.find(id("theatre")), std::string::npos);
    EXPECT_EQ(own.find(id("music")), std::string::npos);
    EXPECT_EQ(house_.ask(elvira, "GET /api/workshops/sessions/" + id("today") + "/register", {}, "")
                  .status,
              400)
        << "without a purpose";
}

TEST_P(Attendance, counts_once_however_often_it_is_tapped_and_can_be_corrected)
{
    EXPECT_EQ(hours(), "0/0");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present"})"), "200");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present"})"), "200");
    EXPECT_EQ(mark(sara, "today", "e amina", R"({"mark":"present"})"), "200");
    EXPECT_EQ(hours(), "120/120");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present","minutes":45})"), "200");
    EXPECT_EQ(hours(), "45/120");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present","minutes":121})"),
              "422 minutes workshops.longer_than_session");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"absent"})"), "200");
    EXPECT_EQ(hours(), "0/120");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"open"})"), "200");
    EXPECT_EQ(hours(), "0/0") << "nobody took attendance after all";
    // Of before she was enrolled: it counts where she was there.
    EXPECT_EQ(mark(elvira, "yesterday", "e amina", R"({"mark":"absent"})"), "200");
    EXPECT_EQ(hours(), "0/0");
    EXPECT_EQ(mark(elvira, "yesterday", "e amina", R"({"mark":"present"})"), "200");
    EXPECT_EQ(hours(), "120/120");
}

TEST_P(Attendance, that_a_phone_tells_late_undoes_no_later_correction)
{
    ASSERT_EQ(mark(sara, "today", "e amina", R"({"mark":"absent"})"), "200");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present","at":"2026-11-23T17:00:00Z"})"),
              "200");
    EXPECT_EQ(hours(), "0/120");
    house_.now = house_.now.plus_seconds(600);
    const auto tapped = to_string(house_.now.plus_seconds(-60));
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present","at":")" + tapped + "\"}"),
              "200");
    EXPECT_EQ(hours(), "120/120");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"absent","at":"2026-11-24T17:00:00Z"})"),
              "422 at in_the_future");
}

TEST_P(Attendance, is_what_was_tapped_last_in_whatever_order_it_arrives)
{
    struct Tap {
        Instant tapped_at;
        Instant arrives_at;
        bool by_phone = false;
        std::string body; // without its end
        std::string stands;
    };
    house_.now = parse_instant("2026-11-24T01:00:00Z").value();
    std::mt19937 random(20261124);
    const std::vector<std::pair<std::string, std::string>> marks{
        {R"({"mark":"present")", "present 120"},
        {R"({"mark":"present","minutes":45)", "present 45"},
        {R"({"mark":"absent")", "absent 0"},
        {R"({"mark":"open")", "open 0"}};
    const auto line = "PUT /api/workshops/sessions/" + id("today") + "/attendance/" + id("e amina");
    for (int round = 0; round < 40; ++round) {
        std::vector<Tap> taps;
        for (int i = 1; i <= 6; ++i) {
            const auto& [body, stands] = marks[random() % marks.size()];
            const auto tapped_at = house_.now.plus_seconds(60 * i);
            const bool by_phone = random() % 2 == 0;
            const auto late = by_phone ? static_cast<std::int64_t>(random() % 900) : 0;
            taps.push_back({tapped_at, tapped_at.plus_seconds(late), by_phone, body, stands});
        }
        const auto last = taps.back().stands;
        std::stable_sort(taps.begin(), taps.end(), [](const Tap& one, const Tap& other) {
            return one.arrives_at < other.arrives_at;
        });
        for (const auto& tap : taps) {
            house_.now = tap.arrives_at;
            const auto clock = R"(,"at":")" + to_string(tap.tapped_at) + '"';
            const auto& actor = tap.by_phone ? elvira : sara;
            ASSERT_EQ(house_.ask(actor, line, tap.body + (tap.by_phone ? clock : "") + "}").status,
                      200);
        }
        EXPECT_EQ(marked(), last) << "round " << round;
    }
}

TEST_P(Attendance, is_taken_of_those_with_a_place_once_the_day_has_come)
{
    EXPECT_EQ(mark(elvira, "tomorrow", "e amina", R"({"mark":"present"})"),
              "409 workshops.not_yet");
    EXPECT_EQ(mark(elvira, "today", "e fatou", R"({"mark":"present"})"),
              "409 workshops.not_enrolled");
    ASSERT_EQ(outcome(sara, "DELETE /api/workshops/sessions/" + id("today")), "200");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present"})"),
              "409 workshops.session_cancelled");
    ASSERT_EQ(outcome(sara, "POST /api/workshops/sessions/" + id("today") + "/restore"), "200");
    EXPECT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present"})"), "200");

    // Hours were counted by it: its length stays, its topic does not matter.
    const auto change = "PUT /api/workshops/sessions/" + id("today");
    EXPECT_EQ(outcome(sara, change, R"({"begins_at":"2026-11-23T16:00:00Z","minutes":60})"),
              "409 workshops.attendance_taken");
    EXPECT_EQ(outcome(sara, change,
                      R"({"begins_at":"2026-11-23T16:00:00Z","minutes":120,"topic":"La voce"})"),
              "200");
    // A session that does not take place counts for nobody.
    EXPECT_EQ(hours(), "120/120");
    ASSERT_EQ(outcome(sara, "DELETE /api/workshops/sessions/" + id("today")), "200");
    EXPECT_EQ(hours(), "0/0");
}

TEST_P(Attendance, is_certified_once_there_is_some)
{
    const auto line = "GET " + enrolment("e amina", "/certificate");
    EXPECT_EQ(outcome(sara, line), "409 workshops.nothing_to_certify");
    ASSERT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present"})"), "200");
    const auto response = ask(sara, line);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body.substr(0, 5), "%PDF-");
    EXPECT_EQ(outcome(elvira, line), "404 core.not_found") << "it bears the whole name";

    const auto sheet = ask(elvira, "GET /api/workshops/sessions/" + id("tomorrow") + "/sheet");
    EXPECT_EQ(sheet.status, 200);
    EXPECT_EQ(sheet.body.substr(0, 5), "%PDF-");
}

TEST_P(Attendance, on_paper_is_kept_as_a_picture_drawn_anew)
{
    EXPECT_EQ(attach("s1", R"("bm8=")"), "422 photo workshops.photo_unreadable");
    EXPECT_EQ(attach("s1", core::samples::small_photo), "201");
    EXPECT_NE(register_of(elvira, "today").find(R"("has_sheet":true)"), std::string::npos);
    const auto line = "/api/workshops/sheets/" + id("s1");
    const auto picture = ask(elvira, "GET " + line);
    EXPECT_EQ(picture.status, 200);
    EXPECT_EQ(picture.content_type, "image/jpeg");
    EXPECT_EQ(picture.body.substr(0, 3), "\xFF\xD8\xFF");
    EXPECT_EQ(outcome(nora, "GET " + line), "404 core.not_found");
    ASSERT_EQ(outcome(elvira, "DELETE " + line), "200");
    EXPECT_EQ(outcome(elvira, "GET " + line), "404 core.not_found");
    EXPECT_NE(register_of(elvira, "today").find(R"("has_sheet":false)"), std::string::npos);
    ASSERT_EQ(outcome(elvira, "POST " + line + "/restore"), "200");
    EXPECT_EQ(outcome(elvira, "GET " + line), "200");
}

TEST_P(Attendance, on_paper_is_the_equipes_once_somebody_on_it_is_in_its_care)
{
    write_workshop("theatre", 5, elvira);
    ASSERT_EQ(outcome(sara, "PUT " + enrolment("e fatou", "/place"), R"({"state":"enrolled"})"),
              "200");
    ASSERT_EQ(attach("s1", core::samples::small_photo), "201");
    const auto photo = [&](const std::string& name) { return "/api/workshops/sheets/" + id(name); };
    ASSERT_EQ(outcome(elvira, "GET " + photo("s1")), "200");
    guard("fatou");
    for (const auto* actor : {&elvira, &sara})
        for (const auto& line : {"GET " + photo("s1"), "DELETE " + photo("s1")})
            EXPECT_EQ(outcome(*actor, line), "404 core.not_found")
                << "she may have signed it, marked or not";
    const auto shown = register_of(elvira, "today");
    EXPECT_NE(shown.find(R"("sheets":[])"), std::string::npos) << shown;
    EXPECT_NE(shown.find(R"("has_sheet":false)"), std::string::npos) << shown;
    EXPECT_EQ(outcome(ines, "GET " + photo("s1")), "200");
    // Arrived late, a photo of that day is the équipe's too; what it printed is so at any time.
    ASSERT_EQ(attach("s2", core::samples::small_photo), "201");
    EXPECT_EQ(outcome(elvira, "GET " + photo("s2")), "404 core.not_found");

    // On what a leader prints afterwards she does not stand.
    house_.now = parse_instant("2026-11-24T18:30:00Z").value();
    const auto attach_next = [&](const core::Actor& actor, const std::string& name) {
        return outcome(actor, "POST /api/workshops/sheets",
                       R"({"id":")" + id(name) + R"(","session":")" + id("tomorrow") +
                           R"(","photo":)" + core::samples::small_photo + "}");
    };
    ASSERT_EQ(attach_next(elvira, "s3"), "201");
    EXPECT_EQ(outcome(elvira, "GET " + photo("s3")), "200");
}

TEST_P(Attendance, of_the_guarded_alone_holds_nobody_back_and_stays)
{
    write_workshop("theatre", 5, elvira);
    ASSERT_EQ(outcome(sara, "PUT " + enrolment("e fatou", "/place"), R"({"state":"enrolled"})"),
              "200");
    ASSERT_EQ(mark(sara, "yesterday", "e fatou", R"({"mark":"present"})"), "200");
    const auto change = "PUT /api/workshops/sessions/" + id("yesterday");
    const auto* moved = R"({"begins_at":"2026-11-21T16:00:00Z","minutes":60})";
    EXPECT_EQ(outcome(sara, change, moved), "409 workshops.attendance_taken");
    guard("fatou");
    EXPECT_EQ(outcome(ines, change, moved), "409 workshops.attendance_taken");
    EXPECT_EQ(outcome(sara, change, moved), "200");
    const auto shown = register_of(ines, "yesterday");
    EXPECT_NE(shown.find(R"("called":"Fatou","mark":"present","minutes":120)"), std::string::npos)
        << shown;
    std::string counted;
    house_.store("roma").read([&](store::Transaction& transaction) {
        const auto rows = transaction.query(attendance_facts);
        while (rows->next())
            counted += std::string(rows->text(0)) + " " + std::to_string(rows->integer(1));
    });
    EXPECT_EQ(counted, "2026-11-22 120") << "what was is counted as it was";
}

TEST_P(Attendance, of_the_guarded_alone_holds_no_session_for_others)
{
    write_workshop("theatre", 5, elvira);
    ASSERT_EQ(outcome(sara, "PUT " + enrolment("e fatou", "/place"), R"({"state":"enrolled"})"),
              "200");
    ASSERT_EQ(mark(sara, "today", "e fatou", R"({"mark":"present"})"), "200");
    EXPECT_EQ(hours(sara), "0/120");
    guard("fatou");
    EXPECT_EQ(hours(sara), "0/0") << "hours held, and nobody marked, would tell of somebody";
    EXPECT_EQ(hours(ines), "0/120");
}

TEST_P(Attendance, makes_room_for_the_answers_of_those_whom_one_sees)
{
    write_workshop("theatre", 5, elvira);
    ASSERT_EQ(outcome(sara, "PUT " + enrolment("e fatou", "/place"), R"({"state":"enrolled"})"),
              "200");
    for (const auto* name : {"e amina", "e fatou"})
        ASSERT_EQ(mark(sara, "today", name, R"({"mark":"present"})"), "200");
    guard("fatou");
    EXPECT_EQ(answer("q1", 5), "201");
    const auto shown_to = [&](const core::Actor& actor) {
        return ask(actor, "GET /api/workshops/workshops/" + id("theatre") + "/answers").body;
    };
    EXPECT_EQ(shown_to(elvira), R"({"answered":1,"asked":1,"questions":[]})");
    EXPECT_EQ(answer("q2", 5), "409 workshops.all_answered");
    EXPECT_EQ(outcome(ines, "POST /api/workshops/answers",
                      R"({"id":")" + id("q2") + R"(","workshop":")" + id("theatre") +
                          R"(","helpful":4,"welcome":5,"again":4})"),
              "201");
    EXPECT_EQ(shown_to(ines), R"({"answered":2,"asked":2,"questions":[]})");
    EXPECT_EQ(shown_to(elvira), R"({"answered":1,"asked":1,"questions":[]})");
}

TEST_P(Attendance, makes_room_for_as_many_answers_and_no_more)
{
    EXPECT_EQ(answer("q1", 5), "409 workshops.all_answered") << "nobody was there yet";
    ASSERT_EQ(mark(elvira, "today", "e amina", R"({"mark":"present"})"), "200");
    EXPECT_EQ(answer("q1", 5), "201");
    EXPECT_EQ(answer("q2", 1), "409 workshops.all_answered");
    ASSERT_EQ(outcome(elvira, "DELETE /api/workshops/answers/" + id("q1")), "200");
    ASSERT_EQ(answer("q3", 4), "201");
    EXPECT_EQ(outcome(elvira, "POST /api/workshops/answers/" + id("q1") + "/restore"),
              "409 workshops.all_answered");
    ASSERT_EQ(outcome(elvira, "DELETE /api/workshops/answers/" + id("q3")), "200");
    ASSERT_EQ(outcome(elvira, "POST /api/workshops/answers/" + id("q1") + "/restore"), "200");
    const auto shown =
        ask(elvira, "GET /api/workshops/workshops/" + id("theatre") + "/answers").body;
    EXPECT_EQ(shown, R"({"answered":1,"asked":1,"questions":[]})") << "whose it is, is not told";
    ASSERT_EQ(outcome(elvira, "DELETE /api/workshops/answers/" + id("q1")), "200");
    EXPECT_EQ(answer("q2", 1), "201");
    EXPECT_EQ(answer("q3", 6), "422 helpful too_large");
}

TEST_P(Attendance, is_expected_where_the_calendar_says)
{
    ASSERT_EQ(outcome(sara, "DELETE /api/workshops/sessions/" + id("tomorrow")), "200");
    const auto line = "GET /api/workshops/workshops/" + id("theatre") + "/calendar";
    const auto response = ask(elvira, line);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content_type.substr(0, 13), "text/calendar");
    const auto& file = response.body;
    EXPECT_NE(file.find("UID:" + id("today") + "@lgnet"), std::string::npos) << file;
    EXPECT_NE(file.find("DTSTART:20261123T160000Z\r\nDTEND:20261123T180000Z\r\n"
                        "SUMMARY:theatre\r\nLOCATION:Padiglione 17\r\n"),
              std::string::npos)
        << file;
    EXPECT_EQ(file.find(id("tomorrow")), std::string::npos) << "it does not take place";
    EXPECT_EQ(outcome(nora, line), "404 core.not_found");
}

INSTANTIATE_TEST_SUITE_P(Both, Attendance, test_stores::both(),
                         ::testing::PrintToStringParamName());
