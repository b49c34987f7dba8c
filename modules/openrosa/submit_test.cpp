// SPDX-License-Identifier: EUPL-1.2
// What phones are told, on both databases.
#include <gtest/gtest.h>

#include <future>

#include "core/rows.h"
#include "openrosa/testing.h"

using test_openrosa::first;
using test_openrosa::Phones;

namespace {

const std::string first_id = std::string(first).substr(5);
using Reasons = std::vector<std::string>;

class Submission : public Phones {};
class AtTheDoor : public Phones {};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, Submission, test_stores::both(),
                         ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Both, AtTheDoor, test_stores::both(), ::testing::PrintToStringParamName());

TEST_P(Submission, becomes_the_contact_of_who_sends_it)
{
    EXPECT_EQ(said(send(contact(first))), "201 submit_success");
    const auto document = ask(marco, "GET /api/outreach/contacts/" + first_id);
    const auto made = document.root();
    EXPECT_EQ(made.member("at").text(), "2026-11-23T20:00:00.000Z");
    EXPECT_EQ(made.member("languages").size(), 2U);
    EXPECT_EQ(made.member("note").text(), "Binario 24, chiede di Omar");
    EXPECT_EQ(made.member("recorded_by_name").text(), "giulia");
    EXPECT_EQ(made.member("team").text(), "um1");
    EXPECT_EQ(contacts(), 1U);
}

TEST_P(Submission, sent_again_changes_nothing_and_is_told_the_same)
{
    const auto once = send(contact(first));
    for (int i = 0; i < 3; ++i) {
        const auto again = send(contact(first));
        EXPECT_EQ(again.status, once.status);
        EXPECT_EQ(again.body, once.body);
    }
    EXPECT_EQ(contacts(), 1U);
    // From the phone of a colleague too: it is the same contact.
    EXPECT_EQ(said(send(contact(first), {}, "marco@roma")), "201 submit_success");
    EXPECT_EQ(contacts(), 1U);
}

TEST_P(Submission, with_the_same_name_and_other_content_is_refused)
{
    EXPECT_EQ(said(send(contact(first))), "201 submit_success");
    EXPECT_EQ(said(send(contact(first, answers("<note>other</note>")))), "409 error");
    EXPECT_EQ(said(send(contact(first, answers("<what>is this</what>")))), "409 error");
    EXPECT_EQ(note_of_contact(first_id), "Binario 24, chiede di Omar");
    EXPECT_EQ(asides(), Reasons{});
}

TEST_P(Submission, at_the_same_moment_from_many_clients_is_stored_once)
{
    std::vector<std::promise<core::Response>> answered(16);
    for (auto& one : answered)
        house->answer(submission(contact(first)),
                      [&one](core::Response response) { one.set_value(std::move(response)); });
    for (auto& one : answered)
        EXPECT_EQ(said(one.get_future().get()), "201 submit_success");
    EXPECT_EQ(contacts(), 1U);
}

TEST_P(Submission, may_have_any_name_or_none)
{
    EXPECT_EQ(said(send(contact("collect 7, of Giulia"))), "201 submit_success");
    EXPECT_EQ(said(send(contact("collect 7, of Giulia"))), "201 submit_success");
    const auto nameless = "<data id='contact'>" + answers() + "</data>";
    EXPECT_EQ(said(send(nameless)), "201 submit_success");
    EXPECT_EQ(said(send(nameless)), "201 submit_success");
    EXPECT_EQ(contacts(), 2U);
}

TEST_P(Submission, is_text_of_any_script)
{
    const std::string words = "Peña Ωλ 北京 😀 é &amp; &lt;b&gt; &e9;";
    EXPECT_EQ(said(send(contact(first, answers("<note>" + words + "</note>")))),
              "201 submit_success");
    EXPECT_EQ(note_of_contact(first_id), "Peña Ωλ 北京 😀 é & <b> &e9;");
}

TEST_P(Submission, that_does_not_fit_is_kept_aside_and_the_phone_may_forget_it)
{
    // A district that is no more; a phone whose clock is a day ahead; a question nobody asks.
    const auto moved = answers("", "2026-11-24T21:00:00.000+01:00");
    EXPECT_EQ(said(send(contact("uuid:a", "<district>RM-0</district>"))), "201 submit_success");
    EXPECT_EQ(said(send(contact(first, moved))), "201 submit_success");
    EXPECT_EQ(said(send(contact("uuid:b", answers("<shoe_size>42</shoe_size>")))),
              "201 submit_success");
    EXPECT_EQ(said(send(contact("uuid:c", answers("<note>1</note><note>2</note>")))),
              "201 submit_success");
    EXPECT_EQ(contacts(), 0U);
    EXPECT_EQ(asides(), (Reasons{"core.input_invalid", "core.input_invalid", "core.input_invalid",
                                 "core.input_invalid"}));
    // Again, and with other content.
    EXPECT_EQ(said(send(contact(first, moved))), "201 submit_success");
    EXPECT_EQ(said(send(contact(first))), "409 error");
    EXPECT_EQ(asides().size(), 4U);
}

TEST_P(Submission, that_a_rule_refuses_leaves_nothing_but_itself)
{
    const auto long_ago = answers("", "2001-01-01T10:00:00.000+01:00");
    EXPECT_EQ(said(send(contact(first, long_ago))), "201 submit_success");
    EXPECT_EQ(contacts(), 0U);
    EXPECT_EQ(asides(), (Reasons{"core.input_invalid"}));
    const auto tally = "<at>2026-11-23T21:00:00+01:00</at><setting>PARK</setting>"
                       "<district>RM-I</district><people_seen>2</people_seen>"
                       "<of_which_minors>3</of_which_minors>";
    EXPECT_EQ(said(send(contact("uuid:t", tally, "", "tally"))), "201 submit_success");
    EXPECT_EQ(asides().size(), 2U);
}

TEST_P(Submission, that_is_cut_is_kept_here_and_on_the_phone_until_it_comes_whole)
{
    const auto whole = contact(first);
    for (const std::size_t length : {whole.size() - 8, whole.size() / 2})
        EXPECT_EQ(said(send(whole.substr(0, length))), "400 error") << length;
    EXPECT_EQ(said(send(whole.substr(0, whole.size() / 2))), "400 error");
    EXPECT_EQ(asides(), (Reasons{"openrosa.unreadable", "openrosa.unreadable"}));
    EXPECT_EQ(contacts(), 0U);
    // The instanceID stands first, so the first piece knows which one it was.
    EXPECT_EQ(said(send(whole)), "201 submit_success");
    EXPECT_EQ(contacts(), 1U);
    EXPECT_EQ(asides().size(), 1U);
    EXPECT_EQ(asides("recorded").size(), 1U);
}

TEST_P(Submission, of_a_form_or_version_that_is_not_ours_is_kept_here_and_on_the_phone)
{
    EXPECT_EQ(said(send(contact("uuid:a", answers(), "", "no-such-form"))), "404 error");
    EXPECT_EQ(said(send(contact("uuid:b", answers(), "99"))), "404 error");
    EXPECT_EQ(asides(), (Reasons{"openrosa.unknown_form", "openrosa.unknown_version"}));
    EXPECT_EQ(contacts(), 0U);

    const auto form = get("/openrosa/roma/forms/contact").body;
    const auto at = form.find("version=\"", form.find("<data ")) + 9;
    EXPECT_EQ(said(send(contact(first, answers(), form.substr(at, 16)))), "201 submit_success");
}

TEST_P(Submission, entities_are_not_expanded_and_nothing_is_fetched)
{
    const auto whole = contact(first);
    const auto with = [&](const std::string& type) {
        return whole.substr(0, 22) + type + whole.substr(22);
    };
    EXPECT_EQ(said(send(with("<!DOCTYPE data [<!ENTITY e \"aaaa\">]>"))), "400 error");
    EXPECT_EQ(said(send(with("<!DOCTYPE data [<!ENTITY x SYSTEM \"f\">]>"))), "400 error");
    std::string deep;
    for (int i = 0; i < 60'000; ++i)
        deep += "<a>";
    EXPECT_EQ(said(send(deep)), "400 error");
    EXPECT_EQ(said(send(std::string(300'000, '<'))), "400 error");
    EXPECT_EQ(said(send(std::string("<data id='contact'>\0</data>", 27))), "400 error");
    EXPECT_EQ(said(send("<data id='contact'>\xff</data>")), "400 error");
}

TEST_P(Submission, corrected_on_the_phone_changes_what_it_became)
{
    const std::string second = "uuid:1f0e4c8e-9f2b-4c1d-8a57-3d8d8b2f7a12";
    const auto edit = [](const std::string& id, const std::string& of, const std::string& note) {
        auto xml = contact(id, answers("<note>" + note + "</note>"));
        const auto at = xml.find("</orx:meta>");
        return xml.insert(at, "<orx:deprecatedID>" + of + "</orx:deprecatedID>");
    };
    EXPECT_EQ(said(send(edit(second, first, "too early"))), "404 error");
    EXPECT_EQ(said(send(contact(first))), "201 submit_success");
    EXPECT_EQ(said(send(edit(second, first, "corrected"))), "201 submit_success");
    EXPECT_EQ(note_of_contact(first_id), "corrected");
    EXPECT_EQ(contacts(), 1U);
    // Twice the same; and another one, of what is no longer current.
    EXPECT_EQ(said(send(edit(second, first, "corrected"))), "201 submit_success");
    EXPECT_EQ(said(send(edit("uuid:3", first, "late"))), "409 error");
    EXPECT_EQ(said(send(edit("uuid:4", second, "once more"))), "201 submit_success");
    EXPECT_EQ(note_of_contact(first_id), "once more");
    EXPECT_EQ(said(send(edit("uuid:5", "uuid:unknown", "x"))), "404 error");
    EXPECT_EQ(asides(), (Reasons{"openrosa.edited_already", "openrosa.unknown_edit"}));
}

TEST_P(Submission, corrected_while_it_waits_aside_takes_its_place)
{
    const std::string second = "uuid:1f0e4c8e-9f2b-4c1d-8a57-3d8d8b2f7a12";
    EXPECT_EQ(said(send(contact(first, "<district>RM-I</district>"))), "201 submit_success");
    EXPECT_EQ(asides().size(), 1U);
    auto xml = contact(second);
    xml.insert(xml.find("</orx:meta>"),
               std::string("<orx:deprecatedID>") + first + "</orx:deprecatedID>");
    EXPECT_EQ(said(send(xml)), "201 submit_success");
    EXPECT_EQ(asides().size(), 0U);
    EXPECT_EQ(contacts(), 1U);
}

TEST_P(AtTheDoor, multipart_that_is_broken_is_refused_and_nothing_kept)
{
    auto request = submission(contact(first));
    const auto body = request.body;
    request.body = body.substr(0, body.size() - 20);
    EXPECT_EQ(said(house->answer(request)), "400 error");
    request.body = test_openrosa::File{}.bytes;
    EXPECT_EQ(said(house->answer(request)), "400 error");
    request.body = "--b0undary\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n"
                   "--b0undary--\r\n";
    EXPECT_EQ(said(house->answer(request)), "400 error");
    request.body = body;
    for (auto& [name, value] : request.headers)
        if (name == "content-type")
            value = "text/xml";
    EXPECT_EQ(said(house->answer(request)), "400 error");
    EXPECT_EQ(asides(), Reasons{});
    EXPECT_EQ(contacts(), 0U);
}

TEST_P(AtTheDoor, who_does_not_say_who_they_are_is_asked_for_a_password)
{
    for (const auto* path : {"/openrosa/roma/formList", "/openrosa/roma/submission",
                             "/openrosa/roma/nothing", "/openrosa/nowhere/formList"}) {
        const auto response = get(path, "");
        EXPECT_EQ(said(response), "401 error") << path;
        EXPECT_TRUE(header(response, "WWW-Authenticate").starts_with("Basic realm="));
    }
    EXPECT_EQ(said(send(contact(first), {}, "")), "401 error");
}

TEST_P(AtTheDoor, what_one_may_not_see_is_not_there)
{
    EXPECT_EQ(said(get("/openrosa/milano/formList")), "404 error");
    EXPECT_EQ(said(get("/openrosa/roma/formList", "elena@milano")), "404 error");
    EXPECT_EQ(said(get("/openrosa/roma/formList", "bruno@roma")), "404 error");
    EXPECT_EQ(said(send(contact(first), {}, "bruno@roma")), "404 error");
    EXPECT_EQ(said(send(contact(first), {}, "elena@milano")), "404 error");
    EXPECT_EQ(said(get("/openrosa/roma/forms/no-such-form")), "404 error");
    EXPECT_EQ(asides(), Reasons{});
}

TEST_P(AtTheDoor, a_password_costs_one_log_in_for_some_minutes)
{
    const auto sessions = [&] {
        std::size_t count = 0;
        roma().read([&](store::Transaction& transaction) {
            core::each_journal_row(transaction, [&](const core::JournalRow& row) {
                count += row.line.act == "access.log_in" && row.line.outcome == "done";
            });
        });
        return count;
    };
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(get("/openrosa/roma/formList").status, 200);
    EXPECT_EQ(sessions(), 1U);
    now = now.plus_seconds(11 * 60);
    EXPECT_EQ(get("/openrosa/roma/formList").status, 200);
    EXPECT_EQ(sessions(), 2U);
    // It opens nothing else.
    auto elsewhere = phone_request("GET /api/outreach/outings", "giulia@roma");
    EXPECT_EQ(house->answer(elsewhere).status, 401);
}

TEST_P(AtTheDoor, wrong_passwords_lock_as_at_log_in)
{
    auto request = phone_request("GET /openrosa/roma/formList", "");
    request.headers.emplace_back("authorization", basic("giulia@roma", "not her password"));
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(said(house->answer(request)), "401 error");
    EXPECT_EQ(said(house->answer(request)), "429 error");
    EXPECT_EQ(said(get("/openrosa/roma/formList")), "429 error"); // the right one too
    now = now.plus_seconds(16 * 60);
    EXPECT_EQ(get("/openrosa/roma/formList").status, 200);
}

TEST_P(AtTheDoor, odd_credentials_are_wrong_ones)
{
    for (const std::string given : {"Basic", "Basic ", "Basic !!!", "Basic Z2l1bGlh",
                                    "Bearer nothing", "Digest x", "Basic /v8=", "Basic Ojo6"}) {
        auto request = phone_request("GET /openrosa/roma/formList", "");
        request.headers.emplace_back("authorization", given);
        EXPECT_EQ(said(house->answer(request)), "401 error") << given;
    }
}

TEST_P(AtTheDoor, head_says_what_may_be_sent)
{
    auto request = phone_request("HEAD /openrosa/roma/submission", "giulia@roma");
    const auto response = house->answer(request);
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(header(response, "X-OpenRosa-Accept-Content-Length"), "12582912");
    request.headers.erase(request.headers.begin()); // x-openrosa-version
    EXPECT_EQ(house->answer(request).status, 400);
}
