// SPDX-License-Identifier: EUPL-1.2
// Who is known in a city, in memory: names are sealed in the store, so they are looked for here, by
// match/. Built from the rows at first need; every act that changes a person tells it after its
// commit.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "people/profile.h"
#include "people/similarity.h"
#include "store/store.h"

namespace people {

struct Known {
    Id<Person> id;
    Id<Person> canonical;
    std::int64_t number = 0;
    Profile profile;
    bool guarded = false; // found by who sees the guarded, and by nobody else
};

struct Alike {
    Id<Person> canonical;
    Similarity similarity;
};

// As they stand in the store.
std::vector<Known> everybody(store::Transaction& transaction);

class Index {
public:
    Index();
    static std::unique_ptr<Index> build(store::Transaction& transaction);

    void put(const Known& known);
    void remove(const Id<Person>& id);
    void set_canonical(const std::vector<Id<Person>>& ids, const Id<Person>& canonical);
    void set_guarded(const std::vector<Id<Person>>& ids, bool guarded);
    void set_meetings(const Id<Person>& id, const std::vector<Meeting>& meetings);
    // What a night has learnt of this city; until then the usual weights.
    void set_weights(const match::Weights& weights);
    // The odds, in bits, with which it reckons that who comes is a certain one of them.
    double prior_bits() const;

    // Those worth showing, most alike first, each canonical person once.
    std::vector<Alike> alike(const Profile& profile, const core::Scope& scope,
                             std::size_t limit) const;
    // How alike one of them is to another, given by its profile, for who sees so far; nothing when
    // it is not there.
    std::optional<Similarity> compare(const Profile& profile, const core::Scope& scope,
                                      const Id<Person>& id) const;

    // Persons (canonical) who are called by every word of the text, or begin so, or sound so; or
    // who have this number, telephone or identifier; then those written nearly so. Best first. A
    // number stands alone or after its prefix.
    std::vector<Id<Person>> search(std::string_view text, std::string_view number_prefix,
                                   const core::Scope& scope, std::size_t limit) const;

private:
    using Place = match::Place;
    using Postings = std::unordered_map<std::string, std::vector<Place>>;
    struct Slot {
        Id<Person> id; // nil: nobody
        Id<Person> canonical;
        std::int64_t number = 0;
        bool guarded = false;
        std::vector<std::string> identifiers;
        std::string codice_fiscale;
        std::string phone;
        std::vector<Meeting> meetings;
    };

    void build(const std::vector<Known>& all);
    void take_place(Place place, const Known& known);
    void forget(Place place);
    bool sees(const core::Scope& scope, Place place) const;
    Similarity similarity(const Profile& profile, const core::Scope& scope,
                          match::Found found) const;
    void weigh_meetings(const std::vector<Meeting>& one, const std::vector<Meeting>& other,
                        match::Found& found) const;
    std::vector<Place> exact_finds(std::string_view text, std::string_view number_prefix) const;
    std::vector<Place> near_finds(std::string_view text, const core::Scope& scope) const;
    // Lends one of those that are idle, or a new one.
    auto with_searcher(auto&& use) const;

    mutable std::shared_mutex mutex_;
    match::Index index_;
    match::Typed typed_;
    std::vector<Slot> slots_; // of each place of the index
    std::unordered_map<Uuid, Place, UuidHash> places_;
    std::unordered_map<std::int64_t, Place> numbers_;
    Postings identifiers_;
    Postings phones_;
    mutable std::mutex idle_mutex_;
    mutable std::vector<std::unique_ptr<match::Searcher>> idle_;
};

} // namespace people
