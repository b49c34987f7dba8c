// SPDX-License-Identifier: EUPL-1.2
#include "network/box.h"

#include <gtest/gtest.h>

#include <random>

namespace network {

namespace {

store::Seal seal_of(std::uint8_t key)
{
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(key);
    return store::Seal(bytes);
}

const store::Seal roma = seal_of(1);
const store::Seal milano = seal_of(2);

} // namespace

TEST(Box, is_opened_by_the_city_it_is_for_and_by_no_other)
{
    const auto box = close_box(public_key_of(milano), "Hodan Warsame");
    ASSERT_TRUE(box);
    EXPECT_EQ(open_box(milano, *box), "Hodan Warsame");
    EXPECT_EQ(open_box(roma, *box), std::nullopt);
    EXPECT_EQ(box->find("Hodan"), std::string::npos);
}

TEST(Box, says_little_by_its_size_and_nothing_by_its_repetition)
{
    const auto key = public_key_of(milano);
    const auto one = close_box(key, "").value();
    const auto other = close_box(key, std::string(4000, 'x')).value();
    EXPECT_EQ(one.size(), other.size());
    EXPECT_LT(other.size(), close_box(key, std::string(4096, 'x')).value().size());
    EXPECT_NE(close_box(key, "the same"), close_box(key, "the same"));
}

// Property: whatever is changed, nothing comes out.
TEST(Box, that_was_altered_does_not_open)
{
    std::mt19937 chance(20261127);
    const auto box = close_box(public_key_of(milano), "Hodan Warsame").value();
    for (int turn = 0; turn < 200; ++turn) {
        auto altered = box;
        auto& letter = altered[chance() % altered.size()];
        letter = letter == 'A' ? 'B' : 'A';
        EXPECT_EQ(open_box(milano, altered), std::nullopt) << turn;
    }
    for (const auto* none : {"", "no box", "====", "QUJD"})
        EXPECT_EQ(open_box(milano, none), std::nullopt) << none;
    EXPECT_EQ(close_box("no key", "x"), std::nullopt);
    EXPECT_EQ(close_box("QUJD", "x"), std::nullopt);
}

TEST(Key, is_the_citys_own_and_the_same_after_every_start)
{
    EXPECT_EQ(public_key_of(roma), public_key_of(seal_of(1)));
    EXPECT_NE(public_key_of(roma), public_key_of(milano));
}

} // namespace network
