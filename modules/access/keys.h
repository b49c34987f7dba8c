// SPDX-License-Identifier: EUPL-1.2
// The sessions and tokens of one store, kept in memory under the keyed mark of their secret, so
// that knowing who asks costs no query.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "access/access.h"

namespace lgnet::access {

inline constexpr int session_idle_seconds = 12 * 60 * 60;
inline constexpr int session_days_max = 14;
// How exactly the store knows when a session was last used: a write for every request would be a
// waste.
inline constexpr int session_note_seconds = 10 * 60;

struct OpenSession {
    std::string mark;
    Id<core::Account> account;
    Instant began_at;
    Instant seen_at;  // by us
    Instant noted_at; // in the store
};

bool has_ended(const OpenSession& session, Instant now);
bool is_valid(const Token& token, Instant now);

class Keys {
public:
    static std::unique_ptr<Keys> build(store::Transaction& transaction);

    struct Use {
        Id<core::Account> account;
        bool to_note = false; // the store should hear of it
    };
    // Somebody came with this session: nothing where it is not there or has ended.
    std::optional<Use> use_session(const std::string& mark, Instant now);
    // A token that is neither revoked nor expired.
    std::optional<Token> find_valid_token(const std::string& mark, Instant now) const;
    std::optional<Token> find_token(const Id<core::Account>& id) const;

    // News of a commit.
    void put_session(const OpenSession& session, Instant now);
    void end_session(const std::string& mark);
    // All but that one; its mark may be empty.
    void end_sessions(const Id<core::Account>& account, const std::string& except);
    void put_token(const std::string& mark, const Token& token);
    void revoke_token(const Id<core::Account>& id, Instant now);

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, OpenSession> sessions_;
    std::map<std::string, Token> tokens_; // by mark
};

} // namespace lgnet::access
