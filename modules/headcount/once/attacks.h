// SPDX-License-Identifier: EUPL-1.2
// What somebody who holds a part of it all could try, done against ourselves: how many persons are
// found, and how many would be by guessing.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "headcount/once/parcel.h"

namespace once {

struct Attack {
    double tried = 0;
    double right = 0;
    double by_chance = 0;
};

// Who knows what became of what, to judge an attack by: texts of encodings.
using Truth = std::unordered_map<std::string, std::string>;
void learn_truth(const std::vector<std::string>& texts, const std::vector<Encoding>& encodings,
                 Truth& truth);

// Whoever compares the encodings has these halves of the key too, and a list of texts among which
// everybody's stand: tries each.
Attack try_dictionary(const std::vector<Parcel>& parcels, const std::vector<std::string>& texts,
                      const std::vector<const KeyShare*>& leaked);

// Whoever compares the encodings knows of all texts how often they occur: the most frequent
// encoding is taken for the most frequent text, and so on.
Attack align_frequencies(const std::vector<Parcel>& parcels, const std::vector<std::string>& texts,
                         const Truth& truth);

// Whoever compares the encodings has all data of one city, from another source: who is who is
// guessed from how many encodings each has.
Attack match_structure(const Parcel& parcel, const Prepared& known, const Truth& truth);

} // namespace once
