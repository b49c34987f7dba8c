// SPDX-License-Identifier: EUPL-1.2
#include "core/gate.h"

#include <gtest/gtest.h>

#include "base/problem.h"

namespace core {

namespace {

constexpr Allowance sendings{"test.sending", 12, 240};
constexpr Allowance wrong_codes{"test.wrong_code", 12, 3000};

const Instant begun = parse_instant("2026-11-23T21:15:00Z").value();

// How many of `tries` at one moment are let through.
int let_through(Gate& gate, const std::string& address, int tries, Instant now)
{
    int passed = 0;
    for (int i = 0; i < tries; ++i) {
        try {
            gate.pass(sendings, address, now);
            ++passed;
        } catch (const Problem& problem) {
            EXPECT_EQ(problem.status, 429);
            EXPECT_EQ(problem.code, "core.too_often");
            EXPECT_EQ(problem.facts.front().first, "minutes");
        }
    }
    return passed;
}

} // namespace

TEST(Gate, lets_an_address_pass_as_often_as_is_allowed_and_again_as_time_passes)
{
    Gate gate;
    EXPECT_EQ(let_through(gate, "192.0.2.1", 30, begun), sendings.from_one_address);
    EXPECT_EQ(let_through(gate, "192.0.2.2", 30, begun), sendings.from_one_address) << "another";
    EXPECT_EQ(let_through(gate, "192.0.2.1", 1, begun.plus_seconds(299)), 0);
    EXPECT_EQ(let_through(gate, "192.0.2.1", 2, begun.plus_seconds(301)), 1) << "a twelfth an hour";
    EXPECT_EQ(let_through(gate, "192.0.2.1", 30, begun.plus_seconds(3 * 3600)),
              sendings.from_one_address);
}

TEST(Gate, holds_all_addresses_together_to_the_limit_of_the_city)
{
    Gate gate;
    int passed = 0;
    for (int i = 0; i < 200; ++i)
        passed += let_through(gate, "198.51.100." + std::to_string(i), 12, begun);
    EXPECT_EQ(passed, sendings.in_the_city);
}

TEST(Gate, counts_a_home_with_ipv6_as_one_address)
{
    EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), network_of("2001:db8:1:2::9"));
    EXPECT_NE(network_of("2001:db8:1:2::9"), network_of("2001:db8:1:3::9"));
    EXPECT_EQ(network_of("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(network_of("::ffff:192.0.2.1"), "::ffff:192.0.2.1");
    Gate gate;
    int passed = 0;
    for (int i = 0; i < 50; ++i)
        passed += let_through(gate, "2001:db8::" + std::to_string(i), 1, begun);
    EXPECT_EQ(passed, sendings.from_one_address);
}

TEST(Gate, stays_small_whoever_knocks)
{
    Gate gate;
    for (int i = 0; i < 30'000; ++i)
        gate.count(wrong_codes, "host " + std::to_string(i), begun);
    EXPECT_LE(gate.addresses(), Gate::addresses_max);
}

TEST(Gate, counts_each_thing_for_itself)
{
    Gate gate;
    EXPECT_EQ(let_through(gate, "192.0.2.1", 30, begun), sendings.from_one_address);
    EXPECT_NO_THROW(gate.pass(wrong_codes, "192.0.2.1", begun));
}

TEST(Gate, forgets_nothing_when_the_clock_goes_back)
{
    Gate gate;
    EXPECT_EQ(let_through(gate, "192.0.2.1", 30, begun), sendings.from_one_address);
    EXPECT_EQ(let_through(gate, "192.0.2.1", 1, begun.plus_seconds(-3600)), 0);
}

} // namespace core
