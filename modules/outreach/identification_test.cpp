// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <random>
#include <set>

#include "outreach/testing.h"

using test_outreach::id;

namespace {

class Identifications : public test_outreach::Street {};

} // namespace

TEST_P(Identifications, give_contacts_a_person_and_type_nothing_twice)
{
    record(giulia, "c1",
           R"(,"nickname":"Baba","languages":["fr"],"apparent_gender":"M","outcome":"ENGAGED")",
           "2026-11-12T20:00:00Z");
    record(giulia, "c2", R"(,"nickname":"Il lungo","languages":["wo","fr"])",
           "2026-11-10T20:00:00Z");
    EXPECT_EQ(identify("i1", "c1", "Ousmane", R"(,"also":[")" + id("c2") + "\"]"), "201");

    const auto document = get(giulia, "GET /api/people/persons/" + id("Ousmane"));
    const auto person = document.root();
    EXPECT_EQ(person.member("given_name").text(), "Ousmane");
    EXPECT_EQ(person.member("nickname").text(), "Il lungo");
    EXPECT_EQ(person.member("aliases").at(0).text(), "Baba");
    EXPECT_EQ(person.member("gender").text(), "M");
    EXPECT_EQ(person.member("languages").size(), 2u);
    EXPECT_EQ(person.member("first_contact_on").text(), "2026-11-10");
    EXPECT_EQ(person.member("engaged_on").text(), "2026-11-12");

    const auto contact_document = get(giulia, "GET " + contact("c1"));
    const auto named = contact_document.root();
    EXPECT_EQ(named.member("identification").text(), id("i1"));
    EXPECT_EQ(named.member("identified_at").text(), "2026-11-23T21:15:00.000Z");
    EXPECT_EQ(named.member("person_card").member("name").text(), "Ousmane");
    EXPECT_EQ(
        items(giulia, "GET /api/outreach/persons/" + id("Ousmane") + "/history", {"c1", "c2"}),
        "c1 c2");
}

TEST_P(Identifications, are_undone_and_take_their_person_back)
{
    record(giulia, "c1", R"(,"nickname":"Baba","outcome":"ENGAGED")");
    const auto before = house_.ask(giulia, "GET " + contact("c1")).body;
    EXPECT_EQ(identify("i1", "c1", "Ousmane"), "201");
    for (int twice = 0; twice < 2; ++twice)
        EXPECT_EQ(undo_identification("i1"), "200");
    EXPECT_EQ(house_.ask(giulia, "GET " + contact("c1")).body, before);
    EXPECT_EQ(outcome(giulia, "GET /api/people/persons/" + id("Ousmane")), "404 core.not_found");
    EXPECT_EQ(items(giulia, "GET /api/outreach/contacts?unidentified=true", {"c1"}), "c1");
    EXPECT_EQ(house_.ask(giulia, "POST /api/people/search", R"({"text":"ousmane"})").body,
              R"({"items":[]})");
    EXPECT_EQ(identify("i2", "c1", "Ousmane B"), "201");
    EXPECT_EQ(undo_identification("none"), "404 core.not_found");
}

TEST_P(Identifications, with_a_known_person_leave_the_person_when_undone)
{
    add_person("amina", R"("given_name":"Amina")");
    record(giulia, "c1");
    const auto line = "POST " + contact("c1") + "/person";
    EXPECT_EQ(
        outcome(giulia, line, R"({"id":")" + id("i1") + R"(","person":")" + id("nobody") + "\"}"),
        "404 core.not_found");
    EXPECT_EQ(outcome(giulia, line, R"({"id":")" + id("i1") + "\"}"),
              "422 person outreach.person_or_new_person");
    EXPECT_EQ(
        outcome(giulia, line, R"({"id":")" + id("i1") + R"(","person":")" + id("amina") + "\"}"),
        "201");
    EXPECT_EQ(
        outcome(giulia, line, R"({"id":")" + id("i2") + R"(","person":")" + id("amina") + "\"}"),
        "409 outreach.contact_has_person");
    EXPECT_EQ(undo_identification("i1"), "200");
    EXPECT_EQ(of_person("amina", "first_contact_on"), "");
}

TEST_P(Identifications, show_the_faults_of_the_new_person_in_their_place)
{
    record(giulia, "c1");
    EXPECT_EQ(outcome(giulia, "POST " + contact("c1") + "/person",
                      R"({"id":")" + id("i1") + R"(","new_person":{"id":")" + id("p") +
                          R"(","birth_year":2030}})"),
              "422 new_person.birth_year in_the_future"
              " new_person.given_name people.nothing_to_recognise_by");
    EXPECT_EQ(outcome(giulia, "POST " + contact("c1") + "/person",
                      R"({"id":")" + id("i1") + R"(","new_person":{"id":")" + id("p") +
                          R"(","given_name":"A"},"also":[")" + id("none") + "\"]}"),
              "404 core.not_found");
    EXPECT_EQ(outcome(giulia, "GET /api/people/persons/" + id("p")), "404 core.not_found");
}

TEST_P(Identifications, are_not_undone_while_other_work_needs_the_person)
{
    record(giulia, "c1");
    EXPECT_EQ(identify("i1", "c1", "Ousmane"), "201");
    record(giulia, "c2", R"(,"person":")" + id("Ousmane") + '"');
    EXPECT_EQ(undo_identification("i1"), "409 outreach.person_in_use");
    EXPECT_EQ(outcome(giulia, "PUT " + contact("c2"),
                      R"({"at":"2026-11-23T20:00:00Z","setting":"PARK","district":"RM-I",
                          "outcome":"REFUSED"})"),
              "200");

    add_person("amina", R"("given_name":"Amina")");
    EXPECT_EQ(outcome(giulia, "POST /api/people/merges",
                      R"({"id":")" + id("m1") + R"(","kept":")" + id("amina") +
                          R"(","duplicate":")" + id("Ousmane") + "\"}"),
              "201");
    EXPECT_EQ(undo_identification("i1"), "409 people.person_in_use");
    EXPECT_EQ(of_person("Ousmane", "same_as"), id("amina"));
    EXPECT_EQ(outcome(giulia, "DELETE /api/people/merges/" + id("m1")), "200");
    EXPECT_EQ(undo_identification("i1"), "200");
}

TEST_P(Identifications, hold_when_a_phone_sends_its_own_copy_of_the_contact)
{
    record(giulia, "c1");
    EXPECT_EQ(identify("i1", "c1", "Ousmane"), "201");
    add_person("amina", R"("given_name":"Amina")");
    const std::string body = R"({"at":"2026-11-23T20:00:00Z","setting":"PARK","district":"RM-I",
                                 "outcome":"REFUSED")";
    EXPECT_EQ(outcome(giulia, "PUT " + contact("c1"), body + "}"), "200");
    const auto document = get(giulia, "GET " + contact("c1"));
    EXPECT_EQ(document.root().member("person").text(), id("Ousmane"));
    EXPECT_EQ(
        outcome(giulia, "PUT " + contact("c1"), body + R"(,"person":")" + id("amina") + "\"}"),
        "409 outreach.contact_identified");
}

TEST_P(Identifications, are_for_those_who_see_the_contacts)
{
    record(giulia, "c1");
    EXPECT_EQ(outcome(nina, "POST " + contact("c1") + "/person",
                      R"({"id":")" + id("i1") + R"(","new_person":{"id":")" + id("p") +
                          R"(","given_name":"A"}})"),
              "404 core.not_found");
    EXPECT_EQ(identify("i1", "c1", "Ousmane"), "201");
    EXPECT_EQ(outcome(nina, "DELETE /api/outreach/identifications/" + id("i1")),
              "404 core.not_found");
}

TEST_P(Identifications, and_marks_date_the_engagement)
{
    add_person("amina", R"("given_name":"Amina")");
    const auto line = " /api/outreach/persons/" + id("amina") + "/engagement";
    EXPECT_EQ(outcome(giulia, "DELETE" + line), "200");
    EXPECT_EQ(outcome(giulia, "POST" + line, R"({"on":"2026-11-24"})"), "422 on in_the_future");
    EXPECT_EQ(outcome(giulia, "POST" + line, R"({"on":"2026-11-20"})"), "200");
    EXPECT_EQ(outcome(giulia, "POST" + line, R"({"on":"2026-11-21"})"), "200");
    EXPECT_EQ(of_person("amina", "engaged_on"), "2026-11-21");
    record(giulia, "c1", R"(,"outcome":"ENGAGED","person":")" + id("amina") + '"',
           "2026-11-18T20:00:00Z");
    EXPECT_EQ(of_person("amina", "engaged_on"), "2026-11-18");
    EXPECT_EQ(outcome(giulia, "DELETE" + line), "200");
    EXPECT_EQ(of_person("amina", "engaged_on"), "2026-11-18");
    EXPECT_EQ(outcome(giulia, "DELETE" + line), "409 outreach.engaged_by_work");
    EXPECT_EQ(outcome(giulia, "POST" + line, R"({"on":"2026-11-19"})"),
              "409 outreach.already_engaged");
    EXPECT_EQ(outcome(giulia, "DELETE " + contact("c1")), "200");
    EXPECT_EQ(of_person("amina", "engaged_on"), "");
    EXPECT_EQ(outcome(elena, "POST" + line, R"({"on":"2026-11-19"})"), "404 core.not_found");
}

// ---- any sequence

namespace {

// What a patient clerk would keep on paper.
struct Paper {
    struct Contact {
        Date day;
        bool engaged = false;
        bool cancelled = false;
        std::string person; // "" while unnamed
        std::string identification;
    };
    std::map<std::string, Contact> contacts;
    std::map<std::string, std::string> made;   // standing identification: the person made by it
    std::map<std::string, std::string> links;  // duplicate: the one kept
    std::map<std::string, std::string> merges; // duplicate: the merge

    std::string root(std::string person) const
    {
        while (links.contains(person))
            person = links.at(person);
        return person;
    }

    std::set<std::string> persons() const
    {
        std::set<std::string> all;
        for (const auto& [identification, person] : made)
            all.insert(person);
        return all;
    }

    // NET-02: distinct people in contacts, merged ones once.
    std::size_t reached() const
    {
        std::set<std::string> roots;
        for (const auto& [name, one] : contacts)
            if (!one.cancelled && !one.person.empty())
                roots.insert(root(one.person));
        return roots.size();
    }

    std::string first_day(const std::string& person) const
    {
        return earliest(person, [](const Contact&) { return true; });
    }
    std::string engaged_day(const std::string& person) const
    {
        return earliest(person, [](const Contact& one) { return one.engaged; });
    }

    template <class Fits> std::string earliest(const std::string& person, Fits fits) const
    {
        std::optional<Date> first;
        for (const auto& [name, one] : contacts)
            if (!one.cancelled && !one.person.empty() && root(one.person) == root(person) &&
                fits(one) && (!first || one.day < *first))
                first = one.day;
        return first ? to_string(*first) : "";
    }
};

} // namespace

class AnySequence : public test_outreach::Street {
protected:
    static constexpr int contacts_count = 8;

    std::string pick(const std::set<std::string>& names)
    {
        auto one = names.begin();
        std::advance(one, static_cast<long>(dice_() % names.size()));
        return *one;
    }

    void name_a_contact(int step)
    {
        const auto contact_name = "c" + std::to_string(dice_() % contacts_count);
        auto& one = paper_.contacts.at(contact_name);
        const auto identification = "i" + std::to_string(step);
        const auto person = "p" + std::to_string(step);
        const auto expected = one.cancelled         ? "409 outreach.contact_cancelled"
                              : !one.person.empty() ? "409 outreach.contact_has_person"
                                                    : "201";
        const auto made = R"({"id":")" + id(identification) + R"(","new_person":{"id":")" +
                          id(person) + R"(","nickname":"Nome )" + person + R"("}})";
        ASSERT_EQ(outcome(giulia, "POST " + contact(contact_name) + "/person", made), expected);
        if (std::string(expected) != "201")
            return;
        one.person = person;
        one.identification = identification;
        paper_.made[identification] = person;
    }

    void undo_a_name()
    {
        if (paper_.made.empty())
            return;
        auto chosen = paper_.made.begin();
        std::advance(chosen, static_cast<long>(dice_() % paper_.made.size()));
        const auto [identification, person] = *chosen;
        bool merged = paper_.links.contains(person);
        for (const auto& [duplicate, kept] : paper_.links)
            merged |= kept == person;
        ASSERT_EQ(undo_identification(identification), merged ? "409 people.person_in_use" : "200");
        if (merged)
            return;
        paper_.made.erase(identification);
        for (auto& [name, one] : paper_.contacts)
            if (one.identification == identification) {
                one.person.clear();
                one.identification.clear();
            }
    }

    void merge_two(int step)
    {
        const auto persons = paper_.persons();
        if (persons.size() < 2)
            return;
        const auto kept = pick(persons);
        const auto duplicate = pick(persons);
        const bool same = paper_.root(kept) == paper_.root(duplicate);
        const auto expected = same                               ? "409 people.already_the_same"
                              : paper_.links.contains(duplicate) ? "409 people.already_merged"
                                                                 : "201";
        const auto merge = "m" + std::to_string(step);
        ASSERT_EQ(outcome(giulia, "POST /api/people/merges",
                          R"({"id":")" + id(merge) + R"(","kept":")" + id(kept) +
                              R"(","duplicate":")" + id(duplicate) + "\"}"),
                  expected);
        if (std::string(expected) != "201")
            return;
        paper_.links[duplicate] = kept;
        paper_.merges[duplicate] = merge;
    }

    void undo_a_merge()
    {
        if (paper_.merges.empty())
            return;
        auto chosen = paper_.merges.begin();
        std::advance(chosen, static_cast<long>(dice_() % paper_.merges.size()));
        ASSERT_EQ(outcome(giulia, "DELETE /api/people/merges/" + id(chosen->second)), "200");
        paper_.links.erase(chosen->first);
        paper_.merges.erase(chosen);
    }

    void cancel_or_restore()
    {
        const auto name = "c" + std::to_string(dice_() % contacts_count);
        auto& one = paper_.contacts.at(name);
        ASSERT_EQ(outcome(giulia, one.cancelled ? "POST " + contact(name) + "/restore"
                                                : "DELETE " + contact(name)),
                  "200");
        one.cancelled = !one.cancelled;
    }

    void compare()
    {
        static const store::Sql reached(
            "select count(distinct p.canonical_key) from outreach_fact_contact c"
            " join people_fact_person p on p.person_key = c.person_key");
        static const store::Sql counted("select count(*) from outreach_fact_contact");
        std::size_t standing = 0;
        for (const auto& [name, one] : paper_.contacts)
            standing += one.cancelled ? 0 : 1;
        house_.store("roma").read([&](store::Transaction& transaction) {
            ASSERT_EQ(transaction.number(reached), static_cast<int>(paper_.reached()));
            ASSERT_EQ(transaction.number(counted), static_cast<int>(standing));
        });
        for (const auto& person : paper_.persons())
            if (paper_.root(person) == person) {
                ASSERT_EQ(of_person(person, "first_contact_on"), paper_.first_day(person));
                ASSERT_EQ(of_person(person, "engaged_on"), paper_.engaged_day(person));
            }
    }

    std::mt19937 dice_{0};
    Paper paper_;
};

TEST_P(AnySequence, leaves_the_history_complete_and_counts_people_once)
{
    for (const unsigned seed : {11U, 12U, 13U}) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        dice_.seed(seed);
        for (int i = 0; i < contacts_count && seed == 11U; ++i) {
            const auto name = "c" + std::to_string(i);
            const auto day = make_date(2026, 11, 10 + i);
            const bool engaged = i % 3 == 0;
            ASSERT_EQ(record(giulia, name, engaged ? R"(,"outcome":"ENGAGED")" : "",
                             to_string(day) + "T20:00:00Z"),
                      "201");
            paper_.contacts[name] = {day, engaged, false, "", ""};
        }
        for (int step = 0; step < 60; ++step) {
            const int number = static_cast<int>(seed) * 1000 + step;
            switch (dice_() % 6) {
            case 0:
            case 1:
                name_a_contact(number);
                break;
            case 2:
                undo_a_name();
                break;
            case 3:
                merge_two(number);
                break;
            case 4:
                undo_a_merge();
                break;
            default:
                cancel_or_restore();
            }
            if (HasFatalFailure())
                return;
            compare();
            if (HasFatalFailure())
                return;
        }
    }
    // Undone to the last step, everything is as it was in the beginning.
    while (!paper_.merges.empty())
        undo_a_merge();
    while (!paper_.made.empty())
        undo_a_name();
    for (const auto& [name, one] : paper_.contacts) {
        const auto document = get(giulia, "GET " + contact(name));
        EXPECT_TRUE(document.root().member("person").is_null());
    }
    EXPECT_EQ(house_.ask(giulia, "POST /api/people/search", "{}").body, R"({"items":[]})");
}

INSTANTIATE_TEST_SUITE_P(Both, Identifications, test_stores::both(),
                         ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Both, AnySequence, test_stores::both(),
                         ::testing::PrintToStringParamName());
