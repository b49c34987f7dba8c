// SPDX-License-Identifier: EUPL-1.2
#include "headcount/once/invented.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace once {

namespace {

struct Truth {
    std::string given;
    std::string second; // a second given name
    std::string family;
    int year = 0;
    int month = 0;
    int day = 0;
    bool male = true;
    std::string country;
    std::string phone;
};

constexpr const char* syllables[] = {"ma", "ri", "ko", "be", "sa", "lu", "ti",  "no", "de", "fa",
                                     "gu", "za", "pe", "mi", "ro", "ne", "to",  "ja", "vi", "la",
                                     "si", "ba", "du", "ke", "ha", "wo", "cha", "ny", "om", "ul"};
constexpr const char* countries[] = {"NG", "SN", "BD", "EG", "ER", "UA", "MA", "PK", "TN", "GM"};
constexpr std::size_t given_names = 600;
constexpr std::size_t family_names = 4000;
constexpr std::uint32_t kinds_of_units = 3;

class Inventor {
public:
    explicit Inventor(std::uint64_t seed) : random_(seed) {}

    Truth person()
    {
        Truth made;
        made.male = chance(0.62);
        made.given = name(common(given_names), 2);
        if (chance(0.2))
            made.second = name(common(given_names), 2);
        made.family = name(given_names + common(family_names), 3);
        made.country = countries[common(std::size(countries))];
        made.year = 1950 + static_cast<int>(below(58));
        made.month = 1 + static_cast<int>(below(12));
        made.day = 1 + static_cast<int>(below(28));
        if (chance(0.25))
            made.month = made.day = 1;
        if (chance(0.5))
            made.phone = phone();
        return made;
    }
    // Somebody of the same family.
    Truth relative(const Truth& of)
    {
        auto made = person();
        made.family = of.family;
        made.country = of.country;
        if (chance(0.25)) {
            made.year = of.year;
            made.month = of.month;
            made.day = of.day;
        }
        return made;
    }
    match::Record written(const Truth& truth)
    {
        match::Record record;
        auto given = by_ear(truth.given);
        if (!truth.second.empty() && chance(0.6))
            given += " " + by_ear(truth.second);
        auto family = by_ear(truth.family);
        if (chance(0.08))
            std::swap(given, family);
        if (chance(0.04))
            given.clear();
        record.names.push_back({given, family, false});
        record.birth = birth(truth);
        record.values = {chance(0.04) ? ""
                         : truth.male ? "M"
                                      : "F",
                         chance(0.05) ? "" : truth.country, ""};
        if (!truth.phone.empty() && chance(0.7))
            record.values[2] = chance(0.85) ? truth.phone : phone();
        return record;
    }
    bool chance(double share) { return std::uniform_real_distribution<>(0, 1)(random_) < share; }
    std::size_t below(std::size_t count) { return random_() % count; }
    // The n-th comes up with a chance of about 1/n.
    std::size_t common(std::size_t count)
    {
        const double at = std::uniform_real_distribution<>(0, 1)(random_);
        return static_cast<std::size_t>(std::pow(static_cast<double>(count) + 1, at) - 1);
    }

private:
    // The name of that number, always the same.
    static std::string name(std::size_t number, int pieces)
    {
        std::mt19937_64 own(number * 7919 + 17);
        std::string made;
        for (auto left = static_cast<std::uint64_t>(pieces) + own() % 2; left > 0; --left)
            made += syllables[own() % std::size(syllables)];
        return made;
    }
    std::string phone() { return "3" + std::to_string(200000000 + below(799999999)); }
    std::string by_ear(std::string name)
    {
        if (chance(0.45) && name.size() > 3) {
            const std::pair<const char*, const char*> respellings[] = {
                {"k", "c"}, {"u", "ou"}, {"i", "y"}, {"o", "u"}, {"ch", "sh"}, {"w", "v"}};
            const auto& [from, to] = respellings[below(std::size(respellings))];
            if (const auto at = name.find(from); at != std::string::npos)
                name.replace(at, std::string_view(from).size(), to);
        }
        if (chance(0.12) && name.size() > 3)
            name[1 + below(name.size() - 2)] = static_cast<char>('a' + below(26));
        return name;
    }
    match::Birth birth(const Truth& truth)
    {
        if (chance(0.08))
            return {};
        if (chance(0.14))
            return match::born_on(truth.year + static_cast<int>(below(3)) - 1, 0, 0, true);
        if (chance(0.05))
            return match::born_on(truth.year, 1, 1);
        if (chance(0.05) && truth.day <= 12)
            return match::born_on(truth.year, truth.day, truth.month);
        if (chance(0.06))
            return match::born_on(truth.year, truth.month, 1 + static_cast<int>(below(28)));
        return match::born_on(truth.year, truth.month, truth.day);
    }

    std::mt19937_64 random_;
};

} // namespace

std::vector<KnownWriting> invent(const InventedNetwork& wish, std::uint64_t seed)
{
    Inventor inventor(seed);
    std::vector<KnownWriting> all;
    Truth before;
    for (std::uint32_t person = 0; person < wish.persons; ++person) {
        const bool is_relative = person > 0 && inventor.chance(wish.in_households);
        const auto truth = is_relative ? inventor.relative(before) : inventor.person();
        before = truth;
        std::vector<std::uint32_t> cities{static_cast<std::uint32_t>(inventor.common(wish.cities))};
        while (inventor.chance(cities.size() == 1 ? wish.in_several : 0.1)) {
            const auto next = static_cast<std::uint32_t>(inventor.common(wish.cities));
            if (std::find(cities.begin(), cities.end(), next) == cities.end())
                cities.push_back(next);
        }
        for (const auto city : cities) {
            std::size_t writings = 1;
            while (writings < 8 && inventor.chance(0.5))
                ++writings;
            for (; writings > 0; --writings)
                all.push_back({{inventor.written(truth),
                                static_cast<std::uint32_t>(inventor.below(kinds_of_units))},
                               person,
                               city});
        }
    }
    return all;
}

} // namespace once
