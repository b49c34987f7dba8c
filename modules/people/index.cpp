// SPDX-License-Identifier: EUPL-1.2
#include "people/index.h"

#include <algorithm>
#include <charconv>
#include <mutex>
#include <set>

#include "people/identifiers.h"
#include "people/names.h"
#include "people/rows.h"

namespace people {

namespace {

// A word that nobody bears yet is taken to be as common as these; with the persons of a city the
// counts themselves take over.
constexpr double word_frequency_before = 1.0 / 400;
constexpr double skeleton_frequency_before = 1.0 / 150;
constexpr double weight_before = 2000;

template <class Postings>
void add_to(Postings& postings, const std::string& key, std::uint32_t slot)
{
    postings[key].push_back(slot);
}

template <class Postings>
void take_from(Postings& postings, const std::string& key, std::uint32_t slot)
{
    const auto found = postings.find(key);
    if (found == postings.end())
        return;
    std::erase(found->second, slot);
    if (found->second.empty())
        postings.erase(found);
}

template <class Postings>
const std::vector<std::uint32_t>& slots_of(const Postings& postings, const std::string& key)
{
    static const std::vector<std::uint32_t> none;
    const auto found = postings.find(key);
    return found == postings.end() ? none : found->second;
}

struct Keys {
    std::set<std::string> words;
    std::set<std::string> skeletons;
    std::set<std::string> identifiers;
};

Keys keys_of(const Profile& profile)
{
    Keys keys;
    for (const auto& form : profile.forms)
        for (const auto& word : form) {
            keys.words.insert(word.folded);
            keys.skeletons.insert(word.skeleton);
        }
    keys.identifiers.insert(profile.identifiers.begin(), profile.identifiers.end());
    return keys;
}

// "RM-000123", "rm 123", "123".
std::optional<std::int64_t> read_number(std::string_view text, std::string_view prefix)
{
    auto plain = comparable_identifier(text);
    if (!prefix.empty() && plain.starts_with(prefix))
        plain.erase(0, prefix.size());
    std::int64_t number = 0;
    const auto end = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (plain.empty() || end.ec != std::errc() || end.ptr != plain.data() + plain.size())
        return std::nullopt;
    return number;
}

} // namespace

std::unique_ptr<Index> Index::build(store::Transaction& transaction)
{
    auto index = std::make_unique<Index>();
    each_person(transaction, [&](const PersonRow& row, const std::vector<Identifier>& identifiers) {
        index->put({row.id, row.canonical, row.number, make_profile(row, identifiers)});
    });
    index->set_guarded(guarded_persons(transaction), true);
    return index;
}

void Index::put(Known known)
{
    const std::unique_lock lock(mutex_);
    if (const auto found = places_.find(known.id); found != places_.end())
        forget(found->second);

    if (free_.empty()) {
        free_.push_back(static_cast<Slot>(slots_.size()));
        slots_.emplace_back();
    }
    const auto slot = free_.back();
    free_.pop_back();

    const auto keys = keys_of(known.profile);
    for (const auto& word : keys.words)
        add_to(words_, word, slot);
    for (const auto& bones : keys.skeletons)
        add_to(skeletons_, bones, slot);
    for (const auto& identifier : keys.identifiers)
        add_to(identifiers_, identifier, slot);
    if (!known.profile.phone.empty())
        add_to(phones_, known.profile.phone, slot);
    places_[known.id] = slot;
    numbers_[known.number] = slot;
    slots_[slot] = std::move(known);
}

void Index::remove(const Id<Person>& id)
{
    const std::unique_lock lock(mutex_);
    if (const auto found = places_.find(id); found != places_.end())
        forget(found->second);
}

void Index::forget(Slot slot)
{
    const auto& known = slots_[slot];
    const auto keys = keys_of(known.profile);
    for (const auto& word : keys.words)
        take_from(words_, word, slot);
    for (const auto& bones : keys.skeletons)
        take_from(skeletons_, bones, slot);
    for (const auto& identifier : keys.identifiers)
        take_from(identifiers_, identifier, slot);
    take_from(phones_, known.profile.phone, slot);
    numbers_.erase(known.number);
    places_.erase(known.id);
    slots_[slot] = Known();
    free_.push_back(slot);
}

void Index::set_canonical(const std::vector<Id<Person>>& ids, const Id<Person>& canonical)
{
    const std::unique_lock lock(mutex_);
    for (const auto& id : ids)
        if (const auto found = places_.find(id); found != places_.end())
            slots_[found->second].canonical = canonical;
}

void Index::set_guarded(const std::vector<Id<Person>>& ids, bool guarded)
{
    const std::unique_lock lock(mutex_);
    for (const auto& id : ids)
        if (const auto found = places_.find(id); found != places_.end())
            slots_[found->second].guarded = guarded;
}

bool Index::sees(const core::Scope& scope, Slot slot) const
{
    return scope.sees_guarded || !slots_[slot].guarded;
}

Frequencies Index::frequencies() const
{
    const auto share = [this](std::size_t count, double before) {
        return (static_cast<double>(count) + weight_before * before) /
               (static_cast<double>(places_.size()) + weight_before);
    };
    return {[this, share](const std::string& word) {
                return share(slots_of(words_, word).size(), word_frequency_before);
            },
            [this, share](const std::string& bones) {
                return share(slots_of(skeletons_, bones).size(), skeleton_frequency_before);
            }};
}

std::vector<Index::Slot> Index::candidates(const Profile& profile) const
{
    const auto keys = keys_of(profile);
    std::vector<Slot> found;
    const auto add = [&](const std::vector<Slot>& slots) {
        found.insert(found.end(), slots.begin(), slots.end());
    };
    for (const auto& bones : keys.skeletons)
        add(slots_of(skeletons_, bones));
    for (const auto& identifier : keys.identifiers)
        add(slots_of(identifiers_, identifier));
    add(slots_of(phones_, profile.phone));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<Alike> Index::alike(const Profile& profile, const core::Scope& scope,
                                std::size_t limit) const
{
    const std::shared_lock lock(mutex_);
    const auto common = frequencies();
    std::vector<Alike> found;
    for (const auto slot : candidates(profile)) {
        if (!sees(scope, slot))
            continue;
        auto similarity = compare(profile, slots_[slot].profile, common);
        if (similarity.strength().empty())
            continue;
        const auto& canonical = slots_[slot].canonical;
        const auto known = std::find_if(found.begin(), found.end(), [&](const Alike& one) {
            return one.canonical == canonical;
        });
        if (known == found.end())
            found.push_back({canonical, std::move(similarity)});
        else if (known->similarity.bits < similarity.bits)
            known->similarity = std::move(similarity);
    }
    // What is very likely stands first even where something untelling has more bits.
    std::stable_sort(found.begin(), found.end(), [](const Alike& one, const Alike& other) {
        const bool first = one.similarity.strength() == "very_likely";
        const bool second = other.similarity.strength() == "very_likely";
        return first != second ? first : one.similarity.bits > other.similarity.bits;
    });
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

std::vector<Index::Slot> Index::exact_finds(std::string_view text,
                                            std::string_view number_prefix) const
{
    std::vector<Slot> found;
    if (const auto number = read_number(text, number_prefix))
        if (const auto one = numbers_.find(*number); one != numbers_.end())
            found.push_back(one->second);
    for (const auto slot : slots_of(identifiers_, comparable_identifier(text)))
        found.push_back(slot);
    if (const auto phone = comparable_phone(text); !phone.empty())
        for (const auto slot : slots_of(phones_, phone))
            found.push_back(slot);
    return found;
}

// How well each person fits one word: called so, called something that begins so, or that sounds
// so.
std::unordered_map<Index::Slot, double> Index::finds_of_word(const std::string& word) const
{
    std::unordered_map<Slot, double> found;
    const auto note = [&](const std::vector<Slot>& slots, double worth) {
        for (const auto slot : slots)
            found[slot] = std::max(found[slot], worth);
    };
    if (word.size() >= 3)
        note(slots_of(skeletons_, skeleton(word)), 1);
    for (auto one = words_.lower_bound(word); one != words_.end() && one->first.starts_with(word);
         ++one)
        note(one->second, one->first == word ? 3 : 2);
    return found;
}

// Who fits every word, and how well all in all.
std::unordered_map<Index::Slot, double>
Index::finds_of_words(const std::vector<std::string>& words) const
{
    std::unordered_map<Slot, double> fits;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto finds = finds_of_word(words[i]);
        if (i > 0)
            std::erase_if(finds, [&](const auto& find) { return !fits.contains(find.first); });
        for (auto& [slot, worth] : finds)
            worth += i > 0 ? fits[slot] : 0;
        fits = std::move(finds);
    }
    return fits;
}

std::vector<Id<Person>> Index::search(std::string_view text, std::string_view number_prefix,
                                      const core::Scope& scope, std::size_t limit) const
{
    const std::shared_lock lock(mutex_);
    auto fits = finds_of_words(name_words(fold(text)));
    for (const auto slot : exact_finds(text, number_prefix))
        fits[slot] += 100;
    std::erase_if(fits, [&](const auto& one) { return !sees(scope, one.first); });

    std::vector<std::pair<Slot, double>> order(fits.begin(), fits.end());
    std::sort(order.begin(), order.end(), [&](const auto& one, const auto& other) {
        return one.second != other.second ? one.second > other.second
                                          : slots_[one.first].number > slots_[other.first].number;
    });
    std::vector<Id<Person>> found;
    for (const auto& [slot, worth] : order) {
        const auto& canonical = slots_[slot].canonical;
        if (found.size() < limit && std::find(found.begin(), found.end(), canonical) == found.end())
            found.push_back(canonical);
    }
    return found;
}

} // namespace people
