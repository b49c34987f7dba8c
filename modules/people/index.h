// SPDX-License-Identifier: EUPL-1.2
// Who is known in a city, in memory: names are sealed in the store, so they are looked for here.
// Built from the rows at first need; every act that changes a person tells it after its commit.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
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

class Index {
public:
    static std::unique_ptr<Index> build(store::Transaction& transaction);

    void put(Known known);
    void remove(const Id<Person>& id);
    void set_canonical(const std::vector<Id<Person>>& ids, const Id<Person>& canonical);
    void set_guarded(const std::vector<Id<Person>>& ids, bool guarded);

    // Those worth showing, most alike first, each canonical person once.
    std::vector<Alike> alike(const Profile& profile, const core::Scope& scope,
                             std::size_t limit) const;

    // Persons (canonical) who are called by every word of the text, or begin so, or sound so; or
    // who have this number, telephone or identifier. Best first. A number stands alone or after its
    // prefix.
    std::vector<Id<Person>> search(std::string_view text, std::string_view number_prefix,
                                   const core::Scope& scope, std::size_t limit) const;

private:
    using Slot = std::uint32_t;
    using Postings = std::unordered_map<std::string, std::vector<Slot>>;

    void forget(Slot slot);
    bool sees(const core::Scope& scope, Slot slot) const;
    std::vector<Slot> candidates(const Profile& profile) const;
    Frequencies frequencies() const;
    std::vector<Slot> exact_finds(std::string_view text, std::string_view number_prefix) const;
    std::unordered_map<Slot, double> finds_of_word(const std::string& word) const;
    std::unordered_map<Slot, double> finds_of_words(const std::vector<std::string>& words) const;

    mutable std::shared_mutex mutex_;
    std::vector<Known> slots_; // a free one has a nil id
    std::vector<Slot> free_;
    std::unordered_map<Uuid, Slot, UuidHash> places_;
    std::unordered_map<std::int64_t, Slot> numbers_;
    std::map<std::string, std::vector<Slot>, std::less<>>
        words_; // in order, for beginnings of words
    Postings skeletons_;
    Postings identifiers_;
    Postings phones_;
};

} // namespace people
