// SPDX-License-Identifier: EUPL-1.2
#include "people/match/candidates.h"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>

namespace match {

namespace {

using Candidate = std::pair<std::uint32_t, std::uint32_t>;

std::uint64_t key(std::uint64_t kind, std::uint64_t one, std::uint64_t other)
{
    std::uint64_t mixed = (kind + 1) * 0x9E3779B97F4A7C15 + one;
    mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9 + other;
    mixed = (mixed ^ (mixed >> 32)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 29);
}

enum : std::uint64_t {
    sounds,
    sound_year,
    sound_day,
    whole_day,
    value,
    sound_value,
    day_value,
    roughs,
    rough_year
};

// A code is of very many.
bool tells_one(const Lexicon& lexicon, std::size_t field)
{
    const auto kind = lexicon.fields()[field].kind;
    return kind == Kind::text || kind == Kind::number;
}

void add_names(const Lexicon& lexicon, const Entry& entry, std::vector<std::uint64_t>& keys)
{
    const auto& birth = entry.birth;
    for (const auto& name : entry.names)
        for (std::size_t i = 0; i < name.count; ++i) {
            const auto& word = lexicon.at(name.words[i]);
            const std::uint64_t same = word.kin != 0 ? word.kin + (1u << 30) : word.sound;
            for (std::size_t j = i + 1; j < name.count; ++j) {
                const auto& other = lexicon.at(name.words[j]);
                const std::uint64_t with = other.kin != 0 ? other.kin + (1u << 30) : other.sound;
                keys.push_back(key(sounds, std::min(same, with), std::max(same, with)));
                keys.push_back(key(roughs, std::min(word.rough, other.rough),
                                   std::max(word.rough, other.rough)));
            }
            if (birth.year != 0) {
                keys.push_back(key(sound_year, same, static_cast<std::uint64_t>(birth.year)));
                keys.push_back(key(rough_year, word.rough, static_cast<std::uint64_t>(birth.year)));
            }
            if (birth.is_full() && !birth.is_heaped())
                keys.push_back(key(sound_day, same, birth.swapless() % 1024));
            for (std::size_t field = 0; field < entry.values.size(); ++field)
                if (entry.values[field] != nothing && tells_one(lexicon, field))
                    keys.push_back(key(sound_value + 16 * field, same, entry.values[field]));
        }
}

// ---- the nearest, by letters in common

constexpr std::size_t signature_words = 8;
using Signature = std::array<std::uint64_t, signature_words>;

// A feature that few records have sets more bits than one that many have.
class Signatures {
public:
    Signatures(const Lexicon& lexicon, const std::vector<Entry>& entries)
    {
        std::vector<std::vector<std::uint64_t>> features(entries.size());
        std::unordered_map<std::uint64_t, std::uint32_t> counts;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            collect(lexicon, entries[i], features[i]);
            for (const auto feature : features[i])
                ++counts[feature];
        }
        signatures_.resize(entries.size());
        bits_.resize(entries.size());
        const auto persons = static_cast<double>(entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i) {
            for (const auto feature : features[i]) {
                const double share = counts[feature] / persons;
                const int bits = share > 0.25 ? 0 : share > 0.05 ? 1 : share > 0.01 ? 2 : 3;
                for (int bit = 0; bit < bits; ++bit)
                    set(signatures_[i], key(100 + static_cast<std::uint64_t>(bit), feature, 7));
            }
            int all = 0;
            for (const auto word : signatures_[i])
                all += std::popcount(word);
            bits_[i] = static_cast<float>(all);
        }
    }

    // 0 nothing in common, 1 all.
    float alike(std::size_t a, std::size_t b) const
    {
        int shared = 0;
        for (std::size_t i = 0; i < signature_words; ++i)
            shared += std::popcount(signatures_[a][i] & signatures_[b][i]);
        return 2 * static_cast<float>(shared) / (bits_[a] + bits_[b] + 1);
    }

private:
    static void set(Signature& signature, std::uint64_t hash)
    {
        const auto place = hash % (64 * signature_words);
        signature[place / 64] |= std::uint64_t{1} << (place % 64);
    }

    static void add_letters(std::string_view text, std::uint64_t kind,
                            std::vector<std::uint64_t>& features)
    {
        unsigned before = '^';
        for (const char c : text) {
            const unsigned letter = static_cast<unsigned char>(c);
            features.push_back(key(kind, before, letter));
            before = letter;
        }
        features.push_back(key(kind, before, '$'));
    }

    static void collect(const Lexicon& lexicon, const Entry& entry,
                        std::vector<std::uint64_t>& features)
    {
        for (const auto& name : entry.names)
            for (std::size_t i = 0; i < name.count; ++i) {
                const auto& word = lexicon.at(name.words[i]);
                add_letters(word.folded, 50, features);
                features.push_back(key(51, word.sound, 0));
                features.push_back(key(52, word.kin != 0 ? word.kin : word.rough, word.kin != 0));
            }
        const auto& birth = entry.birth;
        for (std::size_t i = 0; !birth.is_empty() && i < birth.digits.size(); ++i)
            if (birth.digits[i] != '?')
                features.push_back(key(53 + i, static_cast<std::uint64_t>(birth.digits[i]), 0));
        if (birth.year != 0)
            features.push_back(key(62, static_cast<std::uint64_t>(birth.year), 0));
        if (birth.is_full())
            features.push_back(key(63, birth.swapless() % 1024, 0));
        for (std::size_t i = 0; i < entry.values.size(); ++i) {
            if (entry.values[i] == nothing)
                continue;
            features.push_back(key(70 + i, entry.values[i], 0));
            if (tells_one(lexicon, i))
                add_letters(lexicon.values(i).at(entry.values[i]), 80 + i, features);
        }
        std::sort(features.begin(), features.end());
        features.erase(std::unique(features.begin(), features.end()), features.end());
    }

    std::vector<Signature> signatures_;
    std::vector<float> bits_;
};

struct Nearest {
    float alike = 0;
    std::uint32_t other = 0;
};

// Keeps the most alike of each record; both sides of a pair are seen in one walk.
void add_nearest(const Lexicon& lexicon, const std::vector<Entry>& entries, std::size_t count,
                 std::vector<Candidate>& found)
{
    const Signatures signatures(lexicon, entries);
    std::vector<std::vector<Nearest>> best(entries.size());
    std::vector<float> least(entries.size(), 0.2F);
    const auto smaller = [](const Nearest& one, const Nearest& other) {
        return one.alike > other.alike;
    };
    const auto keep = [&](std::uint32_t of, std::uint32_t other, float alike) {
        auto& mine = best[of];
        mine.push_back({alike, other});
        std::push_heap(mine.begin(), mine.end(), smaller);
        if (mine.size() > count) {
            std::pop_heap(mine.begin(), mine.end(), smaller);
            mine.pop_back();
            least[of] = mine.front().alike;
        }
    };
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        for (std::uint32_t j = i + 1; j < entries.size(); ++j) {
            if (of_one_party(entries[i], entries[j]))
                continue;
            const float alike = signatures.alike(i, j);
            if (alike > least[i])
                keep(i, j, alike);
            if (alike > least[j])
                keep(j, i, alike);
        }
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        for (const auto& one : best[i])
            found.emplace_back(std::min(i, one.other), std::max(i, one.other));
}

void sort_and_thin(std::vector<Candidate>& found)
{
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

} // namespace

void keys_of(const Lexicon& lexicon, const Entry& entry, std::vector<std::uint64_t>& keys)
{
    keys.clear();
    add_names(lexicon, entry, keys);
    if (entry.birth.is_full())
        keys.push_back(key(whole_day, entry.birth.swapless(), 0));
    for (std::size_t field = 0; field < entry.values.size(); ++field) {
        const auto one = entry.values[field];
        if (one == nothing || !tells_one(lexicon, field))
            continue;
        keys.push_back(key(value + 16 * field, one, 0));
        if (entry.birth.is_full())
            keys.push_back(key(day_value + 16 * field, one, entry.birth.swapless() % 1024));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

std::vector<Candidate> candidates(const Lexicon& lexicon, const std::vector<Entry>& entries,
                                  const CandidateLimits& limits)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
    std::vector<std::uint64_t> keys;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        keys_of(lexicon, entries[i], keys);
        for (const auto one : keys)
            all.emplace_back(one, i);
    }
    std::sort(all.begin(), all.end());
    std::vector<Candidate> found;
    std::size_t thinned_at = std::size_t{1} << 22;
    for (std::size_t begin = 0; begin < all.size();) {
        auto end = begin + 1;
        while (end < all.size() && all[end].first == all[begin].first)
            ++end;
        if (end - begin <= limits.block)
            for (auto i = begin; i < end; ++i)
                for (auto j = i + 1; j < end; ++j) {
                    const auto a = all[i].second;
                    const auto b = all[j].second;
                    if (!of_one_party(entries[a], entries[b]))
                        found.emplace_back(std::min(a, b), std::max(a, b));
                }
        if (found.size() > thinned_at) {
            sort_and_thin(found);
            thinned_at = std::max(thinned_at, found.size() * 2);
        }
        begin = end;
    }
    all = {};
    if (entries.size() <= limits.everybody_max)
        add_nearest(lexicon, entries, limits.nearest, found);
    sort_and_thin(found);
    return found;
}

} // namespace match
