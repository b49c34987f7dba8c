// SPDX-License-Identifier: EUPL-1.2
#include "access/access.h"
#include "access/lockout.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using access::after_failure;
using access::Failures;

constexpr access::Limit limit{3, 60 * 60};
constexpr Instant begin{1'000'000'000};

std::int64_t minutes_locked(const Failures& failures, Instant now)
{
    return (failures.locked_until.milliseconds - now.milliseconds) / 60'000;
}

TEST(Lockout, begins_at_the_limit_and_doubles)
{
    Failures failures;
    for (const int minutes : {0, 0, 15, 30, 60, 120, 240, 480, 480}) {
        failures = after_failure(failures, limit, begin);
        EXPECT_EQ(std::max<std::int64_t>(minutes_locked(failures, begin), 0), minutes)
            << failures.failures;
    }
}

TEST(Lockout, forgets_what_is_long_ago)
{
    Failures failures = after_failure({}, limit, begin);
    failures = after_failure(failures, limit, begin.plus_seconds(3599));
    EXPECT_EQ(failures.failures, 2);
    failures = after_failure(failures, limit, begin.plus_seconds(3600));
    EXPECT_EQ(failures.failures, 1);
    EXPECT_EQ(failures.since_at, begin.plus_seconds(3600));
}

} // namespace
