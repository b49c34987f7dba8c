// SPDX-License-Identifier: EUPL-1.2
#include "headcount/said.h"

#include <sodium.h>

#include "base/base64.h"
#include "base/problem.h"

namespace headcount {

namespace {

using PublicKey = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;

struct SigningPair {
    PublicKey open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};

    explicit SigningPair(const std::string& key)
    {
        ENSURE(key.size() == crypto_sign_SEEDBYTES);
        crypto_sign_seed_keypair(open.data(), secret.data(),
                                 reinterpret_cast<const unsigned char*>(key.data()));
    }
    ~SigningPair() { sodium_memzero(secret.data(), secret.size()); }
    SigningPair(const SigningPair&) = delete;
    SigningPair& operator=(const SigningPair&) = delete;
};

std::string_view text_of(const auto& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

const unsigned char* data_of(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

// No field here holds a code of a list.
class NoLists : public Lists {
    bool has(std::string_view, std::string_view) const override { return false; }
    std::vector<std::string> codes(std::string_view) const override { return {}; }
};

template <class T> T read_text(std::string_view text)
{
    const NoLists none;
    const auto document = JsonDocument::parse(text);
    Reading reading{none, Instant{}, false, {}};
    return read_input<T>(reading, document.root());
}

} // namespace

std::string signing_key_of(const store::Seal& seal)
{
    const auto digits = seal.mark("headcount.signing", "1");
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
    std::size_t length = 0;
    ENSURE(sodium_hex2bin(seed.data(), seed.size(), digits.data(), digits.size(), nullptr, &length,
                          nullptr) == 0 &&
           length == seed.size());
    return std::string(text_of(seed));
}

std::string public_key_of(const std::string& signing_key)
{
    return to_base64(text_of(SigningPair(signing_key).open));
}

std::string write_said(const Said& said, const std::string& signing_key)
{
    const auto text = to_json(said);
    const SigningPair pair(signing_key);
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, data_of(text), text.size(), pair.secret.data());
    return to_base64(text_of(signature)) + "\n" + text;
}

Said read_said(std::string_view message, const std::map<std::string, std::string>& known)
{
    const Problem not_believed(403, "headcount.not_believed");
    const auto end = message.find('\n');
    if (end == std::string_view::npos)
        throw not_believed;
    const auto text = message.substr(end + 1);
    auto said = read_text<Said>(text);
    const auto found = known.find(said.from);
    const auto key = found == known.end() ? std::nullopt : from_base64(found->second);
    const auto signature = from_base64(message.substr(0, end));
    const bool is_theirs = signature && signature->size() == crypto_sign_BYTES && key &&
                           key->size() == crypto_sign_PUBLICKEYBYTES &&
                           crypto_sign_verify_detached(data_of(*signature), data_of(text),
                                                       text.size(), data_of(*key)) == 0;
    if (!is_theirs)
        throw not_believed;
    return said;
}

Answered Speaker::ask(Said said) const
{
    std::array<unsigned char, 16> nonce{};
    randombytes_buf(nonce.data(), nonce.size());
    said.to = to_;
    said.at = system_now();
    said.nonce = to_base64(text_of(nonce));
    auto answered = read_text<Answered>(post_(write_said(said, key_of_(said.from))));
    if (answered.code)
        throw Problem(409, *answered.code);
    return answered;
}

std::string decoded(const std::optional<std::string>& base64)
{
    return base64 ? from_base64(*base64).value_or("") : "";
}

} // namespace headcount
