// SPDX-License-Identifier: EUPL-1.2
// What was kept aside, and the pictures, on both databases.
#include <gtest/gtest.h>

#include "base/picture.h"
#include "openrosa/testing.h"

using test_openrosa::File;
using test_openrosa::first;
using test_openrosa::Phones;
using test_openrosa::png;

namespace {

const std::string first_id = std::string(first).substr(5);
const std::string place = "/api/openrosa/asides/" + first_id;
using Reasons = std::vector<std::string>;

class KeptAside : public Phones {
protected:
    // "question: value / error" of the answers that have either.
    std::vector<std::string> shown()
    {
        const auto document = ask(marco, "GET " + place);
        const auto answers = document.root().member("answers");
        const auto text = [](JsonView view) {
            return view.is_null() ? std::string() : std::string(view.text());
        };
        std::vector<std::string> found;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const auto value = text(answers.at(i).member("value"));
            const auto error = text(answers.at(i).member("error"));
            if (!error.empty())
                found.push_back(text(answers.at(i).member("question")) + ": " + value);
        }
        return found;
    }

    const std::string ahead = answers("<note>ecco</note>", "2026-11-23T23:15:00.000+01:00");
};
class Pictures : public Phones {
protected:
    static std::string with_photo(const std::string& name)
    {
        return contact(first, answers("<place_photo>" + name + "</place_photo>"));
    }

    // The types of the pictures of the newest submission, and how many are missing.
    std::string received()
    {
        const auto document = ask(marco, "GET /api/openrosa/received");
        const auto newest = document.root().member("items").at(0);
        std::string found;
        const auto pictures = newest.member("pictures");
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            const auto response =
                house->ask(marco, test_house::request("GET /api/openrosa/pictures/" +
                                                      std::string(pictures.at(i).text())));
            EXPECT_EQ(response.status, 200);
            found += response.content_type + " ";
        }
        return found + std::to_string(newest.member("pictures_missing").integer());
    }
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, KeptAside, test_stores::both(), ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Both, Pictures, test_stores::both(), ::testing::PrintToStringParamName());

TEST_P(KeptAside, is_shown_with_what_is_wrong_today)
{
    send(contact(first, "<at>2026-11-23T23:15:00+01:00</at><district>RM-0</district>"
                        "<shoe_size>42</shoe_size><setting>STATION</setting>"));
    EXPECT_EQ(shown(), (Reasons{"at: 2026-11-23T23:15:00+01:00", "district: RM-0",
                                "outcome: ", "shoe_size: 42"}));
    now = now.plus_seconds(3600);
    EXPECT_EQ(shown(), (Reasons{"district: RM-0", "outcome: ", "shoe_size: 42"}));
}

TEST_P(KeptAside, is_recorded_as_it_is_once_it_fits_in_the_name_of_who_sent_it)
{
    send(contact(first, ahead));
    const auto refused = house->ask(marco, test_house::request("POST " + place + "/record", "{}"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(asides().size(), 1U);

    now = now.plus_seconds(3600);
    const auto document = ask(marco, "POST " + place + "/record", "{}");
    EXPECT_EQ(document.root().member("state").text(), "recorded");
    EXPECT_EQ(document.root().member("thing").text(), first_id);
    const auto contact = ask(marco, "GET /api/outreach/contacts/" + first_id);
    EXPECT_EQ(contact.root().member("recorded_by_name").text(), "giulia");
    EXPECT_EQ(contact.root().member("team").text(), "um1");
    // Asked twice, and sent once more by the phone: it stays one.
    ask(marco, "POST " + place + "/record", "{}");
    EXPECT_EQ(said(send(Phones::contact(first, ahead))), "201 submit_success");
    EXPECT_EQ(contacts(), 1U);
    EXPECT_TRUE(ask(marco, "GET " + place).root().member("answers").size() == 0U);
}

TEST_P(KeptAside, is_recorded_with_what_was_corrected)
{
    send(contact(first, answers("<note>ecco</note><shoe_size>42</shoe_size>")));
    ask(marco, "POST " + place + "/record",
        R"({"answers": [{"question": "note", "value": "ecco, scarpe 42"},)"
        R"({"question": "languages"}]})");
    EXPECT_EQ(note_of_contact(first_id), "ecco, scarpe 42");
    const auto contact = ask(marco, "GET /api/outreach/contacts/" + first_id);
    EXPECT_EQ(contact.root().member("languages").size(), 0U);
    const auto wrong = house->ask(
        marco, test_house::request("POST " + place + "/record",
                                   R"({"answers": [{"question": "shoe_size", "value": "1"}]})"));
    EXPECT_EQ(wrong.status, 200); // it is recorded already
}

TEST_P(KeptAside, that_was_cut_shows_what_came_and_can_be_completed)
{
    const auto whole = contact(first);
    send(whole.substr(0, whole.find("<languages>")));
    const auto document = ask(marco, "GET " + place);
    EXPECT_FALSE(document.root().member("xml").is_null());
    EXPECT_TRUE(document.root().member("recordable").boolean());
    EXPECT_EQ(shown(), (Reasons{"outcome: "}));
    ask(marco, "POST " + place + "/record",
        R"({"answers": [{"question": "outcome", "value": "INFO_ONLY"}]})");
    EXPECT_EQ(note_of_contact(first_id), "none");
    // The phone tries the same again, and may now forget it.
    EXPECT_EQ(said(send(whole.substr(0, whole.find("<languages>")))), "201 submit_success");
    // The whole one is another now.
    EXPECT_EQ(said(send(whole)), "409 error");
}

TEST_P(KeptAside, is_dismissed_and_taken_back)
{
    send(contact(first, ahead));
    EXPECT_EQ(ask(marco, "DELETE " + place).root().member("state").text(), "dismissed");
    EXPECT_EQ(asides(), Reasons{});
    EXPECT_EQ(asides("dismissed").size(), 1U);
    EXPECT_EQ(said(send(contact(first, ahead))), "201 submit_success"); // and the phone forgets
    ask(marco, "POST " + place + "/record", "{}", 409);
    EXPECT_EQ(ask(marco, "POST " + place + "/restore").root().member("state").text(), "waiting");
    EXPECT_EQ(asides().size(), 1U);
}

TEST_P(KeptAside, that_was_dismissed_long_ago_is_deleted)
{
    send(contact(first, ahead), {});
    ask(marco, "DELETE " + place);
    now = now.plus_seconds(91 * 86'400);
    send(contact("uuid:other", "<at>x</at>"));
    EXPECT_EQ(asides("dismissed").size(), 0U);
    ask(marco, "GET " + place, "", 404);
}

TEST_P(KeptAside, of_an_unknown_form_can_be_read_but_not_recorded)
{
    send(contact(first, answers(), "", "no-such-form"));
    const auto document = ask(marco, "GET " + place);
    EXPECT_FALSE(document.root().member("recordable").boolean());
    EXPECT_EQ(document.root().member("answers").size(), 6U);
    ask(marco, "POST " + place + "/record", "{}", 409);
}

TEST_P(KeptAside, is_for_who_coordinates_the_city)
{
    send(contact(first, ahead));
    for (const auto* line : {"GET /api/openrosa/asides", "GET /api/openrosa/received"})
        ask(giulia, line, "", 404);
    ask(giulia, "GET " + place, "", 404);
    auto carlo = test_house::actor("carlo@milano", core::city_coordinator);
    ask(carlo, "GET " + place, "", 404);
}

TEST_P(Pictures, are_drawn_anew_and_come_with_the_form_or_later)
{
    EXPECT_EQ(said(send(with_photo("1.jpg"), {{"1.jpg", png()}, {"stray.jpg", png()}})),
              "201 submit_success");
    EXPECT_EQ(received(), "image/jpeg 0");
    EXPECT_EQ(said(send(with_photo("1.jpg"), {{"1.jpg", png()}})), "201 submit_success");
    EXPECT_EQ(received(), "image/jpeg 0");
}

TEST_P(Pictures, may_be_sent_after_their_form)
{
    EXPECT_EQ(said(send(with_photo("fot\xc3\xb2.jpg"))), "201 submit_success");
    EXPECT_EQ(received(), "1");
    EXPECT_EQ(said(send(with_photo("fot\xc3\xb2.jpg"), {{"fot\xc3\xb2.jpg", png()}})),
              "201 submit_success");
    EXPECT_EQ(received(), "image/jpeg 0");
}

TEST_P(Pictures, that_are_none_are_kept_as_a_file_until_a_picture_comes)
{
    EXPECT_EQ(said(send(with_photo("1.jpg"), {{"1.jpg", "no picture"}})), "201 submit_success");
    EXPECT_EQ(received(), "application/octet-stream 0");
    EXPECT_EQ(said(send(with_photo("1.jpg"), {{"1.jpg", png()}})), "201 submit_success");
    EXPECT_EQ(received(), "image/jpeg 0");
}

TEST_P(Pictures, of_what_is_kept_aside_are_kept_with_it)
{
    const auto ahead = answers("<place_photo>1.jpg</place_photo>", "2026-11-23T23:15:00+01:00");
    send(contact(first, ahead), {{"1.jpg", png()}});
    EXPECT_EQ(ask(marco, "GET " + place).root().member("pictures").size(), 1U);
    now = now.plus_seconds(3600);
    ask(marco, "POST " + place + "/record", "{}");
    EXPECT_EQ(received(), "image/jpeg 0");
}

TEST_P(Pictures, are_sealed_in_the_store)
{
    send(with_photo("1.jpg"), {{"1.jpg", "the secret of the place"}});
    send(contact("uuid:x", "<note>the secret of the place</note>"));
    static const store::Sql kept("select bytes from openrosa_attachment union all"
                                 " select xml from openrosa_aside");
    roma().read([&](store::Transaction& transaction) {
        const auto rows = transaction.query(kept);
        int count = 0;
        while (rows->next()) {
            ++count;
            EXPECT_EQ(std::string(rows->text(0)).find("secret"), std::string::npos);
            EXPECT_TRUE(rows->text(0).starts_with("s1."));
        }
        EXPECT_EQ(count, 2);
    });
}
