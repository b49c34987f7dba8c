// SPDX-License-Identifier: EUPL-1.2
#include "people/match/typed.h"

#include <algorithm>

#include "people/match/words.h"

namespace match {

namespace {

constexpr std::size_t words_max = 6;
constexpr std::size_t letters_of_sound = 3; // of fewer a beginning says more than the sound

constexpr int worth_same = 3;
constexpr int worth_beginning = 2;
constexpr int worth_sound = 1;

std::vector<std::uint32_t>& at(std::vector<std::vector<std::uint32_t>>& lists, std::uint32_t number)
{
    if (number >= lists.size())
        lists.resize(std::max<std::size_t>(number + 1, lists.size() * 3 / 2));
    return lists[number];
}

// Each place once, by what fits it best.
void keep_best(std::vector<Typed::Fit>& fits)
{
    std::sort(fits.begin(), fits.end(), [](const auto& one, const auto& other) {
        return one.place != other.place ? one.place < other.place : one.worth > other.worth;
    });
    const auto is_same = [](const auto& one, const auto& other) {
        return one.place == other.place;
    };
    fits.erase(std::unique(fits.begin(), fits.end(), is_same), fits.end());
}

} // namespace

// Each word of a person once, those written as one ("fathizadeh") too.
void Typed::each_word(Place place, auto&& see) const
{
    std::vector<std::uint32_t> numbers;
    for (const auto& name : index_.entries()[place].names) {
        numbers.insert(numbers.end(), name.words.begin(), name.words.begin() + name.count);
        numbers.push_back(name.given);
        numbers.push_back(name.family);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (const auto number : numbers)
        if (number != nothing)
            see(number, index_.lexicon().at(number));
}

void Typed::add(Place place)
{
    each_word(place, [&](std::uint32_t number, const Word& word) {
        words_.emplace(word.folded, number);
        at(of_word_, number).push_back(place);
        auto& sounding = at(of_sound_, word.sound);
        if (sounding.empty() || sounding.back() != place)
            sounding.push_back(place);
    });
}

void Typed::remove(Place place)
{
    each_word(place, [&](std::uint32_t number, const Word& word) {
        std::erase(at(of_word_, number), place);
        std::erase(at(of_sound_, word.sound), place);
    });
}

void Typed::each_list(const Wanted& wanted, auto&& see) const
{
    if (!wanted.skeleton.empty())
        if (const auto sound = index_.lexicon().find_sound(wanted.skeleton);
            sound != nothing && sound < of_sound_.size())
            see(of_sound_[sound], worth_sound);
    for (auto one = words_.lower_bound(wanted.folded);
         one != words_.end() && one->first.starts_with(wanted.folded); ++one)
        see(of_word_[one->second], one->first == wanted.folded ? worth_same : worth_beginning);
}

std::size_t Typed::how_many(const Wanted& wanted) const
{
    std::size_t all = 0;
    each_list(wanted, [&](const Places& places, int) { all += places.size(); });
    return all;
}

std::vector<Typed::Fit> Typed::begin_with(const Wanted& wanted) const
{
    std::vector<Fit> fits;
    each_list(wanted, [&](const Places& places, int worth) {
        for (const auto place : places)
            fits.push_back({place, worth});
    });
    keep_best(fits);
    return fits;
}

int Typed::worth_of(const Wanted& wanted, Place place) const
{
    int best = 0;
    each_word(place, [&](std::uint32_t, const Word& word) {
        if (word.folded == wanted.folded)
            best = worth_same;
        else if (word.folded.starts_with(wanted.folded))
            best = std::max(best, worth_beginning);
        else if (!wanted.skeleton.empty() && word.skeleton == wanted.skeleton)
            best = std::max(best, worth_sound);
    });
    return best;
}

// The rarest word says whom to look at; the others are asked of those.
std::vector<Typed::Fit> Typed::find_words(std::vector<Wanted> words) const
{
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t i = 0; i < words.size(); ++i)
        order.emplace_back(how_many(words[i]), i);
    std::sort(order.begin(), order.end());
    if (order.empty() || order.front().first == 0)
        return {};
    auto fits = begin_with(words[order.front().second]);
    for (std::size_t i = 1; i < order.size(); ++i)
        std::erase_if(fits, [&](Fit& fit) {
            const auto worth = worth_of(words[order[i].second], fit.place);
            fit.worth += worth;
            return worth == 0;
        });
    return fits;
}

std::vector<Typed::Fit> Typed::find(std::string_view text) const
{
    std::vector<Fit> all;
    for (const auto& reading : readings(text)) {
        std::vector<Wanted> words;
        for (auto& word : telling_words(reading)) {
            auto bones = word.size() >= letters_of_sound ? skeleton(word) : "";
            if (words.size() < words_max)
                words.push_back({std::move(word), std::move(bones)});
        }
        const auto fits = find_words(std::move(words));
        all.insert(all.end(), fits.begin(), fits.end());
    }
    keep_best(all);
    return all;
}

} // namespace match
