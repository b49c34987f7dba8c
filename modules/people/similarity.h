// SPDX-License-Identifier: EUPL-1.2
// How alike two persons are: the weights of evidence of Fellegi and Sunter, in bits. A bit for
// means that what is seen is twice as likely for one person as for two; names that many bear weigh
// less. The weights of dates are those measured on lists of persons known to be the same; a
// calibrated matcher may take the place of this file.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "people/profile.h"

namespace people {

struct Similarity {
    double bits = 0;
    std::vector<std::string> reasons; // codes of similarity_reason
    // Something that few persons share agrees: without it no number of bits is "very likely".
    bool telling = false;

    // Code of similarity_strength; empty where it is not worth showing.
    std::string_view strength() const;
};

// How many of all persons bear a word, or a skeleton: between 0 and 1.
struct Frequencies {
    std::function<double(const std::string&)> of_word;
    std::function<double(const std::string&)> of_skeleton;
};

Similarity compare(const Profile& a, const Profile& b, const Frequencies& frequencies);

} // namespace people
