// SPDX-License-Identifier: EUPL-1.2
#include "headcount/once/attacks.h"

#include <algorithm>
#include <map>
#include <set>

namespace once {

namespace {

std::string key_of(const Encoding& encoding)
{
    return {reinterpret_cast<const char*>(encoding.data()), encoding.size()};
}

void each_encoding(const std::vector<Parcel>& parcels, auto&& see)
{
    for (const auto& parcel : parcels)
        for (const auto& person : parcel.persons)
            for (const auto* some : {&person.strong, &person.weak})
                for (const auto& one : *some)
                    see(key_of(one));
}

// The most frequent first; among the equal ones the order says nothing.
std::vector<std::string> by_frequency(const std::map<std::string, int>& counts)
{
    std::vector<std::pair<int, std::string>> order;
    for (const auto& [text, count] : counts)
        order.emplace_back(-count, text);
    std::sort(order.begin(), order.end());
    std::vector<std::string> texts;
    for (auto& [count, text] : order)
        texts.push_back(std::move(text));
    return texts;
}

// Of each frequency class one is right by chance, whichever way its members are put together.
double classes_in(const std::map<std::string, int>& counts)
{
    std::set<int> classes;
    for (const auto& [text, count] : counts)
        classes.insert(count);
    return static_cast<double>(classes.size());
}

bool has_many(std::size_t strong, std::size_t weak) { return std::max(strong, weak) > few; }

} // namespace

void learn_truth(const std::vector<std::string>& texts, const std::vector<Encoding>& encodings,
                 Truth& truth)
{
    for (std::size_t i = 0; i < texts.size(); ++i)
        truth.emplace(key_of(encodings[i]), texts[i]);
}

Attack try_dictionary(const std::vector<Parcel>& parcels, const std::vector<std::string>& texts,
                      const std::vector<const KeyShare*>& leaked)
{
    std::set<std::string> seen;
    each_encoding(parcels, [&](const std::string& one) { seen.insert(one); });
    Attack attack;
    for (const auto& text : std::set<std::string>(texts.begin(), texts.end())) {
        std::vector<Element> element{hash_to_group(text)};
        for (const auto* share : leaked)
            element = share->evaluate(element);
        const auto all = finalize(text, element.front());
        Encoding guess;
        std::copy_n(all.begin(), guess.size(), guess.begin());
        attack.tried += 1;
        attack.right += seen.contains(key_of(guess)) ? 1 : 0;
    }
    return attack;
}

Attack align_frequencies(const std::vector<Parcel>& parcels, const std::vector<std::string>& texts,
                         const Truth& truth)
{
    std::map<std::string, int> of_encodings;
    each_encoding(parcels, [&](const std::string& one) { ++of_encodings[one]; });
    std::map<std::string, int> of_texts;
    for (const auto& text : texts)
        ++of_texts[text];
    const auto encodings = by_frequency(of_encodings);
    const auto ranked = by_frequency(of_texts);
    Attack attack;
    attack.by_chance = classes_in(of_texts);
    for (std::size_t i = 0; i < std::min(encodings.size(), ranked.size()); ++i) {
        const auto found = truth.find(encodings[i]);
        attack.tried += 1;
        attack.right += found != truth.end() && found->second == ranked[i] ? 1 : 0;
    }
    return attack;
}

Attack match_structure(const Parcel& parcel, const Prepared& known, const Truth& truth)
{
    // Persons that look alike, on either side; they are put together in the order they stand in.
    std::map<bool, std::vector<const Sent*>> sent;
    for (const auto& person : parcel.persons)
        sent[has_many(person.strong.size(), person.weak.size())].push_back(&person);
    std::map<bool, std::vector<const Outgoing*>> persons;
    for (const auto& person : known.persons)
        persons[has_many(person.strong.size(), person.weak.size())].push_back(&person);
    Attack attack;
    for (const auto& [look, some] : persons) {
        attack.by_chance += 1;
        for (std::size_t i = 0; i < std::min(some.size(), sent[look].size()); ++i) {
            std::set<std::string> texts(some[i]->strong.begin(), some[i]->strong.end());
            texts.insert(some[i]->weak.begin(), some[i]->weak.end());
            const auto& guess = *sent[look][i];
            const auto is_theirs = [&](const Encoding& one) {
                const auto found = truth.find(key_of(one));
                return found != truth.end() && texts.contains(found->second);
            };
            attack.tried += 1;
            attack.right += std::any_of(guess.strong.begin(), guess.strong.end(), is_theirs) ||
                                    std::any_of(guess.weak.begin(), guess.weak.end(), is_theirs)
                                ? 1
                                : 0;
        }
    }
    return attack;
}

} // namespace once
