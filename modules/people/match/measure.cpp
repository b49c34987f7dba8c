// SPDX-License-Identifier: EUPL-1.2
#include "people/match/measure.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace match {

namespace {

struct Labelled {
    float bits;
    bool is_one;
};

Quality quality(double right, double found, double all, float threshold)
{
    Quality made;
    made.threshold = threshold;
    made.precision = found > 0 ? right / found : 1;
    made.recall = all > 0 ? right / all : 1;
    made.f1 = found + all > 0 ? 2 * right / (found + all) : 1;
    return made;
}

struct Sweep {
    Quality shipped;
    Quality best;
    double recall_at_99 = 0;
};

Sweep sweep(std::vector<Labelled> pairs, double all, float threshold)
{
    std::sort(pairs.begin(), pairs.end(),
              [](const Labelled& one, const Labelled& other) { return one.bits > other.bits; });
    Sweep made;
    made.shipped = quality(0, 0, all, threshold);
    double right = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        right += pairs[i].is_one ? 1 : 0;
        const bool goes_on = i + 1 < pairs.size() && pairs[i + 1].bits == pairs[i].bits;
        if (goes_on)
            continue;
        const auto here = quality(right, static_cast<double>(i + 1), all, pairs[i].bits);
        if (pairs[i].bits >= threshold)
            made.shipped = here;
        if (here.f1 > made.best.f1)
            made.best = here;
        if (here.precision >= 0.99)
            made.recall_at_99 = std::max(made.recall_at_99, here.recall);
    }
    made.shipped.threshold = threshold;
    return made;
}

class Truth {
public:
    Truth(const std::vector<std::uint32_t>& truth, const std::vector<std::uint32_t>& parties)
        : truth_(truth), parties_(parties)
    {
    }
    bool counts(std::uint32_t a, std::uint32_t b) const
    {
        return parties_[a] == 0 || parties_[a] != parties_[b];
    }
    bool is_one(std::uint32_t a, std::uint32_t b) const { return truth_[a] == truth_[b]; }

    double pairs() const
    {
        std::map<std::uint32_t, std::map<std::uint32_t, double>> groups;
        for (std::size_t i = 0; i < truth_.size(); ++i)
            ++groups[truth_[i]][parties_[i]];
        double all = 0;
        for (const auto& [person, of_parties] : groups) {
            double count = 0;
            double apart = 0;
            for (const auto& [party, records] : of_parties) {
                count += records;
                apart += party == 0 ? 0 : records * (records - 1) / 2;
            }
            all += count * (count - 1) / 2 - apart;
        }
        return all;
    }

private:
    const std::vector<std::uint32_t>& truth_;
    const std::vector<std::uint32_t>& parties_;
};

// Every pair of two groups that are joined, with what the join weighs.
std::vector<Labelled> pairs_of_joins(const Clustering& clustering, const Truth& truth)
{
    std::vector<Labelled> pairs;
    float least = 1000;
    each_join(clustering, clustering.joins.size(),
              [&](const Join& join, const auto& larger, const auto& smaller) {
                  least = std::min(least, join.bits);
                  for (const auto one : larger)
                      for (const auto other : smaller)
                          if (truth.counts(one, other))
                              pairs.push_back({least, truth.is_one(one, other)});
              });
    return pairs;
}

void measure_b_cubed(Measured& made, const std::vector<std::uint32_t>& persons,
                     const std::vector<std::uint32_t>& truth)
{
    std::unordered_map<std::uint64_t, double> both;
    std::unordered_map<std::uint32_t, double> of_person;
    std::unordered_map<std::uint32_t, double> of_truth;
    for (std::size_t i = 0; i < persons.size(); ++i) {
        ++both[std::uint64_t{persons[i]} << 32 | truth[i]];
        ++of_person[persons[i]];
        ++of_truth[truth[i]];
    }
    const auto count = static_cast<double>(std::max<std::size_t>(persons.size(), 1));
    for (const auto& [pair, shared] : both) {
        made.b_cubed_precision +=
            shared * shared / of_person[static_cast<std::uint32_t>(pair >> 32)] / count;
        made.b_cubed_recall += shared * shared / of_truth[static_cast<std::uint32_t>(pair)] / count;
    }
    const double sum = made.b_cubed_precision + made.b_cubed_recall;
    made.b_cubed = sum > 0 ? 2 * made.b_cubed_precision * made.b_cubed_recall / sum : 0;
    made.persons_true = static_cast<double>(of_truth.size());
}

} // namespace

Measured measure(const std::vector<Link>& links, const Clustering& clustering,
                 const std::vector<std::uint32_t>& truth, const std::vector<std::uint32_t>& parties,
                 float threshold)
{
    const Truth known(truth, parties);
    Measured made;
    made.true_pairs = known.pairs();
    std::vector<Labelled> pairs;
    double found = 0;
    for (const auto& link : links) {
        if (!known.counts(link.a, link.b))
            continue;
        const bool is_one = known.is_one(link.a, link.b);
        pairs.push_back({link.bits, is_one});
        found += is_one ? 1 : 0;
    }
    made.candidate_recall = made.true_pairs > 0 ? found / made.true_pairs : 1;
    const auto alone = sweep(std::move(pairs), made.true_pairs, threshold);
    made.pairs_shipped = alone.shipped;
    made.pairs_best = alone.best;
    made.recall_at_99 = alone.recall_at_99;
    const auto grouped = sweep(pairs_of_joins(clustering, known), made.true_pairs, threshold);
    made.persons_shipped = grouped.shipped;
    made.persons_best = grouped.best;
    made.recall_at_99_persons = grouped.recall_at_99;
    measure_b_cubed(made, clustering.persons, truth);
    return made;
}

} // namespace match
