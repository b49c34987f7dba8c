// SPDX-License-Identifier: EUPL-1.2
// Logins and passwords that have been proved a little while ago, so that a client that sends them
// with every request costs one hashing and one session, not one for each. We keep neither: under
// the keyed mark of both stands the mark of the session that the log-in began. What ends a session
// (a closed account, a changed password) ends the proof with it.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/time.h"
#include "store/seal.h"
#include "store/store.h"

namespace lgnet::access {

inline constexpr std::int64_t proof_seconds = 10 * 60;
inline constexpr std::size_t proofs_max = 1024; // the oldest goes first

class Proofs {
public:
    static std::unique_ptr<Proofs> build(store::Transaction&) { return std::make_unique<Proofs>(); }

    // The session's mark.
    std::optional<std::string> find(const std::string& mark, Instant now) const;
    void put(const std::string& mark, const std::string& session, Instant now);

private:
    struct Proof {
        std::string session;
        Instant until;
    };
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Proof> proofs_;
    std::deque<std::string> order_; // of their making
};

std::string proof_mark(const store::Seal& seal, const std::string& login,
                       const std::string& password);

} // namespace lgnet::access
