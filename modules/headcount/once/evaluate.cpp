// SPDX-License-Identifier: EUPL-1.2
#include "headcount/once/evaluate.h"

#include <algorithm>
#include <ctime>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <unordered_map>

namespace once {

namespace {

// Of the processor, so that what else the machine does is not counted.
double processor_seconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::string exact_text(const match::Record& record)
{
    const auto& name = record.names.front();
    std::string text = name.given + "|" + name.family + "|";
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return record.birth.is_full() ? text + std::to_string(record.birth.number()) : "";
}

// Who is linked in any way is one: how many groups there are.
class Groups {
public:
    explicit Groups(std::size_t count) : above_(count), count_(count)
    {
        std::iota(above_.begin(), above_.end(), 0U);
    }
    void join(std::uint32_t a, std::uint32_t b)
    {
        a = top(a);
        b = top(b);
        if (a != b) {
            above_[a] = b;
            --count_;
        }
    }
    double count() const { return static_cast<double>(count_); }

private:
    std::uint32_t top(std::uint32_t one)
    {
        while (above_[one] != one)
            one = above_[one] = above_[above_[one]];
        return one;
    }
    std::vector<std::uint32_t> above_;
    std::size_t count_;
};

// One round: everything that a city and the two servers do, in one place.
Parcel through_servers(const Prepared& prepared, const KeyShare& a, const KeyShare& b,
                       Outcome& outcome)
{
    auto begun = processor_seconds();
    const Blinding blinding(texts_to_blind(prepared));
    outcome.seconds_cities += processor_seconds() - begun;
    begun = processor_seconds();
    const auto once_done = a.evaluate(blinding.elements());
    outcome.seconds_servers += processor_seconds() - begun;
    const auto twice_done = b.evaluate(once_done);
    begun = processor_seconds();
    auto parcel = pack(prepared, blinding.finish(twice_done));
    outcome.seconds_cities += processor_seconds() - begun;
    return parcel;
}

// Without dummies and in the order of the persons, so that it is known who was linked.
Parcel plain(const Prepared& prepared)
{
    const auto encodings = plain_encodings(texts_to_blind(prepared));
    Parcel parcel;
    parcel.tallies = prepared.tallies;
    auto next = encodings.begin();
    for (const auto& person : prepared.persons) {
        Sent sent;
        const auto weak = next + static_cast<std::ptrdiff_t>(person.strong.size());
        const auto end = weak + static_cast<std::ptrdiff_t>(person.weak.size());
        sent.strong.assign(next, weak);
        sent.weak.assign(weak, end);
        next = end;
        parcel.persons.push_back(std::move(sent));
    }
    return parcel;
}

} // namespace

Trial::Trial(const std::vector<KnownWriting>& writings)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const KnownWriting*>> by_member;
    for (const auto& one : writings) {
        by_member[{one.city, one.person}].push_back(&one);
        persons_ = std::max<std::size_t>(persons_, one.person + 1);
    }
    TokenMaker maker;
    for (const auto& [key, some] : by_member) {
        std::vector<Writing> own;
        std::set<std::string> exact;
        for (const auto* one : some) {
            own.push_back(one->writing);
            exact.insert(exact_text(one->writing.record));
        }
        exact.erase("");
        if (key.first >= cities_.size())
            cities_.resize(key.first + 1);
        cities_[key.first].push_back(
            {key.second, describe(maker, own), {exact.begin(), exact.end()}});
    }
}

// Who is there in one round, and what each city makes of them.
class Trial::Round {
public:
    Round(const Trial& trial, const Wish& wish)
    {
        std::mt19937_64 random(wish.seed);
        const auto chance = [&](double share) {
            return std::uniform_real_distribution<>(0, 1)(random) < share;
        };
        std::vector<bool> is_in(trial.persons_);
        std::vector<bool> is_apart(trial.persons_);
        for (std::size_t i = 0; i < trial.persons_; ++i) {
            is_in[i] = chance(wish.persons);
            is_apart[i] = chance(wish.apart);
        }
        for (const auto& city : trial.cities_)
            gather(city, is_in, is_apart);
    }

    const std::vector<Prepared>& prepared() const { return prepared_; }

    // True pairs across cities, looked at by two people: told with the first city's sums.
    void review(std::size_t count, std::uint64_t seed)
    {
        std::vector<std::pair<const CityPerson*, const CityPerson*>> pairs;
        for (const auto& [person, some] : described_)
            for (std::size_t i = 0; i < some.size(); ++i)
                for (std::size_t j = i + 1; j < some.size(); ++j)
                    pairs.emplace_back(some[i], some[j]);
        std::shuffle(pairs.begin(), pairs.end(), std::mt19937_64(seed));
        pairs.resize(std::min(pairs.size(), count));
        for (const auto& [one, other] : pairs)
            tally_pair({one->tokens, one->writings}, {other->tokens, other->writings},
                       prepared_.front().tallies);
    }

    void measure(const std::vector<Parcel>& parcels, Outcome& outcome) const
    {
        outcome.truth = static_cast<double>(everybody_.size());
        outcome.sum = sum_;
        Groups groups(first_.back() + who_.back().size());
        double right = 0;
        const auto links = find_links(parcels);
        for (const auto& link : links) {
            right += who_[link.city][link.person] == who_[link.other_city][link.other_person];
            groups.join(first_[link.city] + link.person,
                        first_[link.other_city] + link.other_person);
        }
        double pairs = 0;
        for (const auto& [person, cities] : cities_of_)
            pairs += cities * (cities - 1) / 2;
        outcome.precision = links.empty() ? 1 : right / static_cast<double>(links.size());
        outcome.recall = pairs == 0 ? 1 : right / pairs;
        outcome.by_links = groups.count() + apart_;
        Groups exact(first_.back() + who_.back().size());
        for (const auto& [text, members] : exact_)
            for (const auto member : members)
                exact.join(members.front(), member);
        outcome.exact = exact.count() + apart_;
        for (const auto& parcel : parcels)
            for (const auto& person : parcel.persons)
                outcome.encodings += static_cast<double>(person.strong.size() + person.weak.size());
    }

private:
    void gather(const std::vector<Member>& city, const std::vector<bool>& is_in,
                const std::vector<bool>& is_apart)
    {
        first_.push_back(
            who_.empty() ? 0 : first_.back() + static_cast<std::uint32_t>(who_.back().size()));
        who_.emplace_back();
        std::vector<CityPerson> taking_part;
        std::size_t apart = 0;
        for (const auto& member : city) {
            if (!is_in[member.person])
                continue;
            sum_ += 1;
            everybody_.insert(member.person);
            if (is_apart[member.person]) {
                ++apart;
                continue;
            }
            const auto number = first_.back() + static_cast<std::uint32_t>(who_.back().size());
            for (const auto& text : member.exact)
                exact_[text].push_back(number);
            cities_of_[member.person] += 1;
            described_[member.person].push_back(&member.described);
            taking_part.push_back(member.described);
            who_.back().push_back(member.person);
        }
        apart_ += static_cast<double>(apart);
        prepared_.push_back(prepare(taking_part, apart));
    }

    std::vector<Prepared> prepared_;
    std::vector<std::vector<std::uint32_t>> who_; // of each city's parcel
    std::vector<std::uint32_t> first_;            // number of each city's first among all
    std::unordered_map<std::string, std::vector<std::uint32_t>> exact_;
    std::map<std::uint32_t, double> cities_of_; // of those who take part
    std::map<std::uint32_t, std::vector<const CityPerson*>> described_;
    std::set<std::uint32_t> everybody_;
    double sum_ = 0;
    double apart_ = 0;
};

Outcome Trial::run(const Wish& wish) const
{
    Round round(*this, wish);
    round.review(wish.reviewed, wish.seed);
    Outcome outcome;
    std::vector<Parcel> open;
    std::vector<Parcel> sealed;
    const KeyShare a;
    const KeyShare b;
    for (const auto& one : round.prepared()) {
        open.push_back(plain(one));
        if (wish.key_servers)
            sealed.push_back(through_servers(one, a, b, outcome));
    }
    round.measure(open, outcome);
    const auto begun = processor_seconds();
    outcome.estimate = estimate(compare(wish.key_servers ? sealed : open));
    outcome.seconds_counting = processor_seconds() - begun;
    return outcome;
}

} // namespace once
