// SPDX-License-Identifier: EUPL-1.2
#include "base/zip.h"

#include <gtest/gtest.h>

namespace {

using Why = ZipUnreadable::Why;

const ZipEntries two{{"map/services.csv", "id,name\n1,Docce\n"}, {"datapackage.json", "{}"}};

std::optional<Why> fault_of(const std::string& bytes, const char* name, const ZipLimits& limits)
{
    try {
        ZipReader(bytes, limits).find(name);
    } catch (const ZipUnreadable& unreadable) {
        return unreadable.why;
    }
    return std::nullopt;
}

} // namespace

TEST(Zip, gives_back_what_was_put_in)
{
    const auto bytes = write_zip(two);
    EXPECT_TRUE(begins_as_zip(bytes));
    ZipReader zip(bytes);
    EXPECT_EQ(zip.names(), (std::vector<std::string>{"datapackage.json", "map/services.csv"}));
    EXPECT_EQ(zip.find("map/services.csv"), two.at("map/services.csv"));
    EXPECT_EQ(zip.find("MAP/Services.csv"), two.at("map/services.csv"));
    EXPECT_EQ(zip.find("services.csv"), std::nullopt);
    EXPECT_EQ(zip.find("../datapackage.json"), std::nullopt);
}

TEST(Zip, is_the_same_bytes_for_the_same_entries) { EXPECT_EQ(write_zip(two), write_zip(two)); }

TEST(Zip, is_not_unpacked_beyond_its_bounds)
{
    const auto bytes =
        write_zip({{"a", std::string(3'000'000, ' ')}, {"b", std::string(3'000'000, ' ')}});
    ASSERT_LT(bytes.size(), 20'000u);
    EXPECT_EQ(fault_of(bytes, "a", {}), std::nullopt);
    EXPECT_EQ(fault_of(bytes, "a", {.entries = 1}), Why::too_many);
    EXPECT_EQ(fault_of(bytes, "a", {.entry_bytes = 1'000'000}), Why::too_large);
    ZipReader zip(bytes, {.whole_bytes = 4'000'000});
    EXPECT_TRUE(zip.find("a"));
    EXPECT_THROW(zip.find("b"), ZipUnreadable);
}

TEST(Zip, that_is_broken_is_refused)
{
    auto bytes = write_zip(two);
    EXPECT_EQ(fault_of("PK\x03\x04 and no more", "a", {}), Why::broken);
    EXPECT_EQ(fault_of("{}", "a", {}), Why::broken);
    EXPECT_EQ(fault_of(bytes.substr(0, bytes.size() - 30), "datapackage.json", {}), Why::broken);
    // What was packed says something else than its sum.
    const auto place = bytes.find("map/services.csv") + 20;
    bytes[place] = static_cast<char>(~bytes[place]);
    EXPECT_EQ(fault_of(bytes, "map/services.csv", {}), Why::broken);
}
