// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <random>

#include "outreach/testing.h"

using test_outreach::id;

namespace {

class Contacts : public test_outreach::Street {
protected:
    // Cancelled and restored: all contacts of the person are counted anew.
    void count_anew(const std::string& name)
    {
        EXPECT_EQ(outcome(giulia, "DELETE " + contact(name)), "200");
        EXPECT_EQ(outcome(giulia, "POST " + contact(name) + "/restore", "{}"), "200");
    }

    // One number of the facts of contacts: "select count(*) …".
    std::int64_t fact(const store::Sql& sql)
    {
        std::int64_t number = 0;
        house_.store("roma").read(
            [&](store::Transaction& transaction) { number = transaction.number(sql); });
        return number;
    }
};

const store::Sql forget_meetings("delete from people_meeting");
const store::Sql contact_facts("select count(*) from outreach_fact_contact");
const store::Sql intervention_facts("select count(*) from outreach_fact_intervention");
const store::Sql
    tally_facts("select cast(sum(people_seen + minors_seen) as bigint) from outreach_fact_tally");

} // namespace

TEST_P(Contacts, need_four_fields_and_no_person)
{
    EXPECT_EQ(record(giulia, "c1"), "201");
    const auto document = get(giulia, "GET " + contact("c1"));
    EXPECT_EQ(document.root().member("day").text(), "2026-11-23");
    EXPECT_EQ(document.root().member("team").text(), "um1");
    EXPECT_EQ(document.root().member("recorded_by_name").text(), "giulia");
    EXPECT_TRUE(document.root().member("person").is_null());
    EXPECT_FALSE(document.root().member("night").boolean());
    EXPECT_EQ(outcome(giulia, "POST /api/outreach/contacts", R"({"id":")" + id("c2") + "\"}"),
              "422 at required setting required district required outcome required");
}

// What a new contact adds to the days of a person is what counting all of them anew would say.
TEST_P(Contacts, tell_the_person_the_same_days_whether_added_or_counted_anew)
{
    const std::vector<std::string> outcomes{"INFO_ONLY", "NOT_FOUND", "ENGAGED", "CASE_OPENED",
                                            "REFUSED"};
    const auto days = [&] {
        const auto document = get(giulia, "GET /api/people/persons/" + id("Samba"));
        std::string text;
        for (const char* field : {"first_contact_on", "last_contact_on", "engaged_on"}) {
            const auto day = document.root().member(field);
            text += (day.is_null() ? "never" : std::string(day.text())) + " ";
        }
        return text;
    };
    std::mt19937 random(7);
    add_person("Samba", R"("given_name":"Samba")");
    for (int number = 0; number < 40; ++number) {
        const auto name = "c" + std::to_string(number);
        const auto& outcome = outcomes[random() % outcomes.size()];
        const auto day = std::to_string(10 + random() % 14);
        ASSERT_EQ(record(giulia, name,
                         R"(,"person":")" + id("Samba") + R"(","outcome":")" + outcome + '"',
                         "2026-11-" + day + "T10:00:00Z"),
                  "201");
        const auto added = days();
        count_anew(name);
        ASSERT_EQ(days(), added) << outcome << " on the " << day;
    }
}

TEST_P(Contacts, belong_to_the_day_and_the_night_in_italy)
{
    const auto night = [&](const std::string& name) {
        const auto document = get(giulia, "GET " + contact(name));
        return std::string(document.root().member("day").text()) +
               (document.root().member("night").boolean() ? " night" : "");
    };
    record(giulia, "c1", "", "2026-11-22T20:59:00Z");
    record(giulia, "c2", "", "2026-11-22T21:00:00Z");
    record(giulia, "c3", "", "2026-11-22T23:30:00Z");
    record(giulia, "c4", "", "2026-11-23T05:00:00Z");
    record(giulia, "c5", "", "2026-07-22T22:30:00+02:00");
    EXPECT_EQ(night("c1"), "2026-11-22");
    EXPECT_EQ(night("c2"), "2026-11-22 night");
    EXPECT_EQ(night("c3"), "2026-11-23 night");
    EXPECT_EQ(night("c4"), "2026-11-23");
    EXPECT_EQ(night("c5"), "2026-07-22 night");
}

TEST_P(Contacts, keep_all_that_was_noted)
{
    EXPECT_EQ(record(giulia, "c1",
                     R"(,"place_note":"Binario 24","languages":["fr","wo","fr"],
                         "mediator_present":true,"nickname":"Baba","apparent_gender":"M",
                         "circumstances":["V17","V16"],"interventions":["PIS.KIT","ORI.SERV",
                         "PIS.KIT"],"note":"Torna giovedì.")"),
              "201");
    const auto document = get(omar, "GET " + contact("c1"));
    const auto found = document.root();
    EXPECT_EQ(found.member("place_note").text(), "Binario 24");
    EXPECT_EQ(found.member("languages").size(), 2u);
    EXPECT_TRUE(found.member("mediator_present").boolean());
    EXPECT_EQ(found.member("nickname").text(), "Baba");
    EXPECT_EQ(found.member("circumstances").at(1).text(), "V16");
    EXPECT_EQ(found.member("interventions").size(), 2u);
    EXPECT_EQ(found.member("note").text(), "Torna giovedì.");
    EXPECT_EQ(fact(intervention_facts), 2);

    static const store::Sql sealed(
        "select place_note, nickname, circumstances, note from outreach_contact");
    house_.store("roma").read([&](store::Transaction& transaction) {
        const auto rows = transaction.query(sealed);
        ASSERT_TRUE(rows->next());
        for (int column = 0; column < rows->columns(); ++column)
            EXPECT_TRUE(rows->text(column).starts_with("s1.")) << rows->text(column);
    });
}

TEST_P(Contacts, are_refused_in_the_future_long_ago_and_for_strangers)
{
    EXPECT_EQ(record(giulia, "c1", "", "2026-11-24T20:00:00Z"), "422 at in_the_future");
    EXPECT_EQ(record(giulia, "c1", "", "1970-01-01T00:00:00Z"), "422 at outreach.too_long_ago");
    EXPECT_EQ(record(giulia, "c1", R"(,"person":")" + id("nobody") + '"'), "404 core.not_found");
    EXPECT_EQ(record(giulia, "c1", R"(,"outing":")" + id("none") + '"'), "404 core.not_found");
    EXPECT_EQ(record(giulia, "c1", R"(,"outcome":"HAPPY","languages":["fr","xx"])"),
              "422 languages[1] unknown_code outcome unknown_code");
    EXPECT_EQ(fact(contact_facts), 0);
}

TEST_P(Contacts, of_an_outing_are_made_in_its_time)
{
    EXPECT_EQ(open_outing("o1"), "201");
    house_.now = parse_instant("2026-11-24T12:00:00Z").value();
    const auto of_outing = R"(,"outing":")" + id("o1") + '"';
    EXPECT_EQ(record(giulia, "c1", of_outing, "2026-11-23T08:00:00Z"), "201");
    EXPECT_EQ(record(giulia, "c2", of_outing, "2026-11-24T00:45:00Z"), "201");
    EXPECT_EQ(record(giulia, "c3", of_outing, "2026-11-24T02:00:00Z"),
              "422 at outreach.outside_outing");
    EXPECT_EQ(record(giulia, "c3", of_outing, "2026-11-22T20:00:00Z"),
              "422 at outreach.outside_outing");
    EXPECT_EQ(record(nina, "c3", of_outing), "404 core.not_found");
    EXPECT_EQ(items(giulia, "GET /api/outreach/contacts?outing=" + id("o1"), {"c1", "c2"}),
              "c2 c1");
}

TEST_P(Contacts, that_come_when_the_outing_is_closed_are_late)
{
    EXPECT_EQ(open_outing("o1"), "201");
    EXPECT_EQ(outcome(giulia, "POST /api/outreach/outings/" + id("o1") + "/close", "{}"), "200");
    EXPECT_EQ(record(giulia, "c1", R"(,"outing":")" + id("o1") + '"'), "201");
    const auto document = get(giulia, "GET " + contact("c1"));
    EXPECT_TRUE(document.root().member("late").boolean());
}

TEST_P(Contacts, are_seen_by_their_team_their_author_and_the_city)
{
    EXPECT_EQ(record(giulia, "c1"), "201");
    EXPECT_EQ(record(paola, "c2"), "201");
    const std::vector<std::string> names = {"c1", "c2"};
    const std::string list = "GET /api/outreach/contacts";
    EXPECT_EQ(items(omar, list, names), "c1");
    EXPECT_EQ(items(nina, list, names), "");
    EXPECT_EQ(items(paola, list, names), "c2");
    EXPECT_EQ(items(sara, list, names).size(), 5u);
    EXPECT_EQ(items(marco, list, names).size(), 5u);
    EXPECT_EQ(outcome(nina, "GET " + contact("c1")), "404 core.not_found");
    EXPECT_EQ(outcome(elena, "GET " + contact("c1")), "404 core.not_found");
    EXPECT_EQ(outcome(nina, "DELETE " + contact("c1")), "404 core.not_found");
}

TEST_P(Contacts, are_cancelled_and_restored_with_all_that_follows)
{
    EXPECT_EQ(add_person("amina", R"("given_name":"Amina")"), "201");
    EXPECT_EQ(record(giulia, "c1",
                     R"(,"outcome":"ENGAGED","interventions":["PIS.KIT"],"person":")" +
                         id("amina") + '"'),
              "201");
    EXPECT_EQ(of_person("amina", "engaged_on"), "2026-11-23");
    for (int twice = 0; twice < 2; ++twice)
        EXPECT_EQ(outcome(giulia, "DELETE " + contact("c1")), "200");
    EXPECT_EQ(of_person("amina", "engaged_on"), "");
    EXPECT_EQ(of_person("amina", "first_contact_on"), "");
    EXPECT_EQ(fact(contact_facts), 0);
    EXPECT_EQ(fact(intervention_facts), 0);
    EXPECT_EQ(outcome(giulia, "PUT " + contact("c1"),
                      R"({"at":"2026-11-23T20:00:00Z","setting":"PARK","district":"RM-I",
                          "outcome":"REFUSED"})"),
              "409 outreach.contact_cancelled");
    for (int twice = 0; twice < 2; ++twice)
        EXPECT_EQ(outcome(giulia, "POST " + contact("c1") + "/restore"), "200");
    EXPECT_EQ(of_person("amina", "engaged_on"), "2026-11-23");
    EXPECT_EQ(fact(contact_facts), 1);
    EXPECT_EQ(fact(intervention_facts), 1);
}

TEST_P(Contacts, are_changed_whole)
{
    EXPECT_EQ(add_person("amina", R"("given_name":"Amina")"), "201");
    EXPECT_EQ(add_person("fatou", R"("given_name":"Fatou")"), "201");
    EXPECT_EQ(
        record(giulia, "c1", R"(,"interventions":["PIS.KIT"],"person":")" + id("amina") + '"'),
        "201");
    EXPECT_EQ(outcome(omar, "PUT " + contact("c1"),
                      R"({"at":"2026-11-20T22:30:00Z","setting":"PARK","district":"RM-V",
                          "outcome":"ENGAGED","interventions":["ORI.SERV","MED.CULT"],"person":")" +
                          id("fatou") + "\"}"),
              "200");
    EXPECT_EQ(of_person("amina", "first_contact_on"), "");
    EXPECT_EQ(of_person("fatou", "first_contact_on"), "2026-11-20");
    EXPECT_EQ(of_person("fatou", "engaged_on"), "2026-11-20");
    EXPECT_EQ(fact(intervention_facts), 2);
    const auto document = get(giulia, "GET " + contact("c1"));
    EXPECT_EQ(document.root().member("setting").text(), "PARK");
    EXPECT_TRUE(document.root().member("night").boolean());
    EXPECT_EQ(document.root().member("recorded_by_name").text(), "giulia");
}

TEST_P(Contacts, that_found_nobody_are_no_contact_with_the_person)
{
    EXPECT_EQ(add_person("amina", R"("given_name":"Amina")"), "201");
    EXPECT_EQ(record(giulia, "c1", R"(,"outcome":"NOT_FOUND","person":")" + id("amina") + '"'),
              "201");
    EXPECT_EQ(of_person("amina", "first_contact_on"), "");
}

TEST_P(Contacts, are_listed_newest_first_by_pages_and_filters)
{
    const std::vector<std::string> names = {"c1", "c2", "c3", "c4", "c5"};
    EXPECT_EQ(add_person("amina", R"("given_name":"Amina")"), "201");
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(record(giulia, names[i], i % 2 == 0 ? "" : R"(,"person":")" + id("amina") + '"',
                         "2026-11-1" + std::to_string(i) + "T20:00:00Z"),
                  "201");
    const std::string list = "GET /api/outreach/contacts?";
    EXPECT_EQ(items(giulia, list + "limit=200", names), "c5 c4 c3 c2 c1");
    EXPECT_EQ(items(giulia, list + "unidentified=true", names), "c5 c3 c1");
    EXPECT_EQ(items(giulia, list + "person=" + id("amina"), names), "c4 c2");
    EXPECT_EQ(items(giulia, list + "day_from=2026-11-11&day_to=2026-11-12", names), "c3 c2");

    std::string pages;
    std::string after;
    for (int page = 0; page < 3; ++page) {
        const auto line = list + "limit=2" + (after.empty() ? "" : "&after=" + after);
        pages += items(giulia, line, names) + " | ";
        const auto document = get(giulia, line);
        const auto next = document.root().member("next");
        after = next.is_null() ? "" : std::string(next.text());
    }
    EXPECT_EQ(pages, "c5 c4 | c3 c2 | c1 | ");
    EXPECT_EQ(after, "");
    for (const char* wrong : {"abc", "1.", "1.x", ".01900000-0000-7000-8000-0000000d0001"})
        EXPECT_EQ(outcome(giulia, list + "after=" + wrong), "422 after outreach.unknown_cursor")
            << wrong;
    EXPECT_EQ(outcome(giulia, list + "limit=0"), "422 limit too_small");
    EXPECT_EQ(outcome(giulia, list + "limit=201"), "422 limit too_large");
    EXPECT_EQ(outcome(giulia, list + "unidentified=true&person=" + id("amina")),
              "422 unidentified outreach.not_with_person");
}

TEST_P(Contacts, of_merged_persons_are_one_history)
{
    EXPECT_EQ(add_person("amina", R"("given_name":"Amina")"), "201");
    EXPECT_EQ(add_person("amy", R"("nickname":"Amy")"), "201");
    record(giulia, "c1", R"(,"person":")" + id("amina") + '"', "2026-11-10T20:00:00Z");
    record(giulia, "c2", R"(,"person":")" + id("amy") + '"', "2026-11-11T20:00:00Z");
    record(giulia, "c3", R"(,"person":")" + id("amina") + '"', "2026-11-12T20:00:00Z");
    EXPECT_EQ(outcome(giulia, "POST /api/people/merges",
                      R"({"id":")" + id("m1") + R"(","kept":")" + id("amina") +
                          R"(","duplicate":")" + id("amy") + "\"}"),
              "201");
    const std::vector<std::string> names = {"c1", "c2", "c3"};
    for (const char* person : {"amina", "amy"}) {
        const auto line = "GET /api/outreach/persons/" + id(person) + "/history";
        EXPECT_EQ(items(giulia, line, names), "c3 c2 c1");
        EXPECT_EQ(items(giulia, line + "?limit=2", names), "c3 c2");
        const auto first = get(giulia, line + "?limit=2");
        EXPECT_EQ(items(giulia, line + "?after=" + std::string(first.root().member("next").text()),
                        names),
                  "c1");
    }
    EXPECT_EQ(of_person("amina", "last_contact_on"), "2026-11-12");
    EXPECT_EQ(outcome(giulia, "DELETE /api/people/merges/" + id("m1")), "200");
    EXPECT_EQ(items(giulia, "GET /api/outreach/persons/" + id("amy") + "/history", names), "c2");
    EXPECT_EQ(outcome(elena, "GET /api/outreach/persons/" + id("amy") + "/history"),
              "404 core.not_found");
}

// Where somebody was met speaks for who it is, to whom those contacts are shown.
TEST_P(Contacts, are_evidence_of_who_somebody_is)
{
    const auto met = [&](const core::Actor& actor, const std::string& team) {
        const auto response = house_.ask(
            actor, "POST /api/people/similar",
            R"({"given_name":"Samba","family_name":"Diatta","district":"RM-I","team":")" + team +
                R"("})");
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto items = document.root().member("items");
        std::string found = std::to_string(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto reasons = items.at(i).member("reasons");
            for (std::size_t j = 0; j < reasons.size(); ++j)
                if (const std::string code(reasons.at(j).member("code").text());
                    code.starts_with("met_"))
                    found += " " + code;
        }
        return found;
    };
    ASSERT_EQ(add_person("Samba", R"("given_name":"Samba","family_name":"Diatta")"), "201");
    EXPECT_EQ(met(giulia, "um1"), "1");
    const auto samba = R"(,"person":")" + id("Samba") + '"';
    EXPECT_EQ(record(giulia, "c1", samba), "201");
    EXPECT_EQ(met(giulia, "um1"), "1 met_same_area_and_team");
    EXPECT_EQ(met(marco, "um2"), "1 met_same_area");
    EXPECT_EQ(met(nina, "um2"), "1"); // of another unit
    // Read again from the store, it is the same.
    auto& place = *house_.house->find_place("roma");
    place.kept.clear();
    EXPECT_EQ(met(giulia, "um1"), "1 met_same_area_and_team");
    // A store of before is told when it is opened.
    place.store->write(
        [](store::Transaction& transaction) { transaction.execute(forget_meetings); });
    place.kept.clear();
    EXPECT_EQ(met(giulia, "um1"), "1");
    outreach::module().opened(*house_.house, place);
    place.kept.clear();
    EXPECT_EQ(met(giulia, "um1"), "1 met_same_area_and_team");
    // A contact that was a mistake says nothing any more, nor does one at which nobody was found.
    EXPECT_EQ(record(giulia, "c2", samba + R"(,"outcome":"NOT_FOUND")"), "201");
    EXPECT_EQ(outcome(giulia, "DELETE " + contact("c1")), "200");
    EXPECT_EQ(met(giulia, "um1"), "1");
    EXPECT_EQ(outcome(giulia, "POST " + contact("c1") + "/restore", "{}"), "200");
    EXPECT_EQ(met(giulia, "um1"), "1 met_same_area_and_team");
}

TEST_P(Contacts, sent_twice_are_one)
{
    const auto body = contact_body("c1", R"(,"nickname":"Baba")");
    const auto first = house_.ask(giulia, "POST /api/outreach/contacts", body);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(house_.ask(giulia, "POST /api/outreach/contacts", body).body, first.body);
    EXPECT_EQ(record(giulia, "c1"), "409 core.id_taken");
    EXPECT_EQ(fact(contact_facts), 1);
}

TEST_P(Contacts, with_people_only_seen_are_tallies)
{
    const auto tally = [&](const std::string& name, const std::string& numbers) {
        return outcome(giulia, "POST /api/outreach/tallies",
                       R"({"id":")" + id(name) +
                           R"(","at":"2026-11-23T20:30:00Z","setting":"PARK","district":"RM-I",)" +
                           numbers + "}");
    };
    EXPECT_EQ(tally("t1", R"("people_seen":12,"of_which_minors":2)"), "201");
    EXPECT_EQ(tally("t2", R"("people_seen":3,"of_which_minors":0,"note":"davanti alla mensa")"),
              "201");
    EXPECT_EQ(tally("t3", R"("people_seen":3,"of_which_minors":4)"),
              "422 of_which_minors outreach.more_minors_than_people");
    EXPECT_EQ(tally("t3", R"("people_seen":0)"), "422 people_seen too_small");
    EXPECT_EQ(items(omar, "GET /api/outreach/tallies", {"t1", "t2"}).size(), 5u);
    EXPECT_EQ(items(nina, "GET /api/outreach/tallies", {"t1", "t2"}), "");
    EXPECT_EQ(fact(tally_facts), 17);
    for (int twice = 0; twice < 2; ++twice)
        EXPECT_EQ(outcome(giulia, "DELETE /api/outreach/tallies/" + id("t1")), "200");
    EXPECT_EQ(outcome(nina, "DELETE /api/outreach/tallies/" + id("t2")), "404 core.not_found");
    EXPECT_EQ(fact(tally_facts), 3);
}

INSTANTIATE_TEST_SUITE_P(Both, Contacts, test_stores::both(), ::testing::PrintToStringParamName());
