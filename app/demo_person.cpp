// SPDX-License-Identifier: EUPL-1.2
#include "app/demo_person.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "base/json.h"

namespace demo {

struct Population::Birth {
    std::optional<Date> date;
    int year = 0; // 0: nobody said
    bool estimated = false;
};

namespace {

constexpr std::size_t similar_max = 20;

// "Diallo" and "diallo", "Al Sayed" and "Sayed" are the same words of a name.
std::vector<std::string> words_of(const std::string& name)
{
    std::vector<std::string> words(1);
    for (const char c : name) {
        if (c == ' ')
            words.emplace_back();
        else if (c != '\'')
            words.back() += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    static const std::set<std::string> particles{"", "al", "ben", "de", "el"};
    std::erase_if(words, [](const std::string& word) { return particles.contains(word); });
    return words;
}

void write_list(std::string& out, const std::vector<std::string>& texts)
{
    out += '[';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        out += i > 0 ? "," : "";
        write_json(out, texts[i]);
    }
    out += ']';
}

// No such number can be: no prefix of Italy, or of anywhere, begins with 000.
std::string false_phone(int number)
{
    char text[20];
    std::snprintf(text, sizeof text, "000 %07d", number);
    return text;
}

// As false as the telephone: 999999 is no region and no health authority.
std::string false_stp(int number)
{
    char text[20];
    std::snprintf(text, sizeof text, "STP999999%07d", number);
    return text;
}

// The cast adds its own persons, and does not expect their namesakes.
bool is_of_the_cast(const Known& known)
{
    static const std::set<std::string> names{
        "Amina Diallo",  "Ibrahima Sow",      "Ibrahim Sow",   "Fatou Ndiaye", "Fatoumata Ndiaye",
        "Fatou N'Diaye", "Fatoumata N'Diaye", "Mamadou Barry", "Selam Tekle"};
    return names.contains(known.given_written + " " + known.family_written);
}

} // namespace

Population::Population(Chance& chance, std::string city, const std::vector<const char*>& favourites)
    : chance_(chance), city_(std::move(city))
{
    for (const auto& origin : origins()) {
        const bool favourite =
            std::any_of(favourites.begin(), favourites.end(), [&](const char* country) {
                return std::string_view(country) == origin.country;
            });
        weights_.push_back(favourite ? 3 * origin.weight + 40 : origin.weight);
        sum_of_weights_ += weights_.back();
    }
}

Somebody Population::somebody()
{
    int at = chance_.between(0, sum_of_weights_ - 1);
    std::size_t place = 0;
    while (at >= weights_[place])
        at -= weights_[place++];

    static constexpr std::array<Weighted, 4> genders{{{"M", 715}, {"F", 270}, {"X", 5}, {"U", 10}}};
    Somebody made;
    made.origin = &origins()[place];
    made.gender = chance_.weighted(genders);
    const int band = chance_.between(0, 99);
    made.age_years = band < 8    ? chance_.between(14, 17)
                     : band < 62 ? chance_.between(18, 34)
                     : band < 94 ? chance_.between(35, 60)
                                 : chance_.between(61, 76);
    return made;
}

void Population::choose_names(Known& known)
{
    const auto& names = *known.origin->names;
    const bool woman = known.gender == std::string_view("F");
    do {
        known.given = chance_.one_of(woman ? names.women : names.men);
        known.family = chance_.one_of(names.families);
        known.given_written = spelling_of(chance_, known.given);
        known.family_written = spelling_of(chance_, known.family);
    } while (is_of_the_cast(known));
}

Population::Birth Population::choose_birth(const Known& known)
{
    Birth birth;
    const int how = chance_.between(0, 99);
    if (how < 7)
        return birth;
    birth.year = known.birth_year;
    birth.estimated = how < 37;
    // Whoever does not know the day was written down, somewhere, as born on 1 January.
    if (how >= 64 && how < 70)
        birth.date = make_date(birth.year, 1, 1);
    if (how >= 70)
        birth.date = make_date(birth.year, chance_.between(1, 12), chance_.between(1, 28));
    if (birth.date == make_date(1999, 3, 14)) // Ibrahima's, of the cast
        birth.date = birth.date->plus_days(1);
    return birth;
}

// Notes the names and the birth of a new person, and answers who shares them.
std::vector<Uuid> Population::note_names(const Known& known, const Birth& birth)
{
    std::vector<std::string> keys;
    auto words = words_of(known.given_written);
    for (auto& word : words_of(known.family_written))
        words.push_back(std::move(word));
    std::sort(words.begin(), words.end());
    for (std::size_t i = 0; birth.year != 0 && i < words.size(); ++i)
        for (std::size_t j = i + 1; j < words.size(); ++j)
            keys.push_back(words[i] + " " + words[j] + " " + std::to_string(birth.year));
    if (birth.date)
        keys.push_back(to_string(*birth.date));

    std::vector<Uuid> same;
    for (const auto& key : keys) {
        auto& bearers = alike_[key];
        same.insert(same.end(), bearers.begin(), bearers.end());
        bearers.push_back(known.id);
    }
    return same;
}

std::vector<std::string> Population::choose_aliases(const Known& known)
{
    std::vector<std::string> aliases;
    const auto own = in_own_script(known.given.substr(0, known.given.find('|')));
    if (!own.empty() && chance_.happens(30))
        aliases.push_back(own);
    if (chance_.happens(4))
        aliases.emplace_back(chance_.one_of(nicknames()));
    return aliases;
}

NewPerson Population::person(const Somebody& somebody, Instant at)
{
    Known known;
    static_cast<Somebody&>(known) = somebody;
    known.id = chance_.uuid(at);
    known.birth_year = parts(local_date(at)).year - somebody.age_years;
    const bool whole = chance_.happens(92); // the others are known by a nickname only
    Birth birth;
    if (whole) {
        choose_names(known);
        birth = choose_birth(known);
    }
    auto similar = note_names(known, birth);
    return write(std::move(known), birth, std::move(similar), whole);
}

NewPerson Population::second_record(const Known& first, Instant at)
{
    Known known = first;
    known.id = chance_.uuid(at);
    known.is_twofold = true;
    known.given_written = spelling_of(chance_, first.given, first.given_written);
    known.family_written = spelling_of(chance_, first.family, first.family_written);
    if (is_of_the_cast(known))
        known.family_written = first.family_written;
    Birth birth;
    birth.year = first.birth_year + chance_.between(-1, 1);
    birth.estimated = true;
    auto similar = note_names(known, birth);
    if (std::find(similar.begin(), similar.end(), first.id) == similar.end())
        similar.insert(similar.begin(), first.id);
    return write(std::move(known), birth, std::move(similar), true);
}

NewPerson Population::write(Known known, const Birth& birth, std::vector<Uuid> similar, bool whole)
{
    ++counted_;
    std::string json;
    JsonObject person(json);
    person.text("id", to_string(known.id));
    if (whole) {
        person.text("given_name", known.given_written);
        person.text("family_name", known.family_written);
    }
    if (!whole || chance_.happens(6))
        person.text("nickname", chance_.one_of(nicknames()));
    if (const auto aliases = choose_aliases(known); whole && !aliases.empty())
        write_list(person.member("aliases"), aliases);
    person.text("gender", known.gender);
    if (birth.date)
        person.text("birth_date", to_string(*birth.date));
    else if (birth.year != 0)
        person.number("birth_year", birth.year);
    if (birth.estimated)
        person.member("birth_year_estimated") += "true";
    if (chance_.happens(94))
        person.text("citizenship", known.origin->country);
    std::vector<std::string> languages(known.origin->languages.begin(),
                                       known.origin->languages.end());
    if (chance_.happens(35))
        languages.emplace_back("it");
    write_list(person.member("languages"), languages);
    if (chance_.happens(30))
        person.text("phone", false_phone(counted_));
    if (chance_.happens(6))
        person.member("identifiers") +=
            R"([{"kind":"stp","value":")" + false_stp(counted_) + R"("}])";
    if (similar.size() > similar_max)
        similar.resize(similar_max);
    std::vector<std::string> seen;
    for (const auto& one : similar)
        seen.push_back(to_string(one));
    write_list(person.member("similar_seen"), seen);
    person.close();
    return {std::move(known), std::move(json)};
}

} // namespace demo
