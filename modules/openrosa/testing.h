// SPDX-License-Identifier: EUPL-1.2
// Phones in Roma, for the tests of this module: a house with real accounts, and what ODK Collect
// would send.
#pragma once

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>

#include <pugixml.hpp>

#include "access/access.h"
#include "core/log.h"
#include "core/testing.h"
#include "network/network.h"
#include "openrosa/openrosa.h"
#include "outreach/outreach.h"
#include "people/people.h"

namespace test_openrosa {

inline constexpr auto password = "lgnet-demo-2026";
inline constexpr auto first = "uuid:0f0e4c8e-9f2b-4c1d-8a57-3d8d8b2f7a11"; // of version 4

struct File {
    std::string name;
    std::string bytes;
};

// A picture of one pixel, as PNG.
std::string png();

class Phones : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Phones()
    {
        core::set_log_level("warning");
        access::set_password_cost(1, 8192);
        core::HouseSettings settings;
        settings.modules = {network::module(), access::module(), people::module(),
                            outreach::module(), openrosa::module()};
        settings.identify = access::identify;
        settings.prove = access::prove;
        settings.now = [this] { return now; };
        settings.version = "test";
        house = std::make_unique<core::House>(std::move(settings));
        for (const auto* slug : {"roma", "milano", "rete"})
            house->add_place(slug, test_stores::fresh(GetParam(), slug));
        roma().write([&](store::Transaction& transaction) {
            access::add_team(transaction, {Id<access::Team>(named_uuid("um1")),
                                           "um1",
                                           "Unità mobile 1",
                                           "mobile_unit",
                                           {"RM-I"}});
            add(transaction, giulia, {"um1"});
            add(transaction, marco, {});
            add(transaction, bruno, {});
        });
        house->find_place("milano")->store->write(
            [&](store::Transaction& transaction) { add(transaction, elena, {}); });
    }

    // ---- what phones ask

    using Headers = std::vector<std::pair<std::string, std::string>>;

    static std::string basic(const std::string& login, const std::string& with = password)
    {
        const auto plain = login + ":" + with;
        constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
        std::string text(sodium_base64_encoded_len(plain.size(), variant), '\0');
        sodium_bin2base64(text.data(), text.size(),
                          reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                          variant);
        text.pop_back();
        return "Basic " + text;
    }

    core::Request phone_request(const std::string& line, const std::string& login) const
    {
        auto request = test_house::request(line);
        request.headers = {{"x-openrosa-version", "1.0"}, {"host", "lgnet.example"}};
        if (!login.empty())
            request.headers.emplace_back("authorization", basic(login));
        request.remote = "192.0.2.7";
        return request;
    }

    core::Response get(const std::string& path, const std::string& login = "giulia@roma")
    {
        return house->answer(phone_request("GET " + path, login));
    }

    static std::string multipart(const std::string& xml, const std::vector<File>& files = {})
    {
        std::string body = "--b0undary\r\nContent-Disposition: form-data; "
                           "name=\"xml_submission_file\"; filename=\"form.xml\"\r\n"
                           "Content-Type: text/xml; charset=utf-8\r\n\r\n" +
                           xml + "\r\n";
        for (const auto& file : files)
            body += "--b0undary\r\nContent-Disposition: form-data; name=\"" + file.name +
                    "\"; filename=\"" + file.name + "\"\r\nContent-Type: image/jpeg\r\n\r\n" +
                    file.bytes + "\r\n";
        return body + "--b0undary--\r\n";
    }

    core::Request submission(const std::string& xml, const std::vector<File>& files = {},
                             const std::string& login = "giulia@roma") const
    {
        auto request = phone_request("POST /openrosa/roma/submission", login);
        request.headers.emplace_back("content-type", "multipart/form-data; boundary=b0undary");
        request.body = multipart(xml, files);
        return request;
    }

    core::Response send(const std::string& xml, const std::vector<File>& files = {},
                        const std::string& login = "giulia@roma")
    {
        return house->answer(submission(xml, files, login));
    }

    // "201 submit_success", or "404 error": checks that it is OpenRosa's XML on the way.
    static std::string said(const core::Response& response)
    {
        EXPECT_EQ(response.content_type, "text/xml; charset=utf-8");
        EXPECT_EQ(header(response, "X-OpenRosa-Version"), "1.0");
        EXPECT_EQ(header(response, "X-OpenRosa-Accept-Content-Length"), "12582912");
        pugi::xml_document document;
        EXPECT_TRUE(document.load_string(response.body.c_str())) << response.body;
        const auto root = document.document_element();
        EXPECT_STREQ(root.name(), "OpenRosaResponse");
        EXPECT_STREQ(root.attribute("xmlns").value(), "http://openrosa.org/http/response");
        const auto message = root.child("message");
        EXPECT_GT(std::string(message.child_value()).size(), 10U);
        return std::to_string(response.status) + " " + message.attribute("nature").value();
    }

    static std::string header(const core::Response& response, std::string_view name)
    {
        for (const auto& [each, value] : response.headers)
            if (each == name)
                return value;
        return "";
    }

    // ---- what they send

    // The answers that are needed, at nine in the evening in Italy, and `more`.
    static std::string answers(const std::string& more = "<note>Binario 24, chiede di Omar</note>",
                               const std::string& at = "2026-11-23T21:00:00.000+01:00")
    {
        return "<at>" + at + "</at><setting>STATION</setting><district>RM-I</district>" +
               "<languages>fr ar</languages><outcome>INFO_ONLY</outcome>" + more;
    }

    static std::string contact(const std::string& instance, const std::string& inside = answers(),
                               const std::string& version = "", const std::string& form = "contact")
    {
        return "<?xml version='1.0' ?><data id=\"" + form + "\"" +
               (version.empty() ? "" : " version=\"" + version + "\"") +
               " xmlns:orx=\"http://openrosa.org/xforms\"><orx:meta><orx:instanceID>" + instance +
               "</orx:instanceID></orx:meta>" + inside + "</data>";
    }

    // ---- what people see

    JsonDocument ask(const core::Actor& actor, const std::string& line, std::string body = {},
                     int status = 200)
    {
        const auto response = house->ask(actor, test_house::request(line, std::move(body)));
        EXPECT_EQ(response.status, status) << line << "\n" << response.body;
        return JsonDocument::parse(response.body.empty() ? "{}" : response.body);
    }

    // "" when there is none.
    std::string note_of_contact(const std::string& id)
    {
        const auto response =
            house->ask(marco, test_house::request("GET /api/outreach/contacts/" + id));
        if (response.status != 200)
            return "";
        const auto document = JsonDocument::parse(response.body);
        const auto note = document.root().member("note");
        return note.is_null() ? "none" : std::string(note.text());
    }

    std::size_t contacts()
    {
        const auto document = ask(marco, "GET /api/outreach/contacts?limit=200");
        return document.root().member("items").size();
    }

    // The reasons of all that is there in this state, by the alphabet.
    std::vector<std::string> asides(const std::string& state = "waiting")
    {
        const auto document = ask(marco, "GET /api/openrosa/asides?state=" + state);
        const auto items = document.root().member("items");
        std::vector<std::string> found;
        for (std::size_t i = 0; i < items.size(); ++i)
            found.emplace_back(items.at(i).member("reason").text());
        std::sort(found.begin(), found.end());
        return found;
    }

    std::string first_aside()
    {
        const auto document = ask(marco, "GET /api/openrosa/asides");
        return std::string(document.root().member("items").at(0).member("id").text());
    }

    store::Store& roma() { return *house->find_place("roma")->store; }

    void add(store::Transaction& transaction, const core::Actor& actor,
             std::vector<std::string> teams) const
    {
        access::Account account;
        account.id = actor.account;
        account.login_name = actor.name;
        account.name = actor.name;
        account.roles = core::names_of(actor.roles);
        account.teams = std::move(teams);
        account.created_at = now;
        access::add_account(transaction, account, password);
    }

    Instant now = parse_instant("2026-11-23T21:15:00Z").value();
    core::Actor giulia = test_house::actor("giulia@roma", core::mobile_unit_operator, {"um1"});
    core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    core::Actor bruno = test_house::actor("bruno@roma", core::researcher);
    core::Actor elena = test_house::actor("elena@milano", core::mobile_unit_operator);
    std::unique_ptr<core::House> house;
};

inline std::string png()
{
    static const unsigned char bytes[] = {
        0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0,    0,    0,    0x0d, 'I',  'H',
        'D',  'R',  0,    0,    0,    1,    0,    0,    0,    1,    8,    6,    0,    0,
        0,    0x1f, 0x15, 0xc4, 0x89, 0,    0,    0,    0x0d, 'I',  'D',  'A',  'T',  0x78,
        0xda, 0x63, 0xfc, 0xcf, 0xc0, 0x50, 0x0f, 0,    0x04, 0x85, 0x01, 0x80, 0x84, 0xa9,
        0x8c, 0x21, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82};
    return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

} // namespace test_openrosa
