// SPDX-License-Identifier: EUPL-1.2
#include "app/cast.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

#include "access/access.h"
#include "app/cast_people.h"
#include "core/samples.h"
#include "network/network.h"

namespace cast {

namespace {

// As many requests may be on their way: less than any store lets wait.
constexpr int on_their_way_max = 2048;

access::Team team_of(const TeamOf& team)
{
    access::Team made;
    made.id = Id<access::Team>(named_uuid("team " + team.code + "@" + team.store));
    made.code = team.code;
    made.name = team.name;
    made.kind = team.kind;
    made.districts = team.districts;
    return made;
}

access::Account stored_account(const Player& player, Instant at)
{
    const auto text = [](const std::string& value) {
        return value.empty() ? std::nullopt : std::optional(value);
    };
    access::Account made;
    made.id = account_of(player.login);
    made.login_name = player.login.substr(0, player.login.find('@'));
    made.name = player.name;
    made.roles = {player.role};
    if (!player.other_role.empty())
        made.roles.push_back(player.other_role);
    if (!player.team.empty())
        made.teams = {player.team};
    made.profession = text(player.profession);
    made.organisation = text(player.organisation);
    made.speaks = languages_of(player);
    made.created_at = at;
    return made;
}

access::Token machine(Instant at)
{
    access::Token made;
    made.id = parse_id<core::Account>(std::string_view(core::samples::token).substr(1, 36)).value();
    made.name = "Cruscotto della città";
    made.roles = {"researcher"};
    made.created_by = account_of("admin@roma");
    made.created_at = at;
    return made;
}

void add_accounts_of(core::Place& place, Instant at)
{
    place.store->write([&](store::Transaction& transaction) {
        for (const auto& team : teams())
            if (team.store == place.slug)
                access::add_team(transaction, team_of(team));
        for (const auto& player : players())
            if (store_of(player.login) == place.slug)
                access::add_account(transaction, stored_account(player, at), password);
        if (place.slug == "roma")
            access::add_token(transaction, place.slug, machine(at));
        if (place.slug == core::network_slug)
            network::load_targets(transaction);
    });
}

core::Request request_of(const Event& event)
{
    core::Request made;
    const auto space = event.line.find(' ');
    made.method = event.line.substr(0, space);
    made.path = event.line.substr(space + 1);
    made.headers.emplace_back("lgnet-purpose", event.purpose);
    const bool is_phone = made.path.starts_with("/openrosa/");
    if (is_phone)
        made.headers.emplace_back("x-openrosa-version", "1.0");
    if (!event.body.empty())
        made.headers.emplace_back("content-type", is_phone ? "multipart/form-data; boundary=phone"
                                                           : "application/json");
    made.body = event.body;
    made.remote = "127.0.0.1";
    return made;
}

} // namespace

core::Actor actor(const std::string& login)
{
    for (const auto& player : players()) {
        if (player.login != login)
            continue;
        core::Actor made;
        made.account = account_of(login);
        made.store = store_of(login);
        made.login = login;
        made.name = player.name;
        made.roles = core::parse_role(player.role).value();
        if (!player.other_role.empty())
            made.roles = made.roles | core::parse_role(player.other_role).value();
        if (!player.team.empty())
            made.teams = {player.team};
        return made;
    }
    throw std::runtime_error("nobody in the cast is called " + login);
}

void add_accounts(core::House& house, Instant at)
{
    // The password stands in the documentation: making it dear to guess would only make a start
    // slow.
    access::set_password_cost(1, 8192);
    for (auto* place : house.places())
        add_accounts_of(*place, at);
}

// ---- playing

struct Performance::Answers {
    std::mutex mutex;
    std::condition_variable wake;
    int on_their_way = 0;
    std::string refused; // the first refusal, as a sentence

    void wait_until_at_most(int count)
    {
        std::unique_lock lock(mutex);
        wake.wait(lock, [&] { return on_their_way <= count; });
    }

    void check()
    {
        const std::scoped_lock lock(mutex);
        if (!refused.empty())
            throw std::runtime_error(refused);
    }
};

Performance::Performance(core::House& house, const SetTime& set_time)
    : house_(house), set_time_(set_time), begun_(house.now()), answers_(std::make_shared<Answers>())
{
}

Performance::~Performance()
{
    answers_->wait_until_at_most(0);
    set_time_(begun_);
}

// What the public page sends and what comes with a file is made ready on another thread before it
// is written: that must find what came before, and what comes after would overtake it.
bool is_overtaken(const Event& event)
{
    return event.line.find("/api/reports/public/") != std::string::npos ||
           event.line.ends_with("/attachments") || event.line.ends_with("/workshops/sheets") ||
           event.line.ends_with("/finish") || event.line.ends_with("/pictures") ||
           event.line.find("/api/survey/questionnaires/") != std::string::npos;
}

// Somebody goes from one of these cities to the other: each must have told the network its key.
bool is_between_cities(const Event& event)
{
    return event.line.starts_with("POST /api/handovers/");
}

// What a city states or answers, and what is written about it, has reached the other side before
// anybody goes on.
bool is_heard_elsewhere(const Event& event)
{
    return event.line.find("/api/monitoring/") != std::string::npos ||
           event.line.find("/api/headcount/") != std::string::npos;
}

// What Roma and the network say to each other, where one of them is not there.
bool is_said_to_nobody(core::House& house, const Event& event)
{
    static constexpr const char* ends[]{"/questions", "/replies", "/closings", "/reminders",
                                        "/part"};
    const bool is_said = is_heard_elsewhere(event) &&
                         std::any_of(std::begin(ends), std::end(ends),
                                     [&](const char* end) { return event.line.ends_with(end); });
    return is_said && !(house.find_place("roma") && house.find_place("rete"));
}

void Performance::play(const Event& event)
{
    if (!house_.find_place(store_of(event.login)) || is_said_to_nobody(house_, event))
        return;
    // A city of this same program is on no machine of its own.
    if (event.line.starts_with("POST /api/network/links") && house_.find_place("sassari"))
        return;
    const bool is_shared = is_heard_elsewhere(event) || is_between_cities(event);
    const bool alone = event.apart || is_overtaken(event) || is_shared;
    const auto wait = [&] { is_shared ? finish() : wait_for_answers(); };
    if (alone)
        wait();
    set_time_(event.at);
    if (is_between_cities(event)) {
        for (const auto* slug : {"roma", "milano", "rete"})
            if (!house_.find_place(slug))
                return;
        let_time_pass();
    }
    ask(event);
    if (alone)
        wait();
}

void Performance::ask(const Event& event)
{
    answers_->wait_until_at_most(on_their_way_max - 1);
    answers_->check();
    {
        const std::scoped_lock lock(answers_->mutex);
        ++answers_->on_their_way;
    }
    const auto what = to_string(event.at) + " " + event.login + " " + event.line;
    house_.ask(actor(event.login), request_of(event),
               [answers = answers_, what, body = event.body](const core::Response& response) {
                   const std::scoped_lock lock(answers->mutex);
                   --answers->on_their_way;
                   if (response.status >= 300 && answers->refused.empty())
                       answers->refused = what + " was answered " +
                                          std::to_string(response.status) + ": " + response.body +
                                          "\nIt had sent: " + body;
                   answers->wake.notify_all();
               });
}

void Performance::wait_for_answers()
{
    answers_->wait_until_at_most(0);
    answers_->check();
}

// As the program does every minute.
void Performance::let_time_pass()
{
    finish();
    house_.do_chores();
    finish();
}

void Performance::finish()
{
    wait_for_answers();
    network::settle(house_);
}

void fill(core::House& house, const SetTime& set_time)
{
    const auto now = house.now();
    const auto events = story(now);
    add_accounts(house, events.front().at.plus_seconds(-24 * 60 * 60));
    Performance performance(house, set_time);
    for (const auto& event : events)
        performance.play(event);
    performance.let_time_pass(); // what was sent to another city leaves
    performance.let_time_pass(); // and arrives
}

} // namespace cast
