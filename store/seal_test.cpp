// SPDX-License-Identifier: EUPL-1.2
#include "store/seal.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <regex>

#include "store/testing.h"

using store::Seal;

namespace {

const Seal seal(std::array<std::uint8_t, 32>{1, 2, 3});
const Seal other_seal(std::array<std::uint8_t, 32>{1, 2, 4});

std::string close_name(std::string_view plain)
{
    return seal.close(plain, "people_person", "name", "row-1");
}

std::string open_name(std::string_view sealed)
{
    return seal.open(sealed, "people_person", "name", "row-1");
}

} // namespace

TEST(Seal, opens_what_it_closed)
{
    for (const std::string plain : {"", "Amina", "محمد", "a longer text, with \n lines"})
        EXPECT_EQ(open_name(close_name(plain)), plain);
}

TEST(Seal, closes_the_same_value_differently_each_time)
{
    EXPECT_NE(close_name("Amina"), close_name("Amina"));
    EXPECT_TRUE(std::regex_match(close_name("Amina"), std::regex("s1\\.[A-Za-z0-9_-]+")));
    EXPECT_EQ(close_name("Amina").find("Amina"), std::string::npos);
}

TEST(Seal, does_not_open_what_was_altered)
{
    const auto sealed = close_name("Amina");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        auto altered = sealed;
        altered[at] = altered[at] == 'A' ? 'B' : 'A';
        EXPECT_THROW(open_name(altered), std::runtime_error) << at;
        EXPECT_THROW(open_name(sealed.substr(0, at)), std::runtime_error) << at;
    }
    EXPECT_THROW(open_name(sealed + "A"), std::runtime_error);
    EXPECT_THROW(open_name("Amina"), std::runtime_error);
}

TEST(Seal, does_not_open_what_was_moved)
{
    const auto sealed = close_name("Amina");
    EXPECT_THROW(seal.open(sealed, "people_person", "name", "row-2"), std::runtime_error);
    EXPECT_THROW(seal.open(sealed, "people_person", "alias", "row-1"), std::runtime_error);
    EXPECT_THROW(seal.open(sealed, "people_alias", "name", "row-1"), std::runtime_error);
    // The three parts of the place do not run into each other.
    const auto joined = seal.close("x", "ab", "c", "d");
    EXPECT_THROW(seal.open(joined, "a", "bc", "d"), std::runtime_error);
}

TEST(Seal, does_not_open_under_another_key)
{
    EXPECT_THROW(other_seal.open(close_name("Amina"), "people_person", "name", "row-1"),
                 std::runtime_error);
}

TEST(Seal, says_where_a_value_does_not_open_and_not_what_it_is)
{
    try {
        open_name(close_name("Amina") + "A");
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("people_person.name, row row-1"),
                  std::string::npos);
        EXPECT_EQ(std::string(error.what()).find("Amina"), std::string::npos);
    }
}

TEST(Seal, marks_by_key_purpose_and_text)
{
    const auto mark = seal.mark("session", "token");
    EXPECT_TRUE(std::regex_match(mark, std::regex("[0-9a-f]{64}")));
    EXPECT_EQ(mark, seal.mark("session", "token"));
    EXPECT_NE(mark, seal.mark("session", "token2"));
    EXPECT_NE(mark, seal.mark("journal", "token"));
    EXPECT_NE(mark, other_seal.mark("session", "token"));
}

TEST(KeyFile, is_made_once_for_its_owner_alone)
{
    const auto path = test_stores::folder() + "/made.key";
    const auto first = Seal::from_file(path, true);
    struct stat status {};
    ASSERT_EQ(stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    EXPECT_FALSE(std::filesystem::exists(path + ".part"));

    const auto again = Seal::from_file(path, true);
    EXPECT_EQ(again.open(first.close("x", "t", "c", "r"), "t", "c", "r"), "x");
    const auto another = Seal::from_file(test_stores::folder() + "/another.key", true);
    EXPECT_THROW(another.open(first.close("x", "t", "c", "r"), "t", "c", "r"), std::runtime_error);
}

TEST(KeyFile, that_is_missing_or_wrong_or_open_to_all_is_refused)
{
    const auto path = test_stores::folder() + "/wrong.key";
    EXPECT_THROW(Seal::from_file("", true), std::runtime_error);
    EXPECT_THROW(Seal::from_file(path, false), std::runtime_error);
    EXPECT_FALSE(std::filesystem::exists(path));

    const std::string digits(64, 'a');
    for (const auto& text : std::vector<std::string>{std::string(), digits.substr(2), digits + "aa",
                                                     std::string(63, 'a') + "g", "\n" + digits}) {
        std::ofstream(path) << text << '\n';
        chmod(path.c_str(), 0600);
        EXPECT_THROW(Seal::from_file(path, true), std::runtime_error) << text;
    }
    std::ofstream(path) << digits << '\n';
    EXPECT_NO_THROW(Seal::from_file(path, false));
    chmod(path.c_str(), 0644);
    EXPECT_THROW(Seal::from_file(path, false), std::runtime_error);
}
