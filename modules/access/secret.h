// SPDX-License-Identifier: EUPL-1.2
// What a browser or a machine shows us to be known: a store's slug and 256 random bits. We keep
// only their keyed mark.
#pragma once

#include <optional>
#include <string>

#include "core/request.h"
#include "store/seal.h"

namespace lgnet::access {

struct Secret {
    std::string store; // "roma"
    std::string text;  // base64url
    bool machine = false;
};

std::string new_secret_text();

// From "Authorization: Bearer lgnet_roma_…", else from the cookie "lgnet=roma.…".
std::optional<Secret> find_secret(const core::Request& request);

std::string session_mark(const store::Seal& seal, const std::string& secret_text);
std::string token_mark(const store::Seal& seal, const std::string& secret_text);
// What the pages of this session send along with each change. It follows from the secret, so that
// there is nothing to keep, and does not lead back to it.
std::string csrf_of(const store::Seal& seal, const std::string& secret_text);

std::string bearer_token(const std::string& store, const std::string& secret_text);
// The value of Set-Cookie that begins a session, and the one that ends it.
std::string session_cookie(const std::string& store, const std::string& secret_text);
std::string no_session_cookie();

} // namespace lgnet::access
