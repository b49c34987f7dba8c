// SPDX-License-Identifier: EUPL-1.2
// Coming in and going out, at the edges, on both databases.
#include <atomic>
#include <chrono>
#include <thread>

#include "access/testing.h"

namespace {

using namespace test_access;
using test_stores::Engine;

constexpr auto show = "GET /api/access/session";
constexpr auto out = "DELETE /api/access/session";
constexpr auto wrong = "not-this-password";

class Sessions : public ::testing::TestWithParam<Engine> {
protected:
    Town town{GetParam()};
};

TEST_P(Sessions, begin_with_the_right_password)
{
    Browser giulia(*town.house);
    const auto response = giulia.log_in("giulia@roma");
    ASSERT_EQ(response.status, 200);
    EXPECT_EQ(at(response.body, "login"), "giulia@roma");
    EXPECT_EQ(at(response.body, "name"), "Giulia Ferri");
    EXPECT_EQ(at(response.body, "store"), "roma");
    EXPECT_EQ(at(response.body, "city_name"), "Roma");
    EXPECT_EQ(at(response.body, "roles.0"), "mobile_unit_operator");
    EXPECT_EQ(at(response.body, "teams.0.name"), "Unità mobile 1 – Termini");
    EXPECT_NE(response.body.find("\"access.log_out\""), std::string::npos);
    EXPECT_EQ(response.body.find("\"access.list_journal\""), std::string::npos);

    EXPECT_EQ(giulia.set_cookie.substr(giulia.set_cookie.find(';')),
              "; Path=/; Max-Age=1209600; HttpOnly; SameSite=Strict");
    EXPECT_EQ(giulia.ask(show).body, response.body);
}

TEST_P(Sessions, mark_their_cookie_secure_when_asked)
{
    access::use_secure_cookies(true);
    const auto giulia = town.logged_in("giulia@roma");
    access::use_secure_cookies(false);
    EXPECT_TRUE(giulia.set_cookie.ends_with("; Secure"));
}

TEST_P(Sessions, take_a_login_as_a_telephone_writes_it)
{
    EXPECT_EQ(Browser(*town.house).log_in(" Giulia@Roma ").status, 200);
}

TEST_P(Sessions, refuse_every_wrong_log_in_alike)
{
    Browser browser(*town.house);
    const auto wrong_password = browser.log_in("giulia@roma", wrong);
    EXPECT_EQ(wrong_password.status, 401);
    EXPECT_EQ(at(wrong_password.body, "code"), "access.wrong_credentials");
    EXPECT_TRUE(browser.cookie.empty());
    for (const auto* login : {"nobody@roma", "giulia@rete", "giulia@nowhere", "giulia", "@"}) {
        const auto response = browser.log_in(login);
        EXPECT_EQ(response.status, wrong_password.status) << login;
        EXPECT_EQ(response.body, wrong_password.body) << login;
    }
}

TEST_P(Sessions, hash_for_a_login_that_nobody_has)
{
    // Dear enough to be seen beside everything else that a log-in does; the best of three, for a
    // busy machine makes some of them slow.
    const auto took = [&](unsigned long long operations, std::size_t memory_bytes) {
        access::set_password_cost(operations, memory_bytes);
        auto best = std::chrono::steady_clock::duration::max();
        for (int i = 0; i < 3; ++i) {
            const auto begun = std::chrono::steady_clock::now();
            EXPECT_EQ(Browser(*town.house).log_in("nobody" + std::to_string(i) + "@roma").status,
                      401);
            best = std::min(best, std::chrono::steady_clock::now() - begun);
        }
        return best;
    };
    EXPECT_GT(took(4, 32 << 20), 2 * took(1, 8192));
}

TEST_P(Sessions, let_others_work_while_a_password_is_hashed)
{
    auto marco = town.logged_in("marco@roma");
    access::set_password_cost(20, 64 << 20); // the better part of a second
    std::atomic<bool> done = false;
    std::thread slow([&] {
        EXPECT_EQ(Browser(*town.house).log_in("nobody@roma").status, 401);
        done = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_EQ(marco.status("PUT /api/access/language", R"({"language": "en"})"), 200);
    EXPECT_EQ(marco.status(show), 200);
    EXPECT_FALSE(done);
    slow.join();
}

TEST_P(Sessions, need_both_fields_and_no_more)
{
    Browser browser(*town.house);
    const auto response = browser.ask("POST /api/access/session", R"({"user": "giulia"})");
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(at(response.body, "errors"), "list of 3");
}

TEST_P(Sessions, are_not_open_to_another_store)
{
    auto giulia = town.logged_in("giulia@roma");
    const auto secret = giulia.cookie.substr(giulia.cookie.find('.'));
    for (const auto* slug : {"rete", "nowhere", ""}) {
        giulia.cookie = slug + secret;
        EXPECT_EQ(giulia.status(show), 401) << slug;
    }
    giulia.cookie = "roma" + secret;
    EXPECT_EQ(giulia.status(show), 200);
    giulia.cookie.back() = giulia.cookie.back() == 'A' ? 'B' : 'A';
    EXPECT_EQ(giulia.status(show), 401);
}

TEST_P(Sessions, are_kept_under_a_mark_only)
{
    static const store::Sql select{"select mark from access_session"};
    const auto giulia = town.logged_in("giulia@roma");
    const auto secret = giulia.cookie.substr(giulia.cookie.find('.') + 1);
    town.store("roma").read([&](store::Transaction& transaction) {
        const auto rows = transaction.query(select);
        ASSERT_TRUE(rows->next());
        EXPECT_EQ(rows->text(0).find(secret), std::string::npos);
    });
}

TEST_P(Sessions, need_their_csrf_to_change_anything)
{
    auto giulia = town.logged_in("giulia@roma");
    const auto csrf = std::exchange(giulia.csrf, "");
    EXPECT_EQ(giulia.status(show), 200);
    EXPECT_EQ(at(giulia.ask(out).body, "code"), "core.csrf");
    giulia.csrf = town.logged_in("giulia@roma").csrf; // of another session
    EXPECT_EQ(giulia.status(out), 403);
    giulia.csrf = csrf;
    EXPECT_EQ(giulia.status(out), 204);
}

TEST_P(Sessions, end_at_log_out)
{
    auto giulia = town.logged_in("giulia@roma");
    auto at_home = town.logged_in("giulia@roma");
    const auto cookie = giulia.cookie;
    EXPECT_EQ(giulia.status(out), 204);
    EXPECT_EQ(giulia.set_cookie, "lgnet=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    giulia.cookie = cookie;
    EXPECT_EQ(giulia.status(show), 401);
    EXPECT_EQ(at_home.status(show), 200);

    town.restart();
    Browser again(*town.house);
    again.cookie = cookie;
    EXPECT_EQ(again.status(show), 401);
}

TEST_P(Sessions, end_when_nobody_uses_them)
{
    auto giulia = town.logged_in("giulia@roma");
    for (int i = 0; i < 3; ++i) {
        town.pass_hours(11);
        EXPECT_EQ(giulia.status(show), 200);
    }
    town.pass_hours(12);
    EXPECT_EQ(giulia.status(show), 401);
}

TEST_P(Sessions, end_after_two_weeks_all_the_same)
{
    auto giulia = town.logged_in("giulia@roma");
    for (int hours = 11; hours < 14 * 24; hours += 11) {
        town.pass_hours(11);
        ASSERT_EQ(giulia.status(show), 200) << hours;
    }
    town.pass_hours(11);
    EXPECT_EQ(giulia.status(show), 401);
}

TEST_P(Sessions, outlive_a_restart_with_what_was_known_of_their_use)
{
    auto giulia = town.logged_in("giulia@roma");
    const auto kept = [&] {
        const auto cookie = giulia.cookie;
        town.restart();
        Browser again(*town.house);
        again.cookie = cookie;
        return again.status(show);
    };
    town.pass_hours(11);
    EXPECT_EQ(giulia.status(show), 200);
    town.pass_hours(11);
    EXPECT_EQ(kept(), 200);
    town.pass_hours(12);
    EXPECT_EQ(kept(), 401);
}

TEST_P(Sessions, of_the_past_are_cleared_away_at_a_log_in)
{
    static const store::Sql count{"select count(*) from access_session"};
    town.logged_in("giulia@roma");
    town.logged_in("marco@roma");
    town.pass_hours(13);
    town.logged_in("giulia@roma");
    town.store("roma").read(
        [&](store::Transaction& transaction) { EXPECT_EQ(transaction.number(count), 1); });
}

// ---- lock-out

TEST_P(Sessions, are_refused_for_a_while_after_five_wrong_passwords)
{
    Browser browser(*town.house);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(browser.log_in("giulia@roma", wrong).status, 401) << i;
    const auto locked = browser.log_in("giulia@roma");
    EXPECT_EQ(locked.status, 429);
    EXPECT_EQ(at(locked.body, "code"), "access.locked");
    EXPECT_EQ(at(locked.body, "facts.minutes"), "15");
    EXPECT_EQ(browser.log_in("GIULIA@roma").status, 429);
    EXPECT_EQ(browser.log_in("marco@roma").status, 200);

    town.pass_seconds(14 * 60 + 1);
    EXPECT_EQ(at(browser.log_in("giulia@roma").body, "facts.minutes"), "1");
    town.pass_minutes(1);
    EXPECT_EQ(browser.log_in("giulia@roma").status, 200);
}

TEST_P(Sessions, are_refused_twice_as_long_when_it_goes_on)
{
    Browser browser(*town.house);
    for (int i = 0; i < 5; ++i)
        browser.log_in("giulia@roma", wrong);
    town.pass_minutes(15);
    EXPECT_EQ(browser.log_in("giulia@roma", wrong).status, 401);
    EXPECT_EQ(at(browser.log_in("giulia@roma").body, "facts.minutes"), "30");
    town.pass_minutes(30);
    EXPECT_EQ(browser.log_in("giulia@roma").status, 200);
    EXPECT_EQ(browser.log_in("giulia@roma", wrong).status, 401);
    EXPECT_EQ(browser.log_in("giulia@roma").status, 200) << "counted from the beginning again";
}

TEST_P(Sessions, lock_a_login_that_nobody_has_just_the_same)
{
    Browser browser(*town.house);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(browser.log_in("nobody@roma", wrong).status, 401) << i;
    EXPECT_EQ(browser.log_in("nobody@roma", wrong).status, 429);
}

TEST_P(Sessions, are_refused_to_an_address_that_tries_many_logins)
{
    Browser attacker(*town.house, "203.0.113.9");
    for (int i = 0; i < 30; ++i)
        EXPECT_EQ(attacker.log_in("name" + std::to_string(i) + "@roma", wrong).status, 401) << i;
    EXPECT_EQ(attacker.log_in("giulia@roma").status, 429);
    EXPECT_EQ(Browser(*town.house, "192.0.2.7").log_in("giulia@roma").status, 200);
    town.pass_hours(1);
    EXPECT_EQ(attacker.log_in("giulia@roma").status, 200);
}

TEST_P(Sessions, stay_refused_after_a_restart)
{
    Browser browser(*town.house);
    for (int i = 0; i < 5; ++i)
        browser.log_in("giulia@roma", wrong);
    town.restart();
    EXPECT_EQ(Browser(*town.house).log_in("giulia@roma").status, 429);
}

TEST_P(Sessions, count_every_wrong_password_of_many_at_once)
{
    std::vector<std::thread> attackers;
    std::atomic<int> tried = 0;
    for (int i = 0; i < 12; ++i)
        attackers.emplace_back([&] {
            if (Browser(*town.house, "").log_in("giulia@roma", wrong).status == 401)
                ++tried;
        });
    for (auto& attacker : attackers)
        attacker.join();
    EXPECT_EQ(tried, 5);
    EXPECT_EQ(Browser(*town.house).log_in("giulia@roma").status, 429);
}

// ---- one's own password and language

TEST_P(Sessions, but_this_one_end_when_the_password_changes)
{
    auto here = town.logged_in("giulia@roma");
    auto lost_phone = town.logged_in("giulia@roma");
    auto marco = town.logged_in("marco@roma");
    EXPECT_EQ(
        here.status("PUT /api/access/password",
                    R"({"current": "lgnet-demo-2026", "wanted": "sette cavalli a Trastevere"})"),
        204);
    EXPECT_EQ(here.status(show), 200);
    EXPECT_EQ(lost_phone.status(show), 401);
    EXPECT_EQ(marco.status(show), 200);

    EXPECT_EQ(Browser(*town.house).log_in("giulia@roma").status, 401);
    EXPECT_EQ(Browser(*town.house).log_in("giulia@roma", "sette cavalli a Trastevere").status, 200);
}

TEST_P(Sessions, change_the_password_only_for_who_knows_it)
{
    auto giulia = town.logged_in("giulia@roma");
    const auto change = [&](const std::string& current, const std::string& wanted) {
        return giulia.ask("PUT /api/access/password",
                          R"({"current": ")" + current + R"(", "wanted": ")" + wanted + "\"}");
    };
    EXPECT_EQ(at(change(password, "corta").body, "errors.0.code"), "access.password_short");
    EXPECT_EQ(at(change(password, "Giulia-123456").body, "errors.0.code"),
              "access.password_is_login");
    const auto refused = change(wrong, "sette cavalli a Trastevere");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(at(refused.body, "code"), "access.wrong_password");
    for (int i = 0; i < 4; ++i)
        change(wrong, "sette cavalli a Trastevere");
    EXPECT_EQ(change(password, "sette cavalli a Trastevere").status, 429);
    EXPECT_EQ(giulia.status(show), 200);
}

TEST_P(Sessions, speak_the_language_that_was_chosen)
{
    auto giulia = town.logged_in("giulia@roma");
    EXPECT_EQ(at(giulia.ask("PUT /api/access/language", R"({"language": "en"})").body, "language"),
              "en");
    EXPECT_EQ(at(giulia.ask(show).body, "language"), "en");
    const auto unknown = giulia.ask("PUT /api/access/language", R"({"language": "xx"})");
    EXPECT_EQ(unknown.status, 422);
    EXPECT_EQ(at(unknown.body, "errors.0.code"), "unknown_code");
}

TEST_P(Sessions, leave_their_lines_in_the_journal)
{
    Browser giulia(*town.house);
    giulia.log_in("giulia@roma", wrong);
    giulia.log_in("giulia@roma");
    giulia.ask(out);
    auto dpo = town.logged_in("dpo@roma");
    const auto journal = dpo.ask("GET /api/access/journal").body;
    EXPECT_EQ(at(journal, "items.1.act"), "access.log_out");
    EXPECT_EQ(at(journal, "items.1.actor_name"), "Giulia Ferri");
    EXPECT_EQ(at(journal, "items.2.act"), "access.log_in");
    EXPECT_EQ(at(journal, "items.2.outcome"), "done");
    EXPECT_EQ(at(journal, "items.3.outcome"), "access.wrong_credentials");
    EXPECT_EQ(at(journal, "items.3.actor"), "guest");
    EXPECT_EQ(at(journal, "items.3.thing"), to_string(Town::id_of("giulia")));
}

INSTANTIATE_TEST_SUITE_P(Both, Sessions, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace
