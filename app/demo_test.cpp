// SPDX-License-Identifier: EUPL-1.2
// The demonstration is the same each time, large enough, and whole.
#include "app/demo.h"

#include <gtest/gtest.h>

#include <sstream>

#include "access/access.h"
#include "base/json.h"
#include "cases/cases.h"
#include "core/log.h"
#include "core/testing.h"
#include "monitoring/monitoring.h"
#include "network/network.h"
#include "outreach/outreach.h"
#include "people/people.h"

namespace {

std::vector<std::string> every_slug()
{
    std::vector<std::string> slugs{"rete"};
    const core::Catalogue catalogue;
    for (const auto& city : catalogue.cities())
        slugs.push_back(city.slug);
    return slugs;
}

class Demonstration {
public:
    explicit Demonstration(test_stores::Engine engine = test_stores::Engine::sqlite,
                           const std::vector<std::string>& slugs = every_slug())
        : house_(engine,
                 {network::module(), access::module(), people::module(), outreach::module(),
                  cases::module(), monitoring::module()},
                 slugs)
    {
        core::set_log_level("warning");
        std::ostringstream progress;
        demo::fill(*house_.house, [this](Instant at) { house_.now = at; }, 1, progress);
        printf("%s", progress.str().c_str());
    }

    std::string ask(const std::string& login, const std::string& line)
    {
        const auto response = house_.ask(cast::actor(login), line);
        EXPECT_EQ(response.status, 200) << line << "\n" << response.body;
        return response.body;
    }

    test_house::TestHouse house_;
};

} // namespace

TEST(DemoTrial, days)
{
    for (const char* at : {"2026-11-23T09:10:00Z", "2027-01-02T00:30:00Z", "2026-10-03T23:30:00Z", "2026-03-29T01:30:00Z", "2026-05-05T19:01:00Z", "2028-02-29T03:05:00Z"})
    for (int scale : {1, 3}) {
        test_house::TestHouse house(test_stores::Engine::sqlite, {network::module(), access::module(), people::module(), outreach::module(),
                  cases::module(), monitoring::module()}, every_slug());
        core::set_log_level("warning");
        house.now = *parse_instant(at);
        std::ostringstream progress;
        const auto begin = system_now();
        try {
        demo::fill(*house.house, [&](Instant t) { house.now = t; }, scale, progress);
        } catch (const std::exception& e) { ADD_FAILURE() << at << " " << scale << " " << e.what(); }
        printf("%s %d %lld ms\n", at, scale, (long long)(system_now().milliseconds - begin.milliseconds));
    }
}
TEST(DemoTrial, it)
{
    Demonstration d;
    auto document = JsonDocument::parse(d.ask("marco@roma", "GET /api/monitoring/board?period=2026"));
    auto values = document.root().member("values");
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto v = values.at(i);
        auto b = v.member("breakdown").text();
        if (v.member("window").text() == "period" && (b == "total" || b == "gender" || b=="age" || b == "month" || b=="district" || b=="kind"))
            printf("%s %s %s = %g\n", std::string(v.member("indicator").text()).c_str(), std::string(b).c_str(), std::string(v.member("cell").text()).c_str(), v.member("value").is_null() ? -1 : v.member("value").real());
    }
    printf("%s\n", d.ask("direzione@rete", "GET /api/monitoring/network_board?period=2026-Q3").c_str());
}
