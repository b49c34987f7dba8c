// SPDX-License-Identifier: EUPL-1.2
// "Is this person already known?": everybody of a city in memory, found by any part of what is
// known of them, however it is spelt. Holds no names but as words; who stands in a place the
// caller knows.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "people/match/weights.h"

namespace match {

using Place = std::uint32_t; // of a person in the index

struct Found {
    Place place = 0;
    float bits = 0;  // evidence and prior: log-odds in bits
    float order = 0; // with how close the letters are: what the best come first by
    Score score;     // what each field brings
    Pair pair;       // the levels, for the explanation
};

struct SearchLimits {
    std::size_t found = 10;
    std::size_t looked_at = 3000; // places of keys, the rarest keys first
    std::size_t scored = 120;     // those that share most
    std::size_t everybody = 3000; // of so few persons everybody is scored
};

// The places of keys that came after the build, in many small tables: one that grows moves what is
// in it, and whoever adds a person just then must not wait for everybody's keys.
class Later {
public:
    void reserve(std::size_t keys);
    void add(std::uint32_t key, Place place) { part(key)[key].push_back(place); }
    bool take_out(std::uint32_t key, Place place);         // whether it was there
    const std::vector<Place>& at(std::uint32_t key) const; // empty: nobody
    std::size_t widest() const;                            // the most keys that one table holds

private:
    using Part = std::unordered_map<std::uint32_t, std::vector<Place>>;
    static constexpr int part_bits = 10;
    Part& part(std::uint32_t key) { return parts_[key >> (32 - part_bits)]; }
    const Part& part(std::uint32_t key) const { return parts_[key >> (32 - part_bits)]; }

    std::vector<Part> parts_ = std::vector<Part>(std::size_t{1} << part_bits);
};

class Index {
public:
    explicit Index(std::vector<FieldKind> fields);

    // Everybody at once; faster than one by one.
    void build(const std::vector<Record>& records);
    Place add(const Record& record);
    void remove(Place place);
    // Another value of a field by which nobody is looked for: of a code, or of several.
    void change(Place place, std::size_t field, std::string_view value);

    std::size_t persons() const { return persons_; }
    const Lexicon& lexicon() const { return lexicon_; }
    const Frequencies& frequencies() const { return *frequencies_; }
    const Weights& weights() const { return weights_; }
    const std::vector<Entry>& entries() const { return entries_; }
    // From a night's learning; until then the usual ones.
    void set_weights(const Weights& weights);
    std::size_t bytes() const; // about
    const Later& later() const { return later_; }

private:
    friend class Searcher;
    struct Posting {
        std::uint32_t key;
        Place place;
        bool operator<(const Posting& other) const
        {
            return key != other.key ? key < other.key : place < other.place;
        }
    };
    // Those of the build stand sorted; who came later is beside them.
    std::pair<const Posting*, const Posting*> sorted(std::uint32_t key) const;
    void sort_postings();
    void make_room();
    void learn_usual();
    void set_prior();

    Lexicon lexicon_;
    std::unique_ptr<Frequencies> frequencies_;
    Weights weights_;
    std::vector<Entry> entries_;
    std::vector<bool> is_there_;
    std::vector<Place> free_;
    std::size_t persons_ = 0;
    std::vector<Posting> postings_;
    std::vector<std::uint32_t> begins_; // of the keys that share their first bits
    Later later_;
};

// One for each thread; many may search at once as long as nobody adds.
class Searcher {
public:
    explicit Searcher(const Index& index);

    // Best first. `sees` leaves out whom the asker must not find; they cost no less time.
    std::vector<Found> search(const Record& wanted, const SearchLimits& limits = {},
                              const std::function<bool(Place)>& sees = {});
    // How well one of them agrees, found or not; `own` is how many of the two the frequencies
    // count.
    Found weigh(const Record& wanted, Place place, Own own = Own::one);
    std::size_t looked_at() const { return looked_at_; } // by the last search

private:
    struct Hit {
        Place place = 0;
        std::uint32_t stamp = 0;
        float worth = 0;
    };
    struct KeyPlaces {
        std::uint32_t key;
        std::size_t count;
    };
    void hit(Place place, float worth);
    void weigh(const Query& query, Own own, Found& one);
    void gather(const Query& query, const SearchLimits& limits);
    void grow();
    void bring_near() const;
    std::vector<Found> best_of(std::size_t count);

    const Index& index_;
    Comparer comparer_;
    std::vector<Hit> hits_; // a power of two, open addressing; as old as its stamp
    std::vector<std::uint32_t> filled_;
    std::vector<Found> weighed_;
    std::vector<std::uint32_t> order_; // of those that are weighed
    std::uint32_t stamp_ = 0;
    std::size_t looked_at_ = 0;
};

// What somebody can be found by, as numbers; of a query rather more.
void search_keys(const Comparer& comparer, const Entry& entry, bool is_query,
                 std::vector<std::uint32_t>& keys);

} // namespace match
