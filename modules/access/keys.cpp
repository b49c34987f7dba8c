// SPDX-License-Identifier: EUPL-1.2
#include "access/keys.h"

#include "access/rows.h"

namespace lgnet::access {

bool has_ended(const OpenSession& session, Instant now)
{
    return now >= session.seen_at.plus_seconds(session_idle_seconds) ||
           now >= session.began_at.plus_seconds(session_days_max * 24LL * 60 * 60);
}

bool is_valid(const Token& token, Instant now)
{
    return !token.revoked_at && (!token.expires_on || local_date(now) <= *token.expires_on);
}

std::unique_ptr<Keys> Keys::build(store::Transaction& transaction)
{
    auto keys = std::make_unique<Keys>();
    for (const auto& session : read_sessions(transaction))
        keys->sessions_.emplace(session.mark, session);
    for (const auto& token : read_stored_tokens(transaction))
        keys->tokens_.emplace(token.mark, token);
    return keys;
}

std::optional<Keys::Use> Keys::use_session(const std::string& mark, Instant now)
{
    const std::scoped_lock lock(mutex_);
    const auto found = sessions_.find(mark);
    if (found == sessions_.end())
        return std::nullopt;
    auto& session = found->second;
    if (has_ended(session, now)) {
        sessions_.erase(found);
        return std::nullopt;
    }
    session.seen_at = std::max(session.seen_at, now);
    const bool to_note = now >= session.noted_at.plus_seconds(session_note_seconds);
    if (to_note)
        session.noted_at = now;
    return Use{session.account, to_note};
}

std::optional<Token> Keys::find_valid_token(const std::string& mark, Instant now) const
{
    const std::scoped_lock lock(mutex_);
    const auto found = tokens_.find(mark);
    if (found == tokens_.end() || !is_valid(found->second, now))
        return std::nullopt;
    return found->second;
}

std::optional<Token> Keys::find_token(const Id<core::Account>& id) const
{
    const std::scoped_lock lock(mutex_);
    for (const auto& [mark, token] : tokens_)
        if (token.id == id)
            return token;
    return std::nullopt;
}

void Keys::put_session(const OpenSession& session, Instant now)
{
    const std::scoped_lock lock(mutex_);
    std::erase_if(sessions_, [&](const auto& one) { return has_ended(one.second, now); });
    sessions_[session.mark] = session;
}

void Keys::end_session(const std::string& mark)
{
    const std::scoped_lock lock(mutex_);
    sessions_.erase(mark);
}

void Keys::end_sessions(const Id<core::Account>& account, const std::string& except)
{
    const std::scoped_lock lock(mutex_);
    std::erase_if(sessions_, [&](const auto& one) {
        return one.second.account == account && one.first != except;
    });
}

void Keys::put_token(const std::string& mark, const Token& token)
{
    const std::scoped_lock lock(mutex_);
    tokens_[mark] = token;
}

void Keys::revoke_token(const Id<core::Account>& id, Instant now)
{
    const std::scoped_lock lock(mutex_);
    for (auto& [mark, token] : tokens_)
        if (token.id == id)
            token.revoked_at = now;
}

} // namespace lgnet::access
