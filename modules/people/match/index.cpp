// SPDX-License-Identifier: EUPL-1.2
#include "people/match/index.h"

#include <algorithm>
#include <cmath>

#include "people/match/edit.h"
#include "people/match/learn.h"
#include "people/match/script.h"

namespace match {

namespace {

constexpr double persons_granted = 300;
constexpr int bucket_bits = 18;
constexpr std::uint64_t seed = 20261130;
constexpr std::size_t words_remembered = std::size_t{1} << 14;
constexpr std::size_t hits_at_first = std::size_t{1} << 14;

std::uint32_t bucket_of(std::uint32_t key) { return key >> (32 - bucket_bits); }

constexpr double bits_of_letters = 8;
constexpr double letters_usual = 0.8;
// The most that closeness adds.
constexpr float closeness_max = static_cast<float>(2 * bits_of_letters * (1 - letters_usual));

// Among those whose names agree in the same degree, the more alike letters stand first.
float closeness(const Comparer& comparer, const Pair& pair)
{
    double sum = 0;
    for (const auto place : {given_place, family_place}) {
        if (pair.levels[place] <= static_cast<std::uint8_t>(NameLevel::differs))
            continue;
        const auto& one = comparer.word(pair.words_a[place]);
        const auto& other = comparer.word(pair.words_b[place]);
        sum += likeness(one.folded, other.folded) - letters_usual;
    }
    return static_cast<float>(bits_of_letters * sum);
}

} // namespace

void Later::reserve(std::size_t keys)
{
    for (auto& part : parts_)
        part.reserve(keys / parts_.size() + 1);
}

bool Later::take_out(std::uint32_t key, Place place)
{
    auto& some = part(key);
    const auto found = some.find(key);
    if (found == some.end())
        return false;
    const bool was_there = std::erase(found->second, place) > 0;
    if (found->second.empty())
        some.erase(found);
    return was_there;
}

const std::vector<Place>& Later::at(std::uint32_t key) const
{
    static const std::vector<Place> nobody;
    const auto& some = part(key);
    const auto found = some.find(key);
    return found == some.end() ? nobody : found->second;
}

std::size_t Later::widest() const
{
    std::size_t most = 0;
    for (const auto& part : parts_)
        most = std::max(most, part.size());
    return most;
}

Index::Index(std::vector<FieldKind> fields) : lexicon_(std::move(fields))
{
    frequencies_ = std::make_unique<Frequencies>(lexicon_);
    frequencies_->take_for_granted(persons_granted);
    learn_usual();
    sort_postings();
}

void Index::build(const std::vector<Record>& records)
{
    prepare_scripts();
    Comparer comparer(lexicon_, 16);
    std::vector<std::uint32_t> keys;
    entries_.reserve(entries_.size() + records.size());
    for (const auto& record : records) {
        const auto place = static_cast<Place>(entries_.size());
        entries_.push_back(lexicon_.enter(record));
        is_there_.push_back(true);
        ++persons_;
        frequencies_->add({&entries_.back()});
        search_keys(comparer, entries_.back(), false, keys);
        for (const auto key : keys)
            postings_.push_back({key, place});
    }
    sort_postings();
    learn_usual();
    make_room();
}

// Whoever comes next waits for nobody to be moved, until a quarter more have come.
void Index::make_room()
{
    lexicon_.make_room();
    frequencies_->make_room();
    entries_.reserve(with_room(entries_.size()));
    is_there_.reserve(with_room(is_there_.size()));
    later_.reserve(with_room(entries_.size() / 8));
}

void Index::sort_postings()
{
    std::sort(postings_.begin(), postings_.end());
    postings_.shrink_to_fit();
    begins_.assign((std::size_t{1} << bucket_bits) + 1, 0);
    for (const auto& one : postings_)
        ++begins_[bucket_of(one.key) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i)
        begins_[i] += begins_[i - 1];
}

void Index::learn_usual()
{
    const double crossed = weights_.crossed;
    weights_ = usual_weights(lexicon_, entries_, *frequencies_, seed);
    weights_.crossed = std::max(crossed, 0.05);
    set_prior();
}

// Half of those who come are known already, and are one of so many.
void Index::set_prior() { weights_.prior_bits = -std::log2(static_cast<double>(persons_) + 2); }

// What is learnt of pairs taken blindly says nothing of how often who comes is known already.
void Index::set_weights(const Weights& weights)
{
    weights_ = weights;
    set_prior();
}

Place Index::add(const Record& record)
{
    if (free_.empty()) {
        free_.push_back(static_cast<Place>(entries_.size()));
        entries_.emplace_back();
        is_there_.push_back(false);
    }
    const auto place = free_.back();
    free_.pop_back();
    entries_[place] = lexicon_.enter(record);
    is_there_[place] = true;
    ++persons_;
    frequencies_->add({&entries_[place]});
    Comparer comparer(lexicon_, 16);
    std::vector<std::uint32_t> keys;
    search_keys(comparer, entries_[place], false, keys);
    for (const auto key : keys)
        later_.add(key, place);
    set_prior();
    return place;
}

// Its keys stay where they are sorted, and find nobody; those that came later are taken out.
void Index::remove(Place place)
{
    if (place >= entries_.size() || !is_there_[place])
        return;
    Comparer comparer(lexicon_, 16);
    std::vector<std::uint32_t> keys;
    search_keys(comparer, entries_[place], false, keys);
    bool was_later = false;
    for (const auto key : keys)
        was_later |= later_.take_out(key, place);
    frequencies_->take_back({&entries_[place]});
    entries_[place] = {};
    is_there_[place] = false;
    --persons_;
    if (was_later) // a place that sorted keys speak of is not given to another
        free_.push_back(place);
}

void Index::change(Place place, std::size_t field, std::string_view value)
{
    auto& entry = entries_[place];
    frequencies_->take_back({&entry});
    entry.values[field] = lexicon_.enter_value(field, value);
    frequencies_->add({&entry});
}

std::pair<const Index::Posting*, const Index::Posting*> Index::sorted(std::uint32_t key) const
{
    const auto bucket = bucket_of(key);
    const auto* begin = postings_.data() + begins_[bucket];
    const auto* end = postings_.data() + begins_[bucket + 1];
    const auto* first = std::lower_bound(begin, end, Posting{key, 0});
    const auto* last = std::upper_bound(first, end, Posting{key, ~Place{0}});
    return {first, last};
}

std::size_t Index::bytes() const
{
    std::size_t all = postings_.capacity() * sizeof(Posting) + begins_.size() * 4 +
                      entries_.capacity() * sizeof(Entry) + lexicon_.words() * 230;
    for (const auto& entry : entries_)
        all += entry.names.capacity() * sizeof(Name) + entry.values.capacity() * 4 + 32;
    return all;
}

// ---- searching

Searcher::Searcher(const Index& index)
    : index_(index), comparer_(index.lexicon_, words_remembered), hits_(hits_at_first)
{
}

void Searcher::grow()
{
    std::vector<Hit> before(hits_.size() * 2);
    before.swap(hits_);
    const auto filled = std::move(filled_);
    filled_.clear();
    for (const auto at : filled)
        hit(before[at].place, before[at].worth);
}

void Searcher::hit(Place place, float worth)
{
    const auto mask = static_cast<std::uint32_t>(hits_.size() - 1);
    auto at = (place * 2654435769U >> 7) & mask;
    while (hits_[at].stamp == stamp_ && hits_[at].place != place)
        at = (at + 1) & mask;
    if (hits_[at].stamp == stamp_) {
        hits_[at].worth += worth;
        return;
    }
    hits_[at] = {place, stamp_, worth};
    filled_.push_back(at);
    if (filled_.size() * 2 > hits_.size())
        grow();
}

// The rarest keys first, as far as the limit goes: what many share is only asked for where nothing
// rarer was found.
void Searcher::gather(const Query& query, const SearchLimits& limits)
{
    std::vector<std::uint32_t> keys;
    search_keys(comparer_, query.entry, true, keys);
    std::vector<KeyPlaces> order;
    for (const auto key : keys) {
        const auto [first, last] = index_.sorted(key);
        const auto count = static_cast<std::size_t>(last - first) + index_.later_.at(key).size();
        if (count > 0)
            order.push_back({key, count});
    }
    std::sort(order.begin(), order.end(), [](const KeyPlaces& one, const KeyPlaces& other) {
        return one.count != other.count ? one.count < other.count : one.key < other.key;
    });
    const auto persons = static_cast<double>(index_.persons_ + 2);
    looked_at_ = 0;
    for (const auto& [key, count] : order) {
        const bool is_enough = looked_at_ + count > limits.looked_at && looked_at_ > 0;
        if (is_enough && filled_.size() >= limits.found)
            break;
        const auto worth =
            static_cast<float>(std::log2(persons / static_cast<double>(count)) + 0.1);
        const auto [first, last] = index_.sorted(key);
        const auto room =
            std::min<std::size_t>(static_cast<std::size_t>(last - first), 2 * limits.looked_at);
        for (const auto* one = first; one != first + room; ++one)
            hit(one->place, worth);
        for (const auto place : index_.later_.at(key))
            hit(place, worth);
        looked_at_ += std::min(count, 2 * limits.looked_at);
    }
}

std::vector<Found> Searcher::search(const Record& wanted, const SearchLimits& limits,
                                    const std::function<bool(Place)>& sees)
{
    const auto query = make_query(index_.lexicon_, wanted);
    comparer_.look_for(&query);
    filled_.clear();
    ++stamp_;
    gather(query, limits);
    if (index_.persons_ <= limits.everybody)
        for (Place place = 0; place < index_.entries_.size(); ++place)
            hit(place, 0);
    else if (filled_.size() > limits.scored) {
        const auto nth = filled_.begin() + static_cast<std::ptrdiff_t>(limits.scored);
        std::nth_element(filled_.begin(), nth, filled_.end(), [&](auto one, auto other) {
            return hits_[one].worth > hits_[other].worth;
        });
        filled_.erase(nth, filled_.end());
    }
    bring_near();
    weighed_.clear();
    weighed_.reserve(filled_.size());
    Found one;
    for (const auto at : filled_) {
        one.place = hits_[at].place;
        if (!index_.is_there_[one.place] || (sees && !sees(one.place)))
            continue;
        weigh(query, Own::one, one);
        weighed_.push_back(one);
    }
    auto best = best_of(limits.found);
    comparer_.look_for(nullptr);
    return best;
}

void Searcher::weigh(const Query& query, Own own, Found& one)
{
    comparer_.compare(query.entry, index_.entries_[one.place], one.pair);
    one.score = score(index_.weights_, *index_.frequencies_, comparer_, one.pair, query.entry,
                      index_.entries_[one.place], own);
    one.bits = one.score.bits + static_cast<float>(index_.weights_.prior_bits);
}

Found Searcher::weigh(const Record& wanted, Place place, Own own)
{
    const auto query = make_query(index_.lexicon_, wanted);
    comparer_.look_for(&query);
    Found one;
    one.place = place;
    weigh(query, own, one);
    one.order = one.bits + closeness(comparer_, one.pair);
    comparer_.look_for(nullptr);
    return one;
}

// What is compared stands all over a large memory: asked for together, it comes together.
void Searcher::bring_near() const
{
    const auto* entries = index_.entries_.data();
    for (const auto at : filled_)
        __builtin_prefetch(entries + hits_[at].place);
    for (const auto at : filled_) {
        const auto& entry = entries[hits_[at].place];
        __builtin_prefetch(entry.names.data());
        __builtin_prefetch(entry.values.data());
    }
    for (const auto at : filled_)
        for (const auto& name : entries[hits_[at].place].names)
            for (std::size_t i = 0; i < name.count; ++i) {
                const auto* word = reinterpret_cast<const char*>(&comparer_.word(name.words[i]));
                __builtin_prefetch(word);
                __builtin_prefetch(word + sizeof(Word) - 1);
            }
}

// How close the letters are is only asked of those whom it can still bring among the first.
std::vector<Found> Searcher::best_of(std::size_t count)
{
    order_.clear();
    for (std::uint32_t i = 0; i < weighed_.size(); ++i)
        order_.push_back(i);
    std::sort(order_.begin(), order_.end(),
              [&](auto one, auto other) { return weighed_[one].bits > weighed_[other].bits; });
    const auto is_before = [](const Found& a, const Found& b) {
        return a.order != b.order ? a.order > b.order : a.place < b.place;
    };
    std::vector<Found> best;
    best.reserve(count + 1);
    for (const auto i : order_) {
        auto& one = weighed_[i];
        const bool is_full = best.size() >= count;
        if (is_full && (count == 0 || one.bits + closeness_max < best.back().order))
            break;
        one.order = one.bits + closeness(comparer_, one.pair);
        best.insert(std::upper_bound(best.begin(), best.end(), one, is_before), one);
        if (is_full)
            best.pop_back();
    }
    return best;
}

} // namespace match
