// SPDX-License-Identifier: EUPL-1.2
// The cast as the tests and the demonstration find it.
#include <gtest/gtest.h>

#include "app/cast.h"
#include "app/house.h"
#include "core/log.h"
#include "core/samples.h"
#include "core/testing.h"

namespace {

class Cast : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Cast() : house_(GetParam(), app::house_settings({}).modules)
    {
        core::set_log_level("warning");
        cast::fill(*house_.house, [this](Instant at) { house_.now = at; });
    }

    test_house::TestHouse house_;
};

} // namespace

TEST_P(Cast, the_clock_stands_where_it_stood)
{
    EXPECT_EQ(to_string(house_.now), "2026-11-23T21:15:00.000Z");
}

TEST_P(Cast, tonights_outing_is_open)
{
    const auto response =
        house_.ask(cast::actor("giulia@roma"), "GET /api/outreach/outings?day=2026-11-23");
    const auto document = JsonDocument::parse(response.body);
    ASSERT_EQ(document.root().member("items").size(), 1u) << response.body;
    const auto outing = document.root().member("items").at(0);
    EXPECT_EQ(outing.member("state").text(), "open");
    EXPECT_EQ(outing.member("contacts").integer(), 2);
    EXPECT_EQ(outing.member("seen").integer(), 14);
    EXPECT_EQ(outing.member("warnings").size(), 0u) << "the team is multidisciplinary";
}

TEST_P(Cast, what_marco_stated_has_reached_the_network)
{
    const auto response =
        house_.ask(cast::actor("direzione@rete"), "GET /api/monitoring/statements");
    const auto document = JsonDocument::parse(response.body);
    ASSERT_EQ(document.root().member("items").size(), 3u) << response.body;
    const auto card = document.root().member("items").at(0);
    EXPECT_EQ(card.member("period").text(), "2026-Q2");
    EXPECT_EQ(card.member("received_at").text(), card.member("submitted_at").text());
}

TEST_P(Cast, what_omars_phone_sent_waits_for_marco)
{
    const auto response = house_.ask(cast::actor("marco@roma"), "GET /api/openrosa/asides");
    const auto document = JsonDocument::parse(response.body);
    ASSERT_EQ(document.root().member("items").size(), 1u) << response.body;
    const auto id = std::string(document.root().member("items").at(0).member("id").text());
    const auto sheet = JsonDocument::parse(
        house_.ask(cast::actor("marco@roma"), "GET /api/openrosa/asides/" + id).body);
    ASSERT_EQ(sheet.root().member("pictures").size(), 1u);
    EXPECT_EQ("\"" + std::string(sheet.root().member("pictures").at(0).text()) + "\"",
              core::samples::phone_picture);
}

INSTANTIATE_TEST_SUITE_P(Both, Cast, test_stores::both(), ::testing::PrintToStringParamName());
