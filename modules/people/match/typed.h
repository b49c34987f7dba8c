// SPDX-License-Identifier: EUPL-1.2
// Who is called by what somebody is typing: every word of it is one of theirs, or begins one, or
// sounds like one. Beside an index, whose places it speaks of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "people/match/index.h"
#include "people/match/script.h"

namespace match {

class Typed {
public:
    // The index lives longer; a place is added after it was added there, and removed before.
    explicit Typed(const Index& index) : index_(index) {}

    void add(Place place);
    void remove(Place place);

    // The better it fits the more it is worth: a word that is the same 3, that begins so 2, that
    // sounds so 1. In the order of places.
    struct Fit {
        Place place = 0;
        int worth = 0;
    };
    std::vector<Fit> find(std::string_view text) const;

private:
    using Places = std::vector<Place>;
    struct Wanted {
        std::string folded;
        std::string skeleton; // empty: too short to be known by its sound
    };
    void each_word(Place place, auto&& see) const;
    void each_list(const Wanted& wanted, auto&& see) const;
    std::size_t how_many(const Wanted& wanted) const;
    std::vector<Fit> begin_with(const Wanted& wanted) const;
    int worth_of(const Wanted& wanted, Place place) const;
    std::vector<Fit> find_words(std::vector<Wanted> words) const;

    const Index& index_;
    std::map<std::string, std::uint32_t, std::less<>> words_; // in order, for beginnings
    std::vector<Places> of_word_;
    std::vector<Places> of_sound_;
};

} // namespace match
