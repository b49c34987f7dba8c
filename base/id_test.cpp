// SPDX-License-Identifier: EUPL-1.2
#include "base/id.h"

#include <gtest/gtest.h>

#include <set>

namespace {

struct Stay;
constexpr auto example = "01890a5d-ac96-774b-bcce-b302099a8057";

} // namespace

TEST(Uuid, is_read_and_written)
{
    EXPECT_EQ(to_string(parse_uuid(example).value()), example);
    EXPECT_EQ(to_string(parse_uuid("01890A5D-AC96-774B-BCCE-B302099A8057").value()), example);
    EXPECT_TRUE(parse_uuid("00000000-0000-0000-0000-000000000000")->is_nil());
    EXPECT_FALSE(parse_uuid(example)->is_nil());
}

TEST(Uuid, refuses_everything_else)
{
    for (const auto* text :
         {"", "01890a5d", "01890a5dac96774bbcceb302099a8057",
          "{01890a5d-ac96-774b-bcce-b302099a805}", "01890a5d-ac96-774b-bcce-b302099a805",
          "01890a5d-ac96-774b-bcce-b302099a80577", "01890a5d-ac96-774b-bcce-b302099a805g",
          "01890a5d0ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcceb-302099a8057",
          " 1890a5d-ac96-774b-bcce-b302099a8057"})
        EXPECT_FALSE(parse_uuid(text)) << text;
}

TEST(Uuid, made_now_carries_the_time_and_its_version)
{
    const auto uuid = make_uuid(Instant{0x0123456789ab});
    const auto text = to_string(uuid);
    EXPECT_EQ(text.substr(0, 13), "01234567-89ab");
    EXPECT_EQ(text[14], '7');
    EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos);
}

TEST(Uuid, made_later_sorts_later_and_none_comes_twice)
{
    std::set<Uuid> made;
    for (int i = 0; i < 2000; ++i)
        made.insert(make_uuid(Instant{1'795'468'500'000}));
    EXPECT_EQ(made.size(), 2000u);
    EXPECT_LT(*made.rbegin(), make_uuid(Instant{1'795'468'500'001}));
    EXPECT_LT(to_string(*made.rbegin()), to_string(make_uuid(Instant{1'795'468'500'001})));
}

TEST(Uuid, of_a_name_is_always_the_same)
{
    const auto one = named_uuid("import/roma/2026-11-23/row 7");
    EXPECT_EQ(one, named_uuid("import/roma/2026-11-23/row 7"));
    EXPECT_NE(one, named_uuid("import/roma/2026-11-23/row 8"));
    EXPECT_EQ(to_string(one)[14], '8');
    EXPECT_FALSE(named_uuid("").is_nil());
}

TEST(Id, of_one_kind_is_not_of_another)
{
    struct Case;
    static_assert(!std::is_convertible_v<Id<Stay>, Id<Case>>);
    static_assert(!std::is_convertible_v<Uuid, Id<Stay>>);
    EXPECT_EQ(to_string(parse_id<Stay>(example).value()), example);
    EXPECT_FALSE(parse_id<Stay>("no id"));
    EXPECT_EQ(Id<Stay>::make(Instant{1}).bytes[5], 1);
}

TEST(Id, hash_tells_ids_apart)
{
    const UuidHash hash;
    EXPECT_EQ(hash(parse_uuid(example).value()), hash(parse_uuid(example).value()));
    std::set<std::size_t> hashes;
    for (int i = 0; i < 1000; ++i)
        hashes.insert(hash(make_uuid(Instant{0})));
    EXPECT_EQ(hashes.size(), 1000u);
}
