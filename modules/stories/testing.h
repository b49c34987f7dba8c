// SPDX-License-Identifier: EUPL-1.2
// A city with who gathers stories, who publishes them and everybody else, for the tests of stories.
#pragma once

#include <string>

#include "access/access.h"
#include "base/base64.h"
#include "base/json.h"
#include "core/log.h"
#include "core/testing.h"
#include "stories/chunks.h"
#include "stories/stories.h"

namespace test_stories {

inline std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Stories : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Stories() : house_(GetParam(), {access::module(), stories::module()})
    {
        core::set_log_level("warning");
    }

    // "201", or "409 stories.no_consent", or "422 place stories.say_where".
    std::string outcome(const core::Actor& actor, const std::string& line,
                        const std::string& body = {})
    {
        return test_house::outcome_of(house_.ask(actor, line, body));
    }

    // A story with a yes for text, photo and sound on our site and at events.
    void add_story(const std::string& name, const std::string& heading = "Il primo giorno",
                   const std::string& words = "Ho contato le scale.")
    {
        std::string body;
        JsonObject object(body);
        object.text("id", id(name));
        object.text("kind", "TESTIMONY");
        object.text("title", heading);
        object.text("words", words);
        object.text("language", "it");
        object.text("teller", "Joy <b>Okafor</b>");
        object.text("pseudonym", "Luce");
        object.text("told_on", "2026-11-20");
        object.member("minor") += "false";
        object.close();
        ASSERT_EQ(outcome(marco, "POST /api/stories/stories", body), "201");
    }
    std::string consent(const std::string& name, const std::string& story,
                        const std::string& more = "")
    {
        return outcome(marco, "POST /api/stories/stories/" + id(story) + "/consents",
                       R"({"id":")" + id(name) +
                           R"(","answer":"GIVEN","answered_on":"2026-11-20",)"
                           R"("media":["TEXT","PHOTO","AUDIO"],"channels":["SITE","EVENT"],)"
                           R"("territory":"WORLD","named":false,"face":false,"voice":false)" +
                           more + "}");
    }
    std::string
    publish(const std::string& name, const std::string& story,
            const std::string& where = R"("channel":"SITE")",
            const std::string& how = R"("named":false,"face":false,"voice":false,"media":["TEXT"])")
    {
        return outcome(marco, "POST /api/stories/stories/" + id(story) + "/publications",
                       R"({"id":")" + id(name) + "\"," + where + "," + how +
                           R"(,"territory":"WORLD","published_on":"2026-11-21"})");
    }
    std::string withdraw(const core::Actor& actor, const std::string& story)
    {
        return outcome(actor, "POST /api/stories/stories/" + id(story) + "/withdrawal", "{}");
    }

    std::string begin(const std::string& name, const std::string& story, std::size_t bytes,
                      const std::string& medium = "AUDIO", bool voice = false)
    {
        return outcome(*sender, "POST /api/stories/stories/" + id(story) + "/files",
                       R"({"id":")" + id(name) + R"(","medium":")" + medium + R"(","bytes":)" +
                           std::to_string(bytes) + R"(,"description":"Una voce","face":false,)" +
                           R"("voice":)" + (voice ? "true" : "false") + "}");
    }
    static std::string piece_of(const std::string& bytes, int number)
    {
        return bytes.substr(static_cast<std::size_t>(number * stories::chunk_bytes_max),
                            static_cast<std::size_t>(stories::chunk_bytes_max));
    }
    std::string put(const std::string& name, int number, const std::string& piece)
    {
        return outcome(*sender, "PUT /api/stories/files/" + id(name) + "/chunks",
                       R"({"number":)" + std::to_string(number) + R"(,"hash":")" +
                           stories::hash_of(piece) + R"(","content":")" + to_base64(piece) + "\"}");
    }
    std::string finish(const std::string& name)
    {
        return outcome(*sender, "POST /api/stories/files/" + id(name) + "/finish");
    }
    void send(const std::string& name, const std::string& story, const std::string& bytes,
              bool voice = false)
    {
        ASSERT_EQ(begin(name, story, bytes.size(), "AUDIO", voice), "201");
        for (int number = 0; number < stories::chunk_count(static_cast<std::int64_t>(bytes.size()));
             ++number)
            ASSERT_EQ(put(name, number, piece_of(bytes, number)), "200");
        ASSERT_EQ(finish(name), "200");
    }
    // Sound of so many bytes, as whole frames of 24 or 25; no two pieces of it are alike.
    static std::string sound(std::size_t bytes)
    {
        std::string all;
        for (auto longer = bytes % 24; all.size() < bytes;) {
            const bool is_longer = longer > 0;
            longer -= is_longer ? 1 : 0;
            auto content = std::to_string(all.size());
            content.resize(is_longer ? 21 : 20, ' ');
            all += (is_longer ? "\xff\xf3\x16\x64" : "\xff\xf3\x14\x64") + content;
        }
        return all;
    }

    core::Response look(const std::string& path, const std::string& range = "")
    {
        auto request = test_house::request("GET " + path);
        request.headers.clear();
        if (!range.empty())
            request.headers.emplace_back("range", range);
        return house_.house->answer(request);
    }
    static std::string header(const core::Response& response, const std::string& name)
    {
        for (const auto& [one, value] : response.headers)
            if (one == name)
                return value;
        return "";
    }
    std::string page(const std::string& story) { return "/rete/storie/roma/" + id(story); }

    test_house::TestHouse house_;
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    const core::Actor sara = test_house::actor("sara@roma", core::social_worker);
    const core::Actor giulia = test_house::actor("giulia@roma", core::mobile_unit_operator);
    const core::Actor ines = test_house::actor("ines@roma", core::minors_worker);
    const core::Actor* sender = &marco; // of files
};

} // namespace test_stories
