// SPDX-License-Identifier: EUPL-1.2
// When two reports may be about one event: from place, time, kind and words, each a reason that the
// triage desk reads before it decides. Nothing is ever joined by itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace reports {

// Of reports further apart in time nobody asks.
inline constexpr int event_hours = 72;

// What is compared of a report.
struct Described {
    std::string district;
    std::string category;
    Instant at; // when it was seen, else received
    std::string place;
    std::string position;
    std::string words;
    std::string reported_name;
    std::string reporter; // telephone or address
};

struct Likeness {
    std::vector<std::string> reasons; // codes of event_reason
    std::string strength;             // code of event_strength; empty: not alike
};

Likeness compare(const Described& one, const Described& other);

// Words that say something, folded: small letters without accents, in any script.
std::vector<std::string> telling_words(std::string_view text);
// Of the shorter text, the part of its telling words that the other has too: 0 to 1.
double overlap(std::string_view one, std::string_view other);

struct Position {
    double north = 0;
    double east = 0;
};
// "41.90123,12.50234"
std::optional<Position> parse_position(std::string_view text);
double metres_between(const Position& one, const Position& other);

} // namespace reports
