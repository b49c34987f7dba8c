// SPDX-License-Identifier: EUPL-1.2
// Files with something told in each place that may tell something, for tests.
#pragma once

#include <gtest/gtest.h>

#include <ctime>
#include <functional>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <utility>

#include "stories/media.h"

namespace test_stories {

inline const std::string secret = "Via dei Sabelli 12";

// Where something may stand beside sound and picture: who makes a file asks for each such place
// what stands there, and wraps it as that place wants it.
class Told {
public:
    using Wrap = std::function<std::string(const std::string&)>;

    explicit Told(std::set<std::string> places = {}, std::size_t padding = 0)
        : places_(std::move(places)), padding_(padding)
    {
    }

    std::string operator()(const std::string& place, const Wrap& wrap) const
    {
        asked_.insert(place);
        return places_.contains(place) ? wrap(secret + std::string(padding_, '.')) : "";
    }

    const std::set<std::string>& asked() const { return asked_; }

private:
    std::set<std::string> places_;
    std::size_t padding_ = 0;
    mutable std::set<std::string> asked_;
};

using Build = std::string (*)(const Told&);

inline void tells_nothing(const std::string& medium, Build build, const Told& told,
                          const std::string& which)
{
    const auto before = build(told);
    ASSERT_NE(before.find(secret), std::string::npos) << which;
    const auto clean = stories::clean_media(medium, before);
    ASSERT_EQ(clean.fault, stories::MediaFault::none) << which;
    EXPECT_EQ(clean.bytes.find("Sabelli"), std::string::npos) << which;
    EXPECT_NE(clean.bytes.find("itself"), std::string::npos) << which << ": the recording";
    EXPECT_TRUE(stories::clean_media(medium, clean.bytes).bytes == clean.bytes) << which;
}

// Each place by itself, then many of them together with texts of different length.
inline void never_tells(const std::string& medium, Build build)
{
    const Told nothing;
    ASSERT_EQ(stories::clean_media(medium, build(nothing)).fault, stories::MediaFault::none);
    const auto& places = nothing.asked();
    for (const auto& place : places)
        tells_nothing(medium, build, Told({place}), place);
    std::mt19937 random(20261130);
    for (int round = 0; round < 200; ++round) {
        std::set<std::string> some{*std::next(places.begin(), random() % places.size())};
        for (const auto& place : places)
            if (random() % 3 == 0)
                some.insert(place);
        tells_nothing(medium, build, Told(some, random() % 300), "round " + std::to_string(round));
    }
}

// As long as a file may be a tenth of; where each byte were looked at again for each other one it
// would take hours.
inline constexpr std::size_t long_file = 6 * 1024 * 1024;

inline std::string repeated(const std::string& piece, std::size_t bytes)
{
    std::string all;
    while (all.size() < bytes)
        all += piece;
    return all;
}

inline stories::CleanMedia clean_in_time(const std::string& medium, const std::string& bytes)
{
    const auto begun = std::clock(); // of this program alone: the machine may be busy
    auto clean = stories::clean_media(medium, bytes);
    EXPECT_LT(std::clock() - begun, 20 * CLOCKS_PER_SEC);
    return clean;
}

inline std::string number(std::size_t value, int bytes)
{
    std::string out;
    for (int i = bytes - 1; i >= 0; --i)
        out += static_cast<char>(value >> (8 * i) & 0xff);
    return out;
}

inline std::string little(std::size_t value, int bytes)
{
    const auto big = number(value, bytes);
    return {big.rbegin(), big.rend()};
}

inline std::string zeros(std::size_t count) { return std::string(count, '\0'); }

} // namespace test_stories
