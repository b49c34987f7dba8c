// SPDX-License-Identifier: EUPL-1.2
#include "network/keys.h"

#include <gtest/gtest.h>

#include "core/samples.h"

namespace network {

namespace {

store::Seal seal_of(std::uint8_t key)
{
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(key);
    return store::Seal(bytes);
}

std::string bare(const char* json)
{
    const std::string_view quoted(json);
    return std::string(quoted.substr(1, quoted.size() - 2));
}

const store::Seal roma = seal_of(1);
const store::Seal milano = seal_of(2);

} // namespace

TEST(Keys, follow_from_the_key_of_the_store)
{
    EXPECT_EQ(own_card(roma, "roma"), own_card(seal_of(1), "roma"));
    EXPECT_NE(own_card(roma, "roma").sign_key, own_card(milano, "milano").sign_key);
    EXPECT_NE(own_card(roma, "roma").sign_key, own_card(roma, "roma").box_key);
}

TEST(Keys, sign_what_was_said_and_nothing_else)
{
    const auto card = own_card(roma, "roma");
    const auto signature = sign(roma, "sì");
    EXPECT_TRUE(is_signed(card.sign_key, "sì", signature));
    EXPECT_FALSE(is_signed(card.sign_key, "no", signature));
    EXPECT_FALSE(is_signed(own_card(milano, "milano").sign_key, "sì", signature));
    for (const auto* wrong : {"", "AAAA", "not base64"}) {
        EXPECT_FALSE(is_signed(card.sign_key, "sì", wrong));
        EXPECT_FALSE(is_signed(wrong, "sì", signature));
    }
}

TEST(Card, is_read_as_it_was_written_however_the_mail_broke_it)
{
    const auto card = own_card(roma, "roma");
    auto text = write_card(card);
    EXPECT_EQ(read_card(text), card);
    text.insert(20, "\r\n ");
    EXPECT_EQ(read_card("  " + text + "\n"), card);
    for (const std::string wrong :
         {"", "lgnet1:roma", "lgnet2:roma:AAAA:AAAA", "lgnet1:roma:AAAA:AAAA", "lgnet1:Roma:x:y"})
        EXPECT_EQ(read_card(wrong), std::nullopt) << wrong;
}

TEST(Fingerprint, is_six_groups_of_digits_of_this_card_alone)
{
    const auto card = own_card(roma, "roma");
    const auto digits = fingerprint_of(card);
    EXPECT_EQ(digits.size(), 35U);
    EXPECT_EQ(digits.find_first_not_of("0123456789 "), std::string::npos);
    auto without = digits;
    std::erase(without, ' ');
    EXPECT_TRUE(is_fingerprint(without, card));
    EXPECT_TRUE(is_fingerprint(" " + digits + "\n", card));
    auto other = card;
    other.slug = "milano";
    EXPECT_FALSE(is_fingerprint(digits, other));
    EXPECT_FALSE(is_fingerprint("", card));
    EXPECT_FALSE(is_fingerprint(digits.substr(0, 17), card));
}

// Another way of writing them would make all that people have written down wrong.
TEST(Fingerprint, of_the_examples_stays_as_it_is)
{
    using namespace core::samples;
    for (const auto& [card, digits] :
         {std::pair(link_card, link_fingerprint), std::pair(new_link_card, new_link_fingerprint)})
        EXPECT_EQ(fingerprint_of(read_card(bare(card)).value()), bare(digits));
}

} // namespace network
