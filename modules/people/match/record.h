// SPDX-License-Identifier: EUPL-1.2
// What is known of somebody, as it was written down. Any part may be missing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "people/match/birth.h"

namespace match {

// How the values of a field are compared.
enum class Kind : std::uint8_t {
    code,   // sex, country: the same or not
    codes,  // several, as languages: some of them shared
    met,    // several that come about by the way, as where somebody was met: one shared or none
    text,   // a place, a street, an e-mail: the same, nearly the same, partly the same
    number, // a telephone, a document, a postcode: the same, a slip apart
};

// A field beside names and birth. Its name ("sex", "phone") is what explanations speak of.
struct FieldKind {
    std::string name;
    Kind kind = Kind::text;
    bool operator==(const FieldKind&) const = default;
};

// At most so many fields beside names and birth are compared.
constexpr std::size_t fields_max = 10;

struct NameText {
    std::string given;
    std::string family; // the whole name where its parts are not known
    bool whole = false; // everything stands in `family`, its order unknown
};

struct Record {
    std::vector<NameText> names; // the name first, then aliases and other spellings
    Birth birth;
    std::vector<std::string> values; // one for each FieldKind; empty: not known
    std::uint32_t party = 0;         // those of one party are known to be different persons
};

// A value as it is compared: "F" for "female", digits of a telephone, a place in Latin letters.
std::string comparable(const FieldKind& field, std::string_view value);

} // namespace match
