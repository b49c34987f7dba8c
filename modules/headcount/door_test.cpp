// SPDX-License-Identifier: EUPL-1.2
// Key servers and a counter that are spoken to in signed messages, as those in other processes are.
#include "headcount/door.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/problem.h"
#include "headcount/remote.h"

namespace headcount {

namespace {

// Milano is not known to the servers.
const std::map<std::string, std::string> keys{{"rete", std::string(32, 'n')},
                                              {"roma", std::string(32, 'r')},
                                              {"torino", std::string(32, 't')},
                                              {"milano", std::string(32, 'm')}};

Door::Known known_keys()
{
    Door::Known known;
    for (const auto& [slug, key] : keys)
        if (slug != "milano")
            known[slug] = public_key_of(key);
    return known;
}

std::string key_of(const std::string& slug) { return keys.at(slug); }

std::string code_of(const std::function<void()>& done)
{
    try {
        done();
    } catch (const Problem& problem) {
        return problem.code;
    }
    return "";
}

const Attempt attempt{named_uuid("a round"), 1};

class Doors : public ::testing::Test {
protected:
    KeyRoom key_room;
    CountingRoom counting_room;
    std::vector<std::string> lines;
    std::string last;
    Door::Note note = [this](const std::string& line) { lines.push_back(line); };
    KeyDoor key_door{key_room, known_keys(), system_now, note};
    CounterDoor counter_door{counting_room, known_keys(), system_now, note};
    Speaker::Post to_keys = [this](const std::string& message) {
        last = message;
        return key_door.answer(message);
    };
    Speaker::Post to_count = [this](const std::string& message) {
        last = message;
        return counter_door.answer(message);
    };

    bool is_noted(const std::string& end) const
    {
        return std::any_of(lines.begin(), lines.end(),
                           [&](const std::string& line) { return line.ends_with(end); });
    }
};

} // namespace

TEST_F(Doors, of_key_servers_open_for_who_signs_and_for_their_own_affairs_only)
{
    RemoteKeyServer network("rete", to_keys, key_of);
    RemoteKeyServer roma("roma", to_keys, key_of);
    RemoteKeyServer milano("milano", to_keys, key_of);
    const std::vector<once::Element> one{once::hash_to_group("x")};
    EXPECT_EQ(code_of([&] { roma.open(attempt); }), "headcount.not_believed");
    EXPECT_FALSE(roma.is_open(attempt));
    network.open(attempt);
    EXPECT_TRUE(roma.is_open(attempt));
    EXPECT_EQ(roma.evaluate(attempt, "roma", one), key_room.evaluate(attempt, "elsewhere", one));
    const auto said = last;
    EXPECT_NE(key_door.answer(said).find("headcount.not_believed"), std::string::npos); // again
    EXPECT_EQ(network.evaluated(attempt, "roma"), 1);
    EXPECT_EQ(code_of([&] { milano.evaluate(attempt, "milano", one); }), "headcount.not_believed");
    EXPECT_EQ(code_of([&] { network.evaluate(attempt, "rete", one); }), "headcount.not_believed");
    last.replace(last.find("evaluate"), 8, "destroys");
    EXPECT_NE(key_door.answer(last).find("headcount.not_believed"), std::string::npos);
    EXPECT_NE(key_door.answer("no message").find("code"), std::string::npos);
    EXPECT_NE(key_door.answer("\n{}").find("headcount.not_understood"), std::string::npos);
    EXPECT_EQ(code_of([&] { roma.destroy(attempt.round); }), "headcount.not_believed");
    network.destroy(attempt.round);
    EXPECT_EQ(code_of([&] { roma.evaluate(attempt, "roma", one); }), "headcount.no_key");
    // It is written down who had how much worked out, and nothing of what.
    EXPECT_TRUE(is_noted("roma evaluate " + to_string(attempt.round) + " 1 1 done"));
}

TEST_F(Doors, of_the_counter_take_what_is_too_large_for_a_message)
{
    RemoteCounter network("rete", to_count, key_of);
    RemoteCounter roma("roma", to_count, key_of);
    once::Prepared prepared;
    for (int i = 0; i < 4500; ++i)
        prepared.persons.push_back({{"person " + std::to_string(i)}, {}});
    prepared.tallies.persons = 4500.0;
    const auto parcel = [](const once::Prepared& some) {
        return once::write_parcel(once::pack(some, once::plain_encodings(texts_to_blind(some))));
    };
    const auto large = parcel(prepared);
    ASSERT_GT(large.size(), 600'000U);
    EXPECT_EQ(code_of([&] { roma.receive(attempt, "roma", large); }), "headcount.no_key");
    EXPECT_EQ(code_of([&] { roma.open(attempt); }), "headcount.not_believed");
    network.open(attempt);
    EXPECT_TRUE(roma.is_open(attempt));
    roma.receive(attempt, "roma", large);
    EXPECT_EQ(network.received(attempt), std::set<std::string>{"roma"});
    prepared.persons.resize(1200);
    roma.receive(attempt, "torino", parcel(prepared)); // signed with torino's key
    const auto overlap = network.compare(attempt, {"roma", "torino"}, 0);
    const auto here = counting_room.compare(attempt, {"roma", "torino"}, 0);
    EXPECT_EQ(overlap.cities[0].persons, 4500.0);
    EXPECT_EQ(overlap.all_links, 1200.0);
    EXPECT_EQ(overlap.links, here.links);
    EXPECT_EQ(overlap.sets, here.sets);
    EXPECT_EQ(code_of([&] {
                  roma.compare(attempt, {"roma", "torino"}, 0);
              }),
              "headcount.not_believed");
    EXPECT_EQ(code_of([&] { roma.received(attempt); }), "headcount.not_believed");
    EXPECT_EQ(code_of([&] { network.give_back(attempt.round, "milano"); }),
              "headcount.not_believed");
    roma.give_back(attempt.round, "roma");
    EXPECT_EQ(network.received(attempt), std::set<std::string>{"torino"});
    network.destroy(attempt.round);
    EXPECT_TRUE(counting_room.received(attempt).empty());
    EXPECT_TRUE(is_noted("rete destroy " + to_string(attempt.round) + " 0 done"));
}

// Nor may what was said to one server be carried to another, nor a piece come alone.
TEST_F(Doors, of_the_counter_refuse_what_is_said_elsewhere_and_what_is_not_whole)
{
    RemoteKeyServer network("rete", to_keys, key_of);
    network.open(attempt);
    EXPECT_NE(counter_door.answer(last).find("headcount.not_believed"), std::string::npos);
    EXPECT_FALSE(counting_room.is_open(attempt));
    counting_room.open(attempt);
    const Speaker speaker(to_counter, to_count, key_of);
    Said second;
    second.from = "roma";
    second.what = "receive";
    second.round = Id<Round>(attempt.round);
    second.attempt = attempt.number;
    second.bytes = "YWJj";
    second.piece = 1;
    second.pieces = 2;
    EXPECT_EQ(code_of([&] { speaker.ask(second); }), "headcount.broken_parcel");
    second.piece = 0;
    second.pieces = 1;
    EXPECT_EQ(code_of([&] { speaker.ask(second); }), "headcount.broken_parcel");
    EXPECT_TRUE(counting_room.received(attempt).empty());
}

} // namespace headcount
