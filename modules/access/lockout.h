// SPDX-License-Identifier: EUPL-1.2
// Lock-out after wrong passwords: how long, and for whom. Counted for the login that was typed,
// whether or not there is such an account, and more generously for the address it came from (a
// whole office may stand behind one).
#pragma once

#include <string>

#include "base/time.h"
#include "store/store.h"

namespace lgnet::access {

struct Failures {
    int failures = 0;
    Instant since_at; // the first of them
    Instant locked_until;
};

struct Limit {
    int failures; // the last of these locks
    int seconds;  // after which they are forgotten
};

inline constexpr Limit login_limit{5, 24 * 60 * 60};
inline constexpr Limit remote_limit{30, 60 * 60};

// One more: locks for 15 minutes when the limit is reached, and twice as long each time after that,
// up to eight hours.
Failures after_failure(const Failures& before, const Limit& limit, Instant now);

// Throws Problem(429, "access.locked") where the login or the address must wait.
void refuse_locked(store::Transaction& transaction, const std::string& login,
                   const std::string& remote, Instant now);
void count_failure(store::Transaction& transaction, const std::string& login,
                   const std::string& remote, Instant now);
// Of the login only: who knows one password must not get free guesses at others.
void forget_failures(store::Transaction& transaction, const std::string& login);
// Under what a login's failures are kept.
std::string login_subject(const store::Seal& seal, const std::string& login);

} // namespace lgnet::access
