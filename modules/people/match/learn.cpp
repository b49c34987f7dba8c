// SPDX-License-Identifier: EUPL-1.2
#include "people/match/learn.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <unordered_map>

namespace match {

namespace {

constexpr std::size_t blind_pairs = 600000;
constexpr std::size_t alike_pairs = 100000;
constexpr std::size_t session_pairs_max = 150000;
constexpr std::size_t session_pairs_min = 30;
constexpr std::size_t block_max = 400;
constexpr int rounds_max = 60;

using Levels = std::array<std::uint8_t, places_max>;

struct Pattern {
    Levels levels{};
    double count = 0;
};

// What a session takes for granted, and therefore does not learn.
struct Session {
    std::vector<std::size_t> given_places;
    double pairs = 0;                                          // that agree on that
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys; // of each record
};

bool in(const std::vector<std::size_t>& places, std::size_t place)
{
    return std::find(places.begin(), places.end(), place) != places.end();
}

// ---- what is usual

// What is usual: rounded from lists of several kinds, of which it was known who is who.
constexpr LevelChances usual_name{0,    .030, .005, .030, .036, .012,
                                  .060, .028, .200, .080, .080, .439};
constexpr LevelChances usual_birth{0, .030, .060, .010, .100, .030, .050, .010, .710};
constexpr LevelChances usual_code{0, .030, .001, .001, .968};
constexpr LevelChances usual_codes{0, .150, .001, .300, .549};
constexpr LevelChances usual_met{0, .450, .001, .001, .548};
constexpr LevelChances usual_text{0, .120, .080, .080, .720};
constexpr LevelChances usual_number{0, .250, .020, .050, .680};

// Of two persons; what a set shows soon outweighs it.
constexpr LevelChances blind_name{0,     .9600, .0040, .0040, .0200, .0005,
                                  .0008, .0020, .0030, .0020, .0005, .0032};
constexpr LevelChances blind_birth{0, .9300, .0450, .0060, .0060, .0100, .0028, .00002, .00018};
constexpr LevelChances blind_code{0, .6000, .0010, .0010, .3980};
constexpr LevelChances blind_codes{0, .5500, .0010, .2490, .2000};
constexpr LevelChances blind_met{0, .8500, .0010, .0010, .1480};
constexpr LevelChances blind_text{0, .9400, .0200, .0050, .0350};
constexpr LevelChances blind_number{0, .9989, .0005, .0005, .0001};
constexpr double blind_weight = 100; // as if so many pairs had been seen

const LevelChances& usual_u(const Lexicon& lexicon, std::size_t place)
{
    if (place < birth_place)
        return blind_name;
    if (place == birth_place)
        return blind_birth;
    switch (lexicon.fields()[place - values_place].kind) {
    case Kind::code:
        return blind_code;
    case Kind::codes:
        return blind_codes;
    case Kind::met:
        return blind_met;
    case Kind::text:
        return blind_text;
    default:
        return blind_number;
    }
}

const LevelChances& usual_m(const Lexicon& lexicon, std::size_t place)
{
    if (place < birth_place)
        return usual_name;
    if (place == birth_place)
        return usual_birth;
    switch (lexicon.fields()[place - values_place].kind) {
    case Kind::code:
        return usual_code;
    case Kind::codes:
        return usual_codes;
    case Kind::met:
        return usual_met;
    case Kind::text:
        return usual_text;
    default:
        return usual_number;
    }
}

// ---- u: pairs taken blindly

LevelChances as_chances(const LevelChances& counts, std::size_t levels, double weight)
{
    double all = 0;
    for (std::size_t level = 1; level < levels; ++level)
        all += counts[level] + weight;
    LevelChances chances{};
    for (std::size_t level = 1; level < levels; ++level)
        chances[level] = (counts[level] + weight) / all;
    return chances;
}

void set_chance(LevelChances& chances, std::size_t level, double chance, std::size_t levels)
{
    const double before = chances[level];
    const double keep = (1 - chance) / std::max(1 - before, 1e-9);
    for (std::size_t one = 1; one < levels; ++one)
        chances[one] *= keep;
    chances[level] = chance;
}

void learn_u(Weights& weights, const Lexicon& lexicon, Comparer& comparer,
             const std::vector<Entry>& entries, const Frequencies& frequencies,
             const Persons& persons, std::mt19937_64& random)
{
    std::array<LevelChances, places_max> counts{};
    Pair pair;
    const auto draw = [&] { return static_cast<std::size_t>(random() % entries.size()); };
    // Of a few records there are not so many pairs to see.
    const auto pairs = std::min(blind_pairs, entries.size() * (entries.size() - 1));
    for (std::size_t i = 0; i < pairs; ++i) {
        const auto a = draw();
        const auto b = draw();
        const bool is_one = a == b || (!persons.empty() && persons[a] == persons[b]);
        if (is_one)
            continue;
        comparer.compare(entries[a], entries[b], pair);
        for (std::size_t place = 0; place < weights.places; ++place)
            counts[place][pair.levels[place]] += 1;
    }
    for (std::size_t place = 0; place < weights.places; ++place)
        for (std::size_t level = 1; level < levels_at(place); ++level)
            counts[place][level] += blind_weight * usual_u(lexicon, place)[level];
    for (std::size_t place = 0; place < weights.places; ++place)
        weights.u[place] = as_chances(counts[place], levels_at(place), 0.01);
    // Of what is the same the counts say more than any sample.
    const auto same_name = static_cast<std::size_t>(NameLevel::same);
    for (const auto place : {given_place, family_place})
        set_chance(weights.u[place], same_name,
                   std::max(frequencies.chance_same_word(static_cast<Slot>(place)), 1e-8),
                   name_levels);
    set_chance(weights.u[birth_place], static_cast<std::size_t>(BirthLevel::same),
               std::max(frequencies.chance_same_birth(), 1e-7), birth_levels);
    for (std::size_t i = 0; values_place + i < weights.places; ++i)
        if (lexicon.fields()[i].kind != Kind::met) // of several codes, the sample says it
            set_chance(weights.u[values_place + i], static_cast<std::size_t>(ValueLevel::same),
                       std::max(frequencies.chance_same_value(i), 1e-8), value_levels);
}

// ---- m: sessions

std::vector<Pattern> patterns_of(Session& session, Comparer& comparer,
                                 const std::vector<Entry>& entries, std::size_t places)
{
    std::map<Levels, double> counts;
    auto keys = session.keys;
    std::sort(keys.begin(), keys.end());
    double all = 0;
    const auto each_block = [&](auto&& see) {
        for (std::size_t begin = 0; begin < keys.size();) {
            auto end = begin + 1;
            while (end < keys.size() && keys[end].first == keys[begin].first)
                ++end;
            if (end - begin > 1 && end - begin <= block_max)
                see(begin, end);
            begin = end;
        }
    };
    each_block([&](std::size_t begin, std::size_t end) {
        all += static_cast<double>(end - begin) * static_cast<double>(end - begin - 1) / 2;
    });
    session.pairs = all;
    if (all < session_pairs_min)
        return {};
    const double stride = std::max(1.0, all / session_pairs_max);
    double at = 0;
    double next = 0;
    Pair pair;
    each_block([&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i)
            for (auto j = i + 1; j < end; ++j) {
                at += 1;
                if (at < next)
                    continue;
                next += stride;
                const auto& a = entries[keys[i].second];
                const auto& b = entries[keys[j].second];
                if (of_one_party(a, b))
                    continue;
                comparer.compare(a, b, pair);
                Levels levels{};
                std::copy(pair.levels.begin(), pair.levels.begin() + places, levels.begin());
                for (const auto place : session.given_places)
                    levels[place] = 0;
                counts[levels] += 1;
            }
    });
    std::vector<Pattern> patterns;
    for (const auto& [levels, count] : counts)
        patterns.push_back({levels, count});
    return patterns;
}

struct Learnt {
    std::array<LevelChances, places_max> counts{}; // expected, of matches
    double matches = 0;
    double share = 0; // of all pairs of the session
};

Learnt run_session(const std::vector<Pattern>& patterns, const Weights& weights)
{
    auto m = weights.m;
    double share = 0.3;
    Learnt learnt;
    for (int round = 0; round < rounds_max; ++round) {
        learnt = {};
        double all = 0;
        for (const auto& pattern : patterns) {
            double ratio = share / (1 - share);
            for (std::size_t place = 0; place < weights.places; ++place)
                if (const auto level = pattern.levels[place]; level != 0)
                    ratio *= m[place][level] / weights.u[place][level];
            const double expected = pattern.count * ratio / (1 + ratio);
            all += pattern.count;
            learnt.matches += expected;
            for (std::size_t place = 0; place < weights.places; ++place)
                if (pattern.levels[place] != 0)
                    learnt.counts[place][pattern.levels[place]] += expected;
        }
        const double before = share;
        share = std::clamp(learnt.matches / all, 1e-5, 0.999);
        for (std::size_t place = 0; place < weights.places; ++place)
            m[place] = as_chances(learnt.counts[place], levels_at(place), 0.3);
        if (round > 10 && std::abs(before - share) < 1e-6)
            break;
    }
    learnt.share = share;
    return learnt;
}

// As many as would agree on what the session takes for granted if nobody were in it twice.
double pairs_by_chance(const Session& session, const Weights& weights, std::size_t entries)
{
    constexpr double same_day_of_year = 1 / 365.25;
    const auto records = static_cast<double>(entries);
    double pairs = records * (records - 1) / 2;
    for (const auto place : session.given_places) {
        const bool is_day_only = place == birth_place && session.given_places.size() > 1;
        pairs *= is_day_only ? same_day_of_year : weights.u[place][levels_at(place) - 1];
    }
    return pairs;
}

std::uint64_t together(std::uint64_t one, std::uint64_t other)
{
    return (one * 0x9E3779B97F4A7C15) ^ (other + 0x7F4A7C15 + (one << 6) + (one >> 2));
}

// The words of names, whichever stands first.
std::uint64_t names_key(const Entry& entry)
{
    if (entry.names.empty() || entry.names[0].given == nothing || entry.names[0].family == nothing)
        return 0;
    const auto& name = entry.names[0];
    return together(std::min(name.given, name.family), std::max(name.given, name.family));
}

std::uint64_t part_key(const Entry& entry, std::size_t place)
{
    if (entry.names.empty() || !entry.names[0].ordered)
        return 0;
    return place == given_place ? entry.names[0].given : entry.names[0].family;
}

template <class Key>
void add_session(std::vector<Session>& sessions, const std::vector<Entry>& entries,
                 std::vector<std::size_t> places, Key&& key)
{
    Session session{std::move(places), 0, {}};
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        if (const std::uint64_t one = key(entries[i]); one != 0)
            session.keys.emplace_back(one, i);
    sessions.push_back(std::move(session));
}

std::vector<Session> sessions_of(const Lexicon& lexicon, const std::vector<Entry>& entries)
{
    std::vector<Session> sessions;
    add_session(sessions, entries, {birth_place}, [](const Entry& entry) -> std::uint64_t {
        return entry.birth.is_full() && !entry.birth.is_heaped() ? entry.birth.number() : 0;
    });
    add_session(sessions, entries, {given_place, family_place}, names_key);
    for (const auto place : {given_place, family_place})
        add_session(sessions, entries, {place, birth_place}, [place](const Entry& entry) {
            const auto part = part_key(entry, place);
            return part == 0 || !entry.birth.is_full() || entry.birth.is_heaped()
                       ? std::uint64_t{0}
                       : together(part, entry.birth.swapless() % 1024 + 1);
        });
    for (std::size_t i = 0; i < lexicon.fields().size(); ++i) {
        const auto distinct = lexicon.values(i).size();
        if (distinct > entries.size() / 20 + 10)
            add_session(sessions, entries, {values_place + i},
                        [i](const Entry& entry) { return std::uint64_t{entry.values[i]}; });
        if (distinct < 20)
            continue;
        for (const auto place : {given_place, family_place})
            add_session(sessions, entries, {place, values_place + i},
                        [i, place](const Entry& entry) -> std::uint64_t {
                            const auto part = part_key(entry, place);
                            const auto value = entry.values[i];
                            return part == 0 || value == 0 ? 0 : together(part, value);
                        });
    }
    return sessions;
}

Weights blind_weights(const Lexicon& lexicon, Comparer& comparer, const std::vector<Entry>& entries,
                      const Frequencies& frequencies, const Persons& persons,
                      std::mt19937_64& random)
{
    Weights weights;
    weights.places = values_place + lexicon.fields().size();
    for (std::size_t place = 0; place < weights.places; ++place) {
        weights.m[place] = usual_m(lexicon, place);
        weights.u[place] = usual_u(lexicon, place);
    }
    if (entries.size() > 1)
        learn_u(weights, lexicon, comparer, entries, frequencies, persons, random);
    weights.u_alike.fill(weights.u);
    return weights;
}

} // namespace

Weights usual_weights(const Lexicon& lexicon, const std::vector<Entry>& entries,
                      const Frequencies& frequencies, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Comparer comparer(lexicon);
    return blind_weights(lexicon, comparer, entries, frequencies, {}, random);
}

Weights learn(const Lexicon& lexicon, const std::vector<Entry>& entries,
              const Frequencies& frequencies, const Persons& persons, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Comparer comparer(lexicon);
    auto weights = blind_weights(lexicon, comparer, entries, frequencies, persons, random);
    if (entries.size() < 2)
        return weights;

    std::array<LevelChances, places_max> counts{};
    for (auto& session : sessions_of(lexicon, entries)) {
        const auto patterns = patterns_of(session, comparer, entries, weights.places);
        if (patterns.empty())
            continue;
        // Where chance alone makes as many agree, nothing can be learnt about those who are one.
        if (pairs_by_chance(session, weights, entries.size()) > 0.5 * session.pairs)
            continue;
        const auto learnt = run_session(patterns, weights);
        // Each session speaks with the weight of what it saw, none with more than some thousands.
        // Where few pairs are matches, those who only share a name are taken for some.
        const double scale =
            learnt.share * learnt.share * std::min(1.0, 3000 / std::max(learnt.matches, 1.0));
        for (std::size_t place = 0; place < weights.places; ++place)
            if (!in(session.given_places, place))
                for (std::size_t level = 1; level < levels_at(place); ++level)
                    counts[place][level] += scale * learnt.counts[place][level];
    }
    for (std::size_t place = 0; place < weights.places; ++place) {
        auto first = weights.m[place];
        for (std::size_t level = 1; level < levels_at(place); ++level)
            counts[place][level] += 10 * first[level]; // what is known before anything is seen
        weights.m[place] = as_chances(counts[place], levels_at(place), 0.1);
    }
    return weights;
}

namespace {

// The sounds of the names that are to agree (names_alike), as one number; 0 where one is missing.
std::uint64_t sounds_key(const Lexicon& lexicon, const Entry& entry, std::size_t alike)
{
    if (entry.names.empty())
        return 0;
    const auto& name = entry.names[0];
    const std::uint64_t given = name.given == nothing ? nothing : lexicon.at(name.given).sound;
    const std::uint64_t family = name.family == nothing ? nothing : lexicon.at(name.family).sound;
    const bool of_given = (alike & 1) != 0;
    const bool of_family = (alike & 2) != 0;
    if ((of_given && given == nothing) || (of_family && family == nothing))
        return 0;
    return (of_given ? given : 0) << 32 | (of_family ? family : 0);
}

// Others who are called alike, one for each record: by their dates they are two persons.
template <class See>
void each_alike(const Lexicon& lexicon, Comparer& comparer, const std::vector<Entry>& entries,
                const Persons& persons, std::size_t alike, std::mt19937_64& random, See&& see)
{
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> called;
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        if (const auto key = sounds_key(lexicon, entries[i], alike); key != 0)
            called[key].push_back(i);
    const auto draws = std::min(entries.size(), alike_pairs);
    Pair pair;
    for (std::size_t i = 0; i < draws; ++i) {
        pair.a = static_cast<std::uint32_t>(random() % entries.size());
        const auto key = sounds_key(lexicon, entries[pair.a], alike);
        if (key == 0)
            continue;
        const auto& others = called[key];
        pair.b = others[random() % others.size()];
        if (persons[pair.a] == persons[pair.b])
            continue;
        comparer.compare(entries[pair.a], entries[pair.b], pair);
        const auto birth = static_cast<BirthLevel>(pair.levels[birth_place]);
        if (names_alike(pair) == alike && birth >= BirthLevel::differs &&
            birth <= BirthLevel::same_year)
            see(pair);
    }
}

} // namespace

void learn_of_alike(Weights& weights, const Lexicon& lexicon, const std::vector<Entry>& entries,
                    const Persons& persons, std::uint64_t seed)
{
    constexpr double as_of_anybody = 20; // before a pair was seen
    std::mt19937_64 random(seed);
    Comparer comparer(lexicon);
    for (std::size_t alike = 1; alike <= both_alike; ++alike) {
        std::array<LevelChances, places_max> counts{};
        each_alike(lexicon, comparer, entries, persons, alike, random, [&](const Pair& pair) {
            for (auto place = values_place; place < weights.places; ++place)
                counts[place][pair.levels[place]] += 1;
        });
        for (auto place = values_place; place < weights.places; ++place) {
            for (std::size_t level = 1; level < value_levels; ++level)
                counts[place][level] += as_of_anybody * weights.u[place][level];
            weights.u_alike[alike - 1][place] = as_chances(counts[place], value_levels, 0);
        }
    }
}

double learn_prior(const std::vector<float>& bits, double pairs_of_all)
{
    double prior = std::log2(std::max(static_cast<double>(bits.size()), 1.0) * 0.1 / pairs_of_all);
    for (int round = 0; round < 50; ++round) {
        double expected = 0.5;
        for (const auto one : bits)
            expected += probability(one + prior);
        const double share = std::min(expected / pairs_of_all, 0.5);
        const double next = std::log2(share / (1 - share));
        if (std::abs(next - prior) < 1e-4)
            return next;
        prior = next;
    }
    return prior;
}

} // namespace match
