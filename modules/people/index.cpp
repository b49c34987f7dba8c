// SPDX-License-Identifier: EUPL-1.2
#include "people/index.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "people/identifiers.h"
#include "people/pair_rows.h"
#include "people/rows.h"

namespace people {

namespace {

constexpr int worth_exact = 100;
constexpr std::size_t near_letters_min = 4; // of fewer letters everything is near
constexpr std::size_t near_found_max = 20;
constexpr std::size_t weighed_max = 60;

template <class Postings>
void take_from(Postings& postings, const std::string& key, match::Place place)
{
    const auto found = postings.find(key);
    if (found == postings.end())
        return;
    std::erase(found->second, place);
    if (found->second.empty())
        postings.erase(found);
}

template <class Postings>
const std::vector<match::Place>& places_of(const Postings& postings, const std::string& key)
{
    static const std::vector<match::Place> none;
    const auto found = postings.find(key);
    return found == postings.end() ? none : found->second;
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

// Every word that was typed agrees with something, if not by its letters then nearly.
bool is_nearly(const match::Pair& pair, std::size_t words)
{
    using match::NameLevel;
    bool any = false;
    std::size_t agreeing = 0;
    for (const auto place : {match::given_place, match::family_place}) {
        const auto level = static_cast<NameLevel>(pair.levels[place]);
        if (level == NameLevel::missing)
            continue;
        if (level < NameLevel::beginning)
            return false;
        any |= level >= NameLevel::slip;
        ++agreeing;
    }
    return any && agreeing >= std::min<std::size_t>(words, 2);
}

} // namespace

std::vector<Known> everybody(store::Transaction& transaction)
{
    std::unordered_map<Uuid, std::vector<Meeting>, UuidHash> meetings;
    each_meeting(transaction, [&](const Id<Person>& id, Meeting meeting) {
        meetings[id].push_back(std::move(meeting));
    });
    std::vector<Known> all;
    each_person(transaction, [&](const PersonRow& row, const std::vector<Identifier>& identifiers) {
        const auto found = meetings.find(row.id);
        all.push_back({row.id, row.canonical, row.number,
                       make_profile(row, identifiers,
                                    found == meetings.end() ? std::vector<Meeting>()
                                                            : std::move(found->second))});
    });
    return all;
}

Index::Index() : index_(compared_fields()), typed_(index_) {}

std::unique_ptr<Index> Index::build(store::Transaction& transaction)
{
    auto all = everybody(transaction);
    auto index = std::make_unique<Index>();
    index->build(all);
    if (const auto text = last_weights(transaction))
        if (const auto weights = match::read_weights(*text, compared_fields().size()))
            index->set_weights(*weights);
    index->set_guarded(guarded_persons(transaction), true);
    return index;
}

void Index::build(const std::vector<Known>& all)
{
    std::vector<match::Record> records;
    records.reserve(all.size());
    for (const auto& known : all)
        records.push_back(known.profile.record);
    const std::unique_lock lock(mutex_);
    index_.build(records);
    for (Place place = 0; place < all.size(); ++place)
        take_place(place, all[place]);
}

void Index::take_place(Place place, const Known& known)
{
    typed_.add(place);
    if (place >= slots_.size())
        slots_.resize(place + 1);
    slots_[place] = {known.id,
                     known.canonical,
                     known.number,
                     known.guarded,
                     known.profile.identifiers,
                     known.profile.codice_fiscale,
                     known.profile.record.values[Compared::phone],
                     known.profile.meetings};
    const auto& slot = slots_[place];
    for (const auto& identifier : slot.identifiers)
        identifiers_[identifier].push_back(place);
    if (!slot.phone.empty())
        phones_[slot.phone].push_back(place);
    places_[slot.id] = place;
    numbers_[slot.number] = place;
}

void Index::put(const Known& known)
{
    const std::unique_lock lock(mutex_);
    if (const auto found = places_.find(known.id); found != places_.end())
        forget(found->second);
    take_place(index_.add(known.profile.record), known);
}

void Index::remove(const Id<Person>& id)
{
    const std::unique_lock lock(mutex_);
    if (const auto found = places_.find(id); found != places_.end())
        forget(found->second);
}

void Index::forget(Place place)
{
    auto& slot = slots_[place];
    for (const auto& identifier : slot.identifiers)
        take_from(identifiers_, identifier, place);
    take_from(phones_, slot.phone, place);
    numbers_.erase(slot.number);
    places_.erase(slot.id);
    slot = Slot();
    typed_.remove(place);
    index_.remove(place);
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

void Index::set_meetings(const Id<Person>& id, const std::vector<Meeting>& meetings)
{
    const std::unique_lock lock(mutex_);
    const auto found = places_.find(id);
    if (found == places_.end())
        return;
    slots_[found->second].meetings = meetings;
    index_.change(found->second, Compared::met, text_of(meetings));
}

void Index::set_weights(const match::Weights& weights)
{
    const std::unique_lock lock(mutex_);
    index_.set_weights(weights);
}

double Index::prior_bits() const
{
    const std::shared_lock lock(mutex_);
    return index_.weights().prior_bits;
}

bool Index::sees(const core::Scope& scope, Place place) const
{
    return scope.sees_guarded || !slots_[place].guarded;
}

auto Index::with_searcher(auto&& use) const
{
    std::unique_ptr<match::Searcher> searcher;
    {
        const std::scoped_lock lock(idle_mutex_);
        if (!idle_.empty()) {
            searcher = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!searcher)
        searcher = std::make_unique<match::Searcher>(index_);
    auto made = use(*searcher);
    const std::scoped_lock lock(idle_mutex_);
    idle_.push_back(std::move(searcher));
    return made;
}

// Again, of these alone. That nothing is shared by them says nothing: there are others.
void Index::weigh_meetings(const std::vector<Meeting>& one, const std::vector<Meeting>& other,
                           match::Found& found) const
{
    const auto& field = compared_fields()[Compared::met];
    const auto a = match::comparable(field, text_of(one));
    const auto b = match::comparable(field, text_of(other));
    bool any = false;
    match::each_shared_code(a, b, [&](std::string_view) { any = true; });
    const auto place = match::values_place + Compared::met;
    const auto bits =
        any ? static_cast<float>(match::met_bits(index_.weights(), index_.frequencies(),
                                                 index_.lexicon(), Compared::met, a, b, 1))
            : 0;
    found.pair.levels[place] =
        static_cast<std::uint8_t>(any ? match::ValueLevel::same : match::ValueLevel::missing);
    found.bits += bits - found.score.by_place[place];
    found.score.by_place[place] = bits;
}

// What one does not see is as if it were not known.
Similarity Index::similarity(const Profile& profile, const core::Scope& scope,
                             match::Found found) const
{
    const auto& slot = slots_[found.place];
    const auto seen = seen_by(scope, slot.meetings);
    if (seen.size() < slot.meetings.size())
        weigh_meetings(profile.meetings, seen, found);
    return make_similarity(index_.lexicon(), found, profile.record.birth,
                           compare_identifiers(profile.identifiers, profile.codice_fiscale,
                                               slot.identifiers, slot.codice_fiscale),
                           compare_meetings(profile.meetings, seen));
}

std::vector<Alike> Index::alike(const Profile& profile, const core::Scope& scope,
                                std::size_t limit) const
{
    const std::shared_lock lock(mutex_);
    const auto weighed = with_searcher([&](match::Searcher& searcher) {
        match::SearchLimits limits;
        limits.found = weighed_max;
        auto found = searcher.search(profile.record, limits,
                                     [&](Place place) { return sees(scope, place); });
        for (const auto& identifier : profile.identifiers)
            for (const auto place : places_of(identifiers_, identifier)) {
                const bool is_there = std::any_of(found.begin(), found.end(), [&](const auto& one) {
                    return one.place == place;
                });
                if (!is_there && sees(scope, place))
                    found.push_back(searcher.weigh(profile.record, place));
            }
        return found;
    });
    std::vector<Alike> found;
    for (const auto& one : weighed) {
        auto similarity = this->similarity(profile, scope, one);
        if (similarity.strength.empty())
            continue;
        const auto& canonical = slots_[one.place].canonical;
        const auto known = std::find_if(found.begin(), found.end(), [&](const Alike& other) {
            return other.canonical == canonical;
        });
        if (known == found.end())
            found.push_back({canonical, std::move(similarity)});
        else if (known->similarity.bits < similarity.bits)
            known->similarity = std::move(similarity);
    }
    // What is very likely stands first even where something untelling has more bits.
    std::stable_sort(found.begin(), found.end(), [](const Alike& one, const Alike& other) {
        const bool first = one.similarity.strength == "very_likely";
        const bool second = other.similarity.strength == "very_likely";
        return first != second ? first : one.similarity.bits > other.similarity.bits;
    });
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

std::optional<Similarity> Index::compare(const Profile& profile, const core::Scope& scope,
                                         const Id<Person>& id) const
{
    const std::shared_lock lock(mutex_);
    const auto place = places_.find(id);
    if (place == places_.end())
        return std::nullopt;
    return similarity(profile, scope, with_searcher([&](match::Searcher& searcher) {
                          return searcher.weigh(profile.record, place->second, match::Own::two);
                      }));
}

std::vector<Index::Place> Index::exact_finds(std::string_view text,
                                             std::string_view number_prefix) const
{
    std::vector<Place> found;
    if (const auto number = read_number(text, number_prefix))
        if (const auto one = numbers_.find(*number); one != numbers_.end())
            found.push_back(one->second);
    for (const auto place : places_of(identifiers_, comparable_identifier(text)))
        found.push_back(place);
    if (const auto phone = comparable_phone(text); !phone.empty())
        for (const auto place : places_of(phones_, phone))
            found.push_back(place);
    return found;
}

// Those whose names are written nearly so.
std::vector<Index::Place> Index::near_finds(std::string_view text, const core::Scope& scope) const
{
    std::vector<Place> found;
    if (text.size() < near_letters_min)
        return found;
    match::Record wanted;
    wanted.names.push_back({"", std::string(text), true});
    wanted.values.resize(compared_fields().size());
    match::SearchLimits limits;
    limits.found = near_found_max;
    const auto near = with_searcher([&](match::Searcher& searcher) {
        return searcher.search(wanted, limits, [&](Place place) { return sees(scope, place); });
    });
    const auto words = match::telling_words(match::latin(text)).size();
    for (const auto& one : near)
        if (is_nearly(one.pair, words))
            found.push_back(one.place);
    return found;
}

std::vector<Id<Person>> Index::search(std::string_view text, std::string_view number_prefix,
                                      const core::Scope& scope, std::size_t limit) const
{
    const std::shared_lock lock(mutex_);
    auto fits = typed_.find(text);
    for (const auto place : exact_finds(text, number_prefix))
        fits.push_back({place, worth_exact});
    std::erase_if(fits, [&](const auto& one) { return !sees(scope, one.place); });
    const auto is_before = [&](const auto& one, const auto& other) {
        return one.worth != other.worth ? one.worth > other.worth
                                        : slots_[one.place].number > slots_[other.place].number;
    };
    std::sort(fits.begin(), fits.end(), is_before);

    std::vector<Id<Person>> found;
    std::unordered_set<Uuid, UuidHash> seen;
    const auto take = [&](Place place) {
        const auto& canonical = slots_[place].canonical;
        if (found.size() < limit && seen.insert(canonical).second)
            found.push_back(canonical);
    };
    for (const auto& fit : fits)
        take(fit.place);
    if (found.size() < limit)
        for (const auto place : near_finds(text, scope))
            take(place);
    return found;
}

} // namespace people
