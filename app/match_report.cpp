// SPDX-License-Identifier: EUPL-1.2
// The page docs/generated/matching.md, as far as it tells how rightly persons are recognised: it
// says by itself where that is less than what was wanted.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <sstream>

#include "app/match_sets.h"

namespace app {

namespace {

constexpr double slice_of_at_least = 100; // persons; of fewer a count says little
constexpr double slice_off_at_most = 3;   // percent

std::vector<std::string> words_in(const std::string& text)
{
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

// A line of the plan.
struct Planned {
    std::string name;
    std::string kind; // "records", else a NameList's
    MatchEvaluateWish wish;
    std::string wanted_f1;
    std::string wanted_count;   // percent
    std::set<std::string> more; // "ablation", "slices"
};

// What the page is made of; it is printed when all has been measured.
struct Page {
    std::string pairs;
    std::string counts;
    std::string ablation;
    std::string slices;
    std::string notes;
};

std::string between(const match::Interval& interval, double times, const char* form)
{
    return fmt::format(fmt::runtime(form), times * interval.low) + " … " +
           fmt::format(fmt::runtime(form), times * interval.high);
}

std::string wanted(const std::string& text, const char* before)
{
    return text.empty() ? "–" : before + text;
}

// Whoever is written with the same words, in any order, and the same date: what there would be
// without any of this.
std::vector<std::uint32_t> persons_by_the_letter(const std::vector<match::Entry>& entries)
{
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> persons;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& entry = entries[i];
        std::string key = "alone " + std::to_string(i);
        if (!entry.names.empty() && !entry.birth.is_empty()) {
            const auto& name = entry.names.front();
            std::set<std::uint32_t> words(name.words.begin(), name.words.begin() + name.count);
            key.assign(entry.birth.digits.begin(), entry.birth.digits.end());
            for (const auto word : words)
                key += " " + std::to_string(word);
        }
        persons.push_back(
            numbers.emplace(key, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return persons;
}

match::Part sum(const std::vector<match::Part>& parts)
{
    match::Part all;
    for (const auto& one : parts)
        all.add(one);
    return all;
}

void add_to_tables(const Planned& plan, const Evaluated& made, Page& page)
{
    const auto& measured = made.measured;
    const auto& linking = made.linking;
    const auto within = match::intervals(
        match::parts(linking.clustering.persons, made.truth, made.parties), made.truth);
    const auto letter =
        sum(match::parts(persons_by_the_letter(made.entries), made.truth, made.parties));
    const auto& shipped = measured.persons_shipped;
    page.pairs += fmt::format(
        "| {} | {:.0f} | {:.4f} | {:.4f} | **{:.4f}** | {} | {} | {:.4f} | {:.4f} | {:.4f} | "
        "{:.3f} | {:.1f} |\n",
        plan.name, made.records(), shipped.precision, shipped.recall, shipped.f1,
        between(within.f1, 1, "{:.3f}"), wanted(plan.wanted_f1, ""), measured.persons_best.f1,
        measured.recall_at_99_persons, measured.pairs_shipped.f1, letter.f1(), made.seconds);
    const double truth = std::max(measured.persons_true, 1.0);
    const auto& count = made.count;
    const double count_off = made.off(count.persons);
    page.counts +=
        fmt::format("| {} | {:.0f} | {:.4f} | {} | **{:+.2f} %** | {:+.1f} … {:+.1f} % | {} | "
                    "{:+.2f} % | {} % | {:+.0f} % | {:.1f} |\n",
                    plan.name, truth, measured.b_cubed, between(within.b_cubed, 1, "{:.3f}"),
                    count_off, made.off(count.low), made.off(count.high),
                    plan.wanted_count.empty() ? "–" : "±" + plan.wanted_count + " %",
                    made.off(static_cast<double>(linking.clustering.count)),
                    between(within.count_error, 100, "{:+.1f}"), 100 * letter.count_error(),
                    made.seconds_counting);

    if (!plan.wanted_f1.empty() && shipped.f1 < std::stod(plan.wanted_f1))
        page.notes += fmt::format("- {}: F1 is {:.4f}, and {} was wanted.\n", plan.name, shipped.f1,
                                  plan.wanted_f1);
    if (!plan.wanted_count.empty() && std::abs(count_off) > std::stod(plan.wanted_count))
        page.notes +=
            fmt::format("- {}: the count is {:+.2f} % off, and at most {} % was wanted.\n",
                        plan.name, count_off, plan.wanted_count);
    if (count.low > truth || count.high < truth)
        page.notes +=
            fmt::format("- {}: the interval, {:.0f} to {:.0f} persons, does not hold the truth, "
                        "{:.0f}.\n",
                        plan.name, count.low, count.high, truth);
}

std::string kind_of_birth(const match::Birth& birth)
{
    if (birth.is_empty())
        return "no date of birth";
    if (!birth.is_full())
        return "only the year";
    return birth.is_heaped() ? "1 January" : "a full date";
}

// Of whom the count is wrong: where they come from, and what is known of their birth.
void add_to_slices(const Planned& plan, const Evaluated& made, Page& page)
{
    const auto parts = match::parts(made.linking.clustering.persons, made.truth, made.parties);
    std::map<std::string, match::Part> slices;
    std::size_t country = 0;
    while (country < made.table.fields.size() && made.table.fields[country].name != "country")
        ++country;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& record = made.table.records[i];
        slices[kind_of_birth(record.birth)].add(parts[i]);
        if (country < record.values.size())
            slices["country " +
                   (record.values[country].empty() ? "not known" : record.values[country])]
                .add(parts[i]);
    }
    for (const auto& [slice, all] : slices) {
        if (all.persons_true < slice_of_at_least)
            continue;
        const double off = 100 * all.count_error();
        page.slices += fmt::format("| {} | {} | {:.0f} | {:.4f} | {:+.1f} % |\n", plan.name, slice,
                                   all.persons_true, all.f1(), off);
        if (std::abs(off) > slice_off_at_most)
            page.notes +=
                fmt::format("- {}, {}: {:+.1f} % of the persons are put together, and no group "
                            "should be more than {:.0f} % wrong.\n",
                            plan.name, slice, off, slice_off_at_most);
    }
}

void measure(const Planned& plan, Page& page)
{
    evaluate_each(plan.wish, [&](const char* ingredient, const Evaluated& made) {
        if (std::string_view(ingredient) == "everything") {
            add_to_tables(plan, made, page);
            if (plan.more.contains("slices"))
                add_to_slices(plan, made, page);
        }
        if (!plan.wish.ablation)
            return;
        std::string what = ingredient;
        std::replace(what.begin(), what.end(), '_', ' ');
        page.ablation += fmt::format("| {} | {} | {:.4f} | {:.4f} | {:+.2f} % |\n", plan.name, what,
                                     made.measured.persons_shipped.f1, made.measured.b_cubed,
                                     made.off(made.count.persons));
    });
}

// The lines of which the files are there.
std::vector<Planned> read_plan(const MatchReportWish& wish)
{
    std::vector<Planned> plan;
    const auto rows = rows_of(wish.plan);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        auto cells = rows[i].cells;
        cells.resize(8);
        Planned one{cells[0], cells[1], {}, cells[5], cells[6], {}};
        for (const auto& file : words_in(cells[2]))
            one.wish.files.push_back(wish.folder.empty() ? file : wish.folder + "/" + file);
        one.wish.by_party = !cells[3].empty();
        one.wish.columns = cells[4];
        for (const auto& word : words_in(cells[7]))
            one.more.insert(word);
        one.wish.ablation = one.more.contains("ablation");
        const bool is_there =
            std::all_of(one.wish.files.begin(), one.wish.files.end(),
                        [](const auto& file) { return std::ifstream(file).good(); });
        if (is_there)
            plan.push_back(std::move(one));
    }
    return plan;
}

void print(const Page& page, const std::string& names, std::ostream& out)
{
    out << "<!-- SPDX-License-Identifier: EUPL-1.2 -->\n# How rightly persons are recognised\n\n"
           "No label is used to learn, and the threshold is fixed; only \"best F1\" and \"R at P "
           ".99\" chose one by the labels. Intervals in brackets of columns are of 200 draws of "
           "persons.\n\n## Pairs\n\nP, R and F1 are of the persons put together, \"alone\" of each "
           "pair by itself, \"to the letter\" of the same words and date and nothing else.\n\n"
           "| set | records | P | R | F1 | 95 % | wanted | best F1 | R at P .99 | alone | to the "
           "letter | s |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        << page.pairs
        << "\n## Persons counted\n\n"
           "\"Counted\" is how many persons there are, \"put together\" how many groups they are "
           "in: a record with hardly anything in it stays by itself, and is yet rather one of the "
           "others than somebody new.\n\n"
           "| set | persons | B³ | 95 % | counted | its interval | wanted | put together | 95 % | "
           "to the letter | s |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        << page.counts;
    if (!page.slices.empty())
        out << "\n## Who is counted wrongly\n\n| set | of whom | persons | F1 | put together |\n"
               "|---|---|---:|---:|---:|\n"
            << page.slices;
    if (!page.ablation.empty())
        out << "\n## What each ingredient brings\n\n| set | | F1 | B³ | counted |\n"
               "|---|---|---:|---:|---:|\n"
            << page.ablation;
    if (!names.empty())
        out << "\n## Names alone\n\n" << names;
    out << "\n## Where it falls short\n\n"
        << (page.notes.empty() ? "Of these sets, nowhere.\n" : page.notes)
        << "\nWhat no set shows: names in scripts that nobody tried, papers that were lent, and "
           "how "
           "often reviewers agree. Until pairs have been reviewed, probabilities are calibrated on "
           "nothing but the records themselves.\n";
}

} // namespace

int report_match(const MatchReportWish& wish, std::ostream& out)
{
    Page page;
    std::vector<NameList> lists;
    for (const auto& plan : read_plan(wish)) {
        if (plan.kind == "records")
            measure(plan, page);
        else
            lists.push_back({plan.name, plan.kind, plan.wish.files.front(), plan.wanted_f1});
    }
    const auto names = report_names(lists, page.notes);
    print(page, names, out);
    return 0;
}

} // namespace app
