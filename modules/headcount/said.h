// SPDX-License-Identifier: EUPL-1.2
// What is said to a key server or to the counter, and what it answers: JSON, signed by who says it.
// How the texts get there is somebody else's business.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "headcount/servers.h"
#include "store/seal.h"

namespace headcount {

struct Round;

// To whom: nobody takes for theirs what was said to another.
inline constexpr auto to_key_server = "key_server";
inline constexpr auto to_counter = "counter";

inline constexpr std::uint32_t bytes_a_message = 640'000; // in base64

struct Said {
    static constexpr const char* title = "HeadcountSaid";

    std::string from; // "roma", "rete"
    std::string to;
    std::string what;
    Id<Round> round;
    int attempt = 0;
    std::vector<std::string> cities;
    std::optional<std::string> bytes; // elements, or a piece of a city's encodings; base64
    std::optional<int> piece;
    std::optional<int> pieces;
    std::optional<int> links_max;
    Instant at;
    std::string nonce;

    static constexpr auto fields()
    {
        return std::tuple(field("from", &Said::from).up_to(40), field("to", &Said::to).up_to(40),
                          field("what", &Said::what).up_to(40), field("round", &Said::round),
                          field("attempt", &Said::attempt).between(0, 1'000'000),
                          field("cities", &Said::cities).up_to(40).at_most(500),
                          field("bytes", &Said::bytes).up_to(bytes_a_message),
                          field("piece", &Said::piece).between(0, 10'000),
                          field("pieces", &Said::pieces).between(1, 10'000),
                          field("links_max", &Said::links_max).between(0, 1000),
                          field("at", &Said::at), field("nonce", &Said::nonce).up_to(60));
    }
};

struct Answered {
    static constexpr const char* title = "HeadcountAnswered";

    std::optional<std::string> code; // of a problem
    std::optional<bool> open;
    std::optional<int> evaluated;
    std::vector<std::string> cities;
    std::optional<std::string> bytes; // base64

    static constexpr auto fields()
    {
        return std::tuple(field("code", &Answered::code), field("open", &Answered::open),
                          field("evaluated", &Answered::evaluated),
                          field("cities", &Answered::cities).up_to(40).at_most(500),
                          field("bytes", &Answered::bytes).up_to(32 * 1024 * 1024));
    }
};

// Of a store, for what it says: follows from the key of the store.
std::string signing_key_of(const store::Seal& seal);       // 32 bytes; to be kept in memory only
std::string public_key_of(const std::string& signing_key); // base64

// "signature in base64, line end, what is said".
std::string write_said(const Said& said, const std::string& signing_key);
// Throws Problem(403, "headcount.not_believed") where it is not of who it says, by `known`: public
// keys by slug.
Said read_said(std::string_view message, const std::map<std::string, std::string>& known);

// Says something in somebody's name to one server, and brings what it answers. `post` carries a
// message there and brings the answer, or throws; `key_of` gives the signing key of a slug.
class Speaker {
public:
    using Post = std::function<std::string(const std::string& message)>;
    using KeyOf = std::function<std::string(const std::string& slug)>;
    Speaker(std::string to, Post post, KeyOf key_of)
        : to_(std::move(to)), post_(std::move(post)), key_of_(std::move(key_of))
    {
    }
    // `from`, `what` and what belongs to it; the rest is filled in. Throws the Problem that is
    // answered.
    Answered ask(Said said) const;

private:
    std::string to_;
    Post post_;
    KeyOf key_of_;
};

std::string decoded(const std::optional<std::string>& base64); // "" where it is none

} // namespace headcount
