// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "people/match/match.h"
#include "people/testing.h"

using test_people::id;

namespace {

class Persons : public test_people::Team {};

} // namespace

TEST_P(Persons, are_added_and_read_again)
{
    EXPECT_EQ(add("amina", R"("given_name":"Amina","family_name":"Diallo","aliases":["Amy"],
                  "gender":"F","birth_date":"1998-03-14","citizenship":"SN","languages":["fr","wo"],
                  "phone":"+39 000 0000001","notes":"Parla piano.",
                  "identifiers":[{"kind":"stp","value":"stp 120 101 0000001",
                                  "expires_on":"2027-01-31"}])"),
              "201");
    const auto document = get("amina");
    const auto person = document.root();
    EXPECT_EQ(person.member("number").text(), "RM-000001");
    EXPECT_EQ(person.member("given_name").text(), "Amina");
    EXPECT_EQ(person.member("aliases").at(0).text(), "Amy");
    EXPECT_EQ(person.member("birth_date").text(), "1998-03-14");
    EXPECT_EQ(person.member("birth_year").integer(), 1998);
    EXPECT_FALSE(person.member("birth_year_estimated").boolean());
    EXPECT_EQ(person.member("languages").size(), 2u);
    EXPECT_EQ(person.member("notes").text(), "Parla piano.");
    EXPECT_EQ(person.member("identifiers").at(0).member("value").text(), "STP1201010000001");
    EXPECT_EQ(person.member("identifiers").at(0).member("expires_on").text(), "2027-01-31");
    EXPECT_TRUE(person.member("engaged_on").is_null());
    EXPECT_TRUE(person.member("same_as").is_null());
}

// The second time, whoever asks is told of themselves as very likely known: that is no refusal.
TEST_P(Persons, are_added_once_however_often_a_phone_sends_them)
{
    const auto amina = R"("given_name":"Amina","family_name":"Diallo","birth_date":"1998-03-14",
                          "identifiers":[{"kind":"stp","value":"STP1201010000001"}])";
    for (int time = 0; time < 3; ++time)
        EXPECT_EQ(add("amina", amina), "201");
    EXPECT_EQ(add("another", amina), "409 people.very_likely_known");
    EXPECT_EQ(search("Diallo"), "Amina Diallo");
    EXPECT_EQ(get("amina").root().member("number").text(), "RM-000001");
}

TEST_P(Persons, need_nothing_but_a_way_to_find_them_again)
{
    EXPECT_EQ(add("baba", R"("nickname":"Baba")"), "201");
    EXPECT_EQ(add("paper", R"("identifiers":[{"kind":"other","value":"tessera 12"}])"), "201");
    EXPECT_EQ(add("nobody", R"("gender":"M","citizenship":"ML")"),
              "422 given_name people.nothing_to_recognise_by");
    EXPECT_EQ(get("baba").root().member("gender").text(), "U");
}

TEST_P(Persons, are_refused_with_every_fault_at_once)
{
    EXPECT_EQ(add("amina", R"("given_name":"Amina","birth_date":"1998-03-14","birth_year":1997,
                  "identifiers":[{"kind":"passport","value":"A1"},
                                 {"kind":"codice_fiscale","value":"RSSMRA85T10A562T"}])"),
              "422 birth_year people.birth_year_differs"
              " identifiers[1].value people.codice_fiscale_check");
    EXPECT_EQ(add("amina", R"("given_name":"Amina","birth_year":2027)"),
              "422 birth_year in_the_future");
    EXPECT_EQ(add("amina", R"("given_name":"Amina","birth_date":"2026-11-24")"),
              "422 birth_date in_the_future");
    EXPECT_EQ(add("amina", R"("given_name":"Amina","birth_date":"1899-12-31")"),
              "422 birth_date people.born_too_long_ago");
    EXPECT_EQ(add("amina", R"("given_name":"Amina","citizenship":"QQ","gender":"D")"),
              "422 gender unknown_code citizenship unknown_code");
    EXPECT_EQ(outcome(ask("GET /api/people/persons/" + id("amina"))), "404 core.not_found");
}

TEST_P(Persons, have_numbers_in_the_order_in_which_they_came)
{
    EXPECT_EQ(add("a", R"("nickname":"Uno")"), "201");
    EXPECT_EQ(add("b", R"("nickname":"Due")"), "201");
    EXPECT_EQ(get("b").root().member("number").text(), "RM-000002");
    EXPECT_EQ(search("RM-2"), "Due");
    EXPECT_EQ(search("rm 000002"), "Due");
    EXPECT_EQ(search("2"), "Due");
    EXPECT_EQ(search("MI-2"), "");
}

TEST_P(Persons, of_another_city_are_not_there)
{
    EXPECT_EQ(add("amina", R"("given_name":"Amina","family_name":"Diallo")"), "201");
    const auto line = "GET /api/people/persons/" + id("amina");
    EXPECT_EQ(outcome(house_.ask(elena, line)), "404 core.not_found");
    EXPECT_EQ(outcome(house_.ask(bruno, line)), "404 core.not_found");
    EXPECT_EQ(house_.ask(elena, "POST /api/people/search", R"({"text":"amina"})").body,
              R"({"items":[]})");
}

TEST_P(Persons, are_changed_whole_and_found_by_what_they_are_called_now)
{
    EXPECT_EQ(add("amina", R"("given_name":"Amina","notes":"prima",
                  "identifiers":[{"kind":"passport","value":"YA12345"}])"),
              "201");
    EXPECT_EQ(outcome(ask("PUT /api/people/persons/" + id("amina"),
                          R"({"given_name":"Fatou","birth_year":1990,"birth_year_estimated":true,
                              "identifiers":[{"kind":"passport","value":"YA12345",
                                              "expires_on":"2030-01-01"}]})")),
              "200");
    const auto document = get("amina");
    EXPECT_EQ(document.root().member("given_name").text(), "Fatou");
    EXPECT_TRUE(document.root().member("notes").is_null());
    EXPECT_TRUE(document.root().member("birth_year_estimated").boolean());
    EXPECT_EQ(document.root().member("identifiers").size(), 1u);
    EXPECT_EQ(search("amina"), "");
    EXPECT_EQ(search("fatu"), "Fatou");
    EXPECT_EQ(search("ya 12345"), "Fatou");
}

TEST_P(Persons, are_found_by_beginnings_sounds_order_nickname_and_phone)
{
    add("a", R"("given_name":"Mamadou","family_name":"Diallo","phone":"+39 000 0000001")");
    add("b", R"("given_name":"Youssef","family_name":"El Amrani","nickname":"Jo")");
    add("c", R"("given_name":"Youssouf","family_name":"Sow")");
    EXPECT_EQ(search("diallo mamadou"), "Mamadou Diallo");
    EXPECT_EQ(search("mam dia"), "Mamadou Diallo");
    EXPECT_EQ(search("yusuf"), "Youssouf Sow; Youssef El Amrani");
    EXPECT_EQ(search("yusuf amrani"), "Youssef El Amrani");
    EXPECT_EQ(search("يوسف"), "Youssouf Sow; Youssef El Amrani");
    EXPECT_EQ(search("jo"), "Youssef El Amrani");
    EXPECT_EQ(search("000 0000001"), "Mamadou Diallo");
    EXPECT_EQ(search("zz"), "");
    EXPECT_EQ(search("%' or 1=1"), "");
    EXPECT_EQ(search("…"), "");
}

TEST_P(Persons, last_added_are_shown_when_nothing_is_asked)
{
    add("a", R"("nickname":"Uno")");
    add("b", R"("nickname":"Due")");
    const auto response = ask("POST /api/people/search", R"({"limit":1})");
    const auto document = JsonDocument::parse(response.body);
    ASSERT_EQ(document.root().member("items").size(), 1u);
    EXPECT_EQ(document.root().member("items").at(0).member("name").text(), "Due");
}

TEST_P(Persons, who_are_similar_are_shown_with_the_reasons)
{
    add("a", R"("given_name":"Mamadou","family_name":"Diallo","birth_year":1998,
                "birth_year_estimated":true,"citizenship":"GN","gender":"M")");
    add("b", R"("given_name":"Svetlana","family_name":"Bondarenko","gender":"F")");
    EXPECT_EQ(similar(R"({"given_name":"Mamadu","family_name":"Dialo","birth_year":1999,
                          "birth_year_estimated":true,"citizenship":"GN"})"),
              "Mamadou Diallo likely same_citizenship given_name_kin family_name_kin"
              " birth_year_near");
    EXPECT_EQ(similar(R"({"given_name":"Diallo","family_name":"Mamadou"})"),
              "Mamadou Diallo likely given_name_same family_name_same names_swapped");
    EXPECT_EQ(similar(R"({"given_name":"Mamadou","family_name":"Diallo","birth_year":1970,
                          "citizenship":"BD","gender":"F"})"),
              "");
    EXPECT_EQ(similar("{}"), "");
    EXPECT_EQ(similar(R"({"given_name":"Samba","family_name":"Diatta","birth_year":1999,
                          "gender":"M","citizenship":"SN"})"),
              "")
        << "of a country and an age are many";
}

TEST_P(Persons, very_likely_known_are_not_added_unseen)
{
    add("a", R"("given_name":"Amina","family_name":"Sow","birth_date":"1998-03-14")");
    const std::string again = R"("given_name":"Aminah","family_name":"Sow",
                                 "birth_date":"1998-03-14")";
    EXPECT_EQ(similar("{" + again + "}").substr(0, 22), "Amina Sow very_likely ");
    EXPECT_EQ(add("b", again), "409 people.very_likely_known");
    EXPECT_EQ(add("b", again + R"(,"similar_seen":[")" + id("nobody") + "\"]"),
              "409 people.very_likely_known");
    EXPECT_EQ(add("b", again + R"(,"similar_seen":[")" + id("a") + "\"]"), "201");
    EXPECT_EQ(search("amina sow"), "Amina Sow; Aminah Sow");
}

TEST_P(Persons, with_the_same_identifier_are_very_likely_the_same)
{
    add("a", R"("nickname":"Baba","identifiers":[{"kind":"passport","value":"YA-123 456"}])");
    EXPECT_EQ(add("b", R"("given_name":"Ousmane",
                          "identifiers":[{"kind":"permit","value":"ya123456"}])"),
              "409 people.very_likely_known");
}

TEST_P(Persons, twice_in_one_breath_are_still_one_answer)
{
    const std::string body = R"({"id":")" + id("a") + R"(","nickname":"Uno"})";
    const auto first = ask("POST /api/people/persons", body);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(ask("POST /api/people/persons", body).body, first.body);
    EXPECT_EQ(add("a", R"("nickname":"Due")"), "409 core.id_taken");
}

TEST_P(Persons, keep_nothing_in_clear_that_says_who_they_are)
{
    add("a", R"("given_name":"Aminata","family_name":"Ceesay","nickname":"Mimi",
                "aliases":["Amy C"],"birth_date":"1998-03-14","phone":"+39 000 0000001",
                "notes":"dorme in stazione",
                "identifiers":[{"kind":"passport","value":"YA98765"}])");
    static const store::Sql persons(
        "select given_name, family_name, nickname, aliases, birth_date, phone, notes"
        " from people_person");
    static const store::Sql identifiers("select value from people_identifier");
    house_.store("roma").read([&](store::Transaction& transaction) {
        for (const auto* sql : {&persons, &identifiers}) {
            const auto rows = transaction.query(*sql);
            ASSERT_TRUE(rows->next());
            for (int column = 0; column < rows->columns(); ++column)
                EXPECT_TRUE(rows->text(column).starts_with("s1.")) << rows->text(column);
        }
    });
}

TEST_P(Persons, are_journaled_when_they_are_read)
{
    add("a", R"("nickname":"Uno")");
    get("a");
    static const store::Sql lines("select purpose from core_journal"
                                  " where act = 'people.get_person' and person = $1");
    house_.store("roma").read([&](store::Transaction& transaction) {
        const auto rows = transaction.query(lines, id("a"));
        ASSERT_TRUE(rows->next());
        EXPECT_EQ(rows->text(0), "care");
        EXPECT_FALSE(rows->next());
    });
    EXPECT_EQ(outcome(house_.ask(giulia, "GET /api/people/persons/" + id("a"), "", "")),
              "400 core.purpose_missing");
}

// By places of their own: what is compared in the city besides is not for the count.
TEST_P(Persons, are_written_for_the_count_with_gender_citizenship_and_telephone)
{
    add("a", R"("given_name":"Amina","gender":"F","citizenship":"SN","languages":["fr","wo"],)"
             R"("phone":"+39 333 1234567")");
    auto& place = *house_.house->find_place("roma");
    house_.store("roma").read([&](store::Transaction& transaction) {
        core::Context context(*house_.house, transaction, place.kept, giulia, {}, house_.now);
        int seen = 0;
        people::each_written(context, context.today(), context.today(), [&](const auto& person) {
            ++seen;
            EXPECT_EQ(person.writings.front().values,
                      (std::vector<std::string>{"F", "SN", "3331234567"}));
        });
        EXPECT_EQ(seen, 1);
    });
}

INSTANTIATE_TEST_SUITE_P(Both, Persons, test_stores::both(), ::testing::PrintToStringParamName());
