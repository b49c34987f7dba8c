// SPDX-License-Identifier: EUPL-1.2
#include "access/lockout.h"

#include <algorithm>

#include "access/rows.h"
#include "base/problem.h"
#include "store/seal.h"

namespace lgnet::access {

namespace {

constexpr int first_lock_minutes = 15;
constexpr int doublings_max = 5;
constexpr int kept_seconds = 2 * 24 * 60 * 60; // longer than any limit and its lock

std::string remote_subject(const store::Seal& seal, const std::string& remote)
{
    return seal.mark("failure", "remote:" + remote);
}

void count(store::Transaction& transaction, const std::string& subject, const Limit& limit,
           Instant now)
{
    const auto before = find_failures(transaction, subject).value_or(Failures{});
    put_failures(transaction, subject, after_failure(before, limit, now));
}

} // namespace

Failures after_failure(const Failures& before, const Limit& limit, Instant now)
{
    Failures after = before;
    if (before.failures == 0 || now >= before.since_at.plus_seconds(limit.seconds))
        after = {0, now, {}};
    ++after.failures;
    if (after.failures >= limit.failures) {
        const int doublings = std::min(after.failures - limit.failures, doublings_max);
        after.locked_until = now.plus_seconds(60LL * (first_lock_minutes << doublings));
    }
    return after;
}

void refuse_locked(store::Transaction& transaction, const std::string& login,
                   const std::string& remote, Instant now)
{
    const auto& seal = transaction.seal();
    for (const auto& subject : {login_subject(seal, login), remote_subject(seal, remote)}) {
        const auto found = find_failures(transaction, subject);
        if (!found || found->locked_until <= now)
            continue;
        const auto left = found->locked_until.milliseconds - now.milliseconds;
        throw Problem(429, "access.locked",
                      {{"minutes", std::to_string((left + 59'999) / 60'000)}});
    }
}

void count_failure(store::Transaction& transaction, const std::string& login,
                   const std::string& remote, Instant now)
{
    delete_failures_before(transaction, now.plus_seconds(-kept_seconds));
    const auto& seal = transaction.seal();
    count(transaction, login_subject(seal, login), login_limit, now);
    if (!remote.empty())
        count(transaction, remote_subject(seal, remote), remote_limit, now);
}

void forget_failures(store::Transaction& transaction, const std::string& login)
{
    delete_failures(transaction, login_subject(transaction.seal(), login));
}

std::string login_subject(const store::Seal& seal, const std::string& login)
{
    return seal.mark("failure", "login:" + login);
}

} // namespace lgnet::access
