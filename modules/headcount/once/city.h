// SPDX-License-Identifier: EUPL-1.2
// What a city works out by itself, in clear: which tokens of each person may leave, and how well
// tokens recognise those whom the city knows anyhow.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "headcount/once/tokens.h"

namespace once {

// How somebody was written down once, and by whom: those of one side know each other's work, those
// of two sides wrote as strangers.
struct Writing {
    match::Record record;
    std::uint32_t side = 0;
};

constexpr std::size_t writing_classes = 3; // one writing, two, more

// A person of a city: everything together, and as each side alone would know them.
struct CityPerson {
    struct Side {
        std::vector<Token> tokens;
        std::size_t writings = 0;
    };
    std::vector<Token> tokens;
    std::size_t writings = 0;
    std::vector<Side> sides; // none where only one side wrote
};
CityPerson describe(TokenMaker& maker, const std::vector<Writing>& writings);

// Sums from which nobody can be known. What they are for is in estimate.h.
struct Tallies {
    double persons = 0;                            // of the city, who takes part or not
    double taking_part = 0;                        // of them
    std::array<double, writing_classes> written{}; // of those who take part, by writings
    using Square = std::array<std::array<double, writing_classes>, writing_classes>;
    Square same{};        // two sides of one person, the smaller class first …
    Square recognised{};  // … and those of them that tokens recognise
    double strangers = 0; // pairs of different persons …
    double mistaken = 0;  // … and those of them that tokens take for one
    Tallies& operator+=(const Tallies& other);
};

// Two sides of one person more.
void tally_pair(const CityPerson::Side& one, const CityPerson::Side& other, Tallies& tallies);

// What of each person goes through the key servers.
struct Outgoing {
    std::vector<std::string> strong;
    std::vector<std::string> weak;
};

struct Prepared {
    Tallies tallies;
    std::vector<Outgoing> persons;
};

// `apart` are counted and not sent: who does not want to take part. A token that two persons of the
// city share is sent of neither: how often something is shared inside a city is seen by nobody.
Prepared prepare(const std::vector<CityPerson>& persons, std::size_t apart = 0);

// Whether what two have in common is enough to take them for one.
int worth_in_common(const std::vector<Token>& one, const std::vector<Token>& other);

// The same in every city: if it becomes another encoding somewhere, the keys were not the same.
constexpr const char* probe_text = "lgnet headcount 1 probe";

} // namespace once
