// SPDX-License-Identifier: EUPL-1.2
// The cast as the tests and the demonstration find it.
#include <gtest/gtest.h>

#include "access/access.h"
#include "app/cast.h"
#include "cases/cases.h"
#include "core/log.h"
#include "core/testing.h"
#include "monitoring/monitoring.h"
#include "network/network.h"
#include "outreach/outreach.h"
#include "people/people.h"
#include "reports/reports.h"

namespace {

class Cast : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Cast()
        : house_(GetParam(),
                 {network::module(), access::module(), people::module(), outreach::module(),
                  cases::module(), reports::module(), monitoring::module()})
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
    ASSERT_EQ(document.root().member("items").size(), 1u) << response.body;
    const auto card = document.root().member("items").at(0);
    EXPECT_EQ(card.member("period").text(), "2026-Q2");
    EXPECT_EQ(card.member("received_at").text(), card.member("submitted_at").text());
}

INSTANTIATE_TEST_SUITE_P(Both, Cast, test_stores::both(), ::testing::PrintToStringParamName());
