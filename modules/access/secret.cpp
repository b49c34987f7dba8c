// SPDX-License-Identifier: EUPL-1.2
#include "access/secret.h"

#include <sodium.h>

#include <array>
#include <atomic>

#include "access/access.h"
#include "access/keys.h"

namespace lgnet::access {

namespace {

constexpr std::string_view cookie_name = "lgnet";
constexpr std::string_view bearer = "Bearer lgnet_";
constexpr std::size_t secret_bytes = 32;
constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::atomic<bool> secure_cookies = false;

// "roma" and what stands after `between`.
std::optional<Secret> split(std::string_view text, char between, bool machine)
{
    const auto at = text.find(between);
    if (at == std::string_view::npos)
        return std::nullopt;
    return Secret{std::string(text.substr(0, at)), std::string(text.substr(at + 1)), machine};
}

std::string cookie(const std::string& value, int seconds)
{
    return std::string(cookie_name) + "=" + value + "; Path=/; Max-Age=" + std::to_string(seconds) +
           "; HttpOnly; SameSite=Strict" + (secure_cookies ? "; Secure" : "");
}

} // namespace

void use_secure_cookies(bool secure) { secure_cookies = secure; }

std::string new_secret_text()
{
    static const int begun = sodium_init();
    ENSURE(begun >= 0);
    std::array<unsigned char, secret_bytes> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    char text[sodium_base64_ENCODED_LEN(secret_bytes, base64)];
    sodium_bin2base64(text, sizeof text, bytes.data(), bytes.size(), base64);
    return text;
}

std::optional<Secret> find_secret(const core::Request& request)
{
    const auto authorization = request.header("authorization");
    if (authorization.starts_with(bearer))
        return split(authorization.substr(bearer.size()), '_', true);
    return split(request.cookie(cookie_name), '.', false);
}

std::string session_mark(const store::Seal& seal, const std::string& secret_text)
{
    return seal.mark("session", secret_text);
}

std::string token_mark(const store::Seal& seal, const std::string& secret_text)
{
    return seal.mark("token", secret_text);
}

std::string csrf_of(const store::Seal& seal, const std::string& secret_text)
{
    return seal.mark("csrf", secret_text);
}

std::string bearer_token(const std::string& store, const std::string& secret_text)
{
    return "lgnet_" + store + "_" + secret_text;
}

std::string session_cookie(const std::string& store, const std::string& secret_text)
{
    return cookie(store + "." + secret_text, session_days_max * 24 * 60 * 60);
}

std::string no_session_cookie() { return cookie("", 0); }

} // namespace lgnet::access
