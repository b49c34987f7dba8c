// SPDX-License-Identifier: EUPL-1.2
// Lists of spellings and aliases: how well names are recognised when nothing else is known.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "app/match_sets.h"

namespace app {

namespace {

using Rows = std::vector<CsvRow>;

// The place of a column, or a place where no row has anything.
class Header {
public:
    explicit Header(const Rows& rows)
        : cells_(rows.empty() ? std::vector<std::string>() : rows[0].cells)
    {
    }
    std::size_t at(std::string_view name) const
    {
        return static_cast<std::size_t>(std::find(cells_.begin(), cells_.end(), name) -
                                        cells_.begin());
    }

private:
    std::vector<std::string> cells_;
};

std::string cell(const CsvRow& row, std::size_t place)
{
    return place < row.cells.size() ? row.cells[place] : "";
}

match::Record called(const std::string& name)
{
    match::Record record;
    record.names.push_back({"", name, true});
    return record;
}

struct Ranks {
    double asked = 0;
    double first = 0;
    double fifth = 0;
    double tenth = 0;

    void note(std::size_t rank)
    {
        ++asked;
        first += rank < 1 ? 1 : 0;
        fifth += rank < 5 ? 1 : 0;
        tenth += rank < 10 ? 1 : 0;
    }
};

// Persons by their usual name, and how else they are written.
struct Asked {
    std::vector<std::string> persons;
    struct One {
        std::string name;
        std::size_t person;
        std::string group;
    };
    std::vector<One> queries;
};

Asked read_aliases(const Rows& rows)
{
    const Header header(rows);
    const auto entity = header.at("entity_id");
    const auto name = header.at("name");
    const auto kind = header.at("kind");
    const auto script = header.at("script");
    Asked asked;
    std::map<std::string, std::size_t> persons;
    for (const auto usual : {true, false})
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto who = cell(rows[i], entity);
            const bool is_usual = cell(rows[i], kind) == "name" && !persons.contains(who);
            if (usual && is_usual) {
                persons[who] = asked.persons.size();
                asked.persons.push_back(cell(rows[i], name));
            }
            const bool is_other = !usual && persons.contains(who) &&
                                  cell(rows[i], name) != asked.persons[persons[who]];
            if (is_other)
                asked.queries.push_back({cell(rows[i], name), persons[who], cell(rows[i], script)});
        }
    return asked;
}

// Of each name in its own script the commonest Latin spelling is a person, the others are asked
// for.
Asked read_variants(const Rows& rows)
{
    const Header header(rows);
    const auto native = header.at("native");
    const auto latin = header.at("latin");
    const auto count = header.at("count");
    std::map<std::string, std::vector<std::pair<long, std::string>>> spellings;
    for (std::size_t i = 1; i < rows.size(); ++i)
        spellings[cell(rows[i], native)].emplace_back(-std::atol(cell(rows[i], count).c_str()),
                                                      cell(rows[i], latin));
    Asked asked;
    std::map<std::string, std::size_t> persons;
    for (auto& [of, all] : spellings) {
        std::sort(all.begin(), all.end());
        const auto& usual = all.front().second;
        const auto [person, is_new] = persons.emplace(usual, asked.persons.size());
        if (is_new)
            asked.persons.push_back(usual);
        for (std::size_t i = 1; i < all.size(); ++i)
            asked.queries.push_back({all[i].second, person->second, ""});
    }
    return asked;
}

std::map<std::string, Ranks> look_for(const Asked& asked)
{
    std::vector<match::Record> records;
    for (const auto& name : asked.persons)
        records.push_back(called(name));
    match::Index index({});
    index.build(records);
    match::Searcher searcher(index);
    std::map<std::string, Ranks> ranks;
    for (const auto& one : asked.queries) {
        const auto found = searcher.search(called(one.name));
        const auto place = std::find_if(found.begin(), found.end(), [&](const match::Found& other) {
            return other.place == one.person;
        });
        const auto rank =
            static_cast<std::size_t>(place - found.begin()) + (place == found.end() ? 10 : 0);
        ranks[""].note(rank);
        if (!one.group.empty())
            ranks[one.group].note(rank);
    }
    return ranks;
}

// "all .80 .88, Cyrillic .96 .985": for each group the wanted share of first and of first ten.
std::map<std::string, std::vector<double>> wanted_of(const std::string& text)
{
    std::map<std::string, std::vector<double>> wanted;
    std::istringstream groups(text);
    for (std::string group; std::getline(groups, group, ';');) {
        std::istringstream words(group);
        std::string name;
        words >> name;
        for (std::string figure; words >> figure;)
            wanted[name == "all" ? "" : name].push_back(figure == "-" ? 0 : std::stod(figure));
    }
    return wanted;
}

void add_ranks(const NameList& list, const Asked& asked, std::string& page, std::string& notes)
{
    const auto wanted = wanted_of(list.wanted);
    for (const auto& [group, ranks] : look_for(asked)) {
        const auto name = list.name + (group.empty() ? "" : ", " + group);
        const double shares[] = {ranks.first / ranks.asked, ranks.fifth / ranks.asked,
                                 ranks.tenth / ranks.asked};
        page += fmt::format("| {} | {} | {:.0f} | {:.3f} | {:.3f} | {:.3f} |\n", name,
                            asked.persons.size(), ranks.asked, shares[0], shares[1], shares[2]);
        const auto goal = wanted.find(group);
        for (std::size_t i = 0;
             goal != wanted.end() && i < std::min<std::size_t>(goal->second.size(), 3); ++i)
            if (shares[i] < goal->second[i])
                notes +=
                    fmt::format("- {}: the share found among the first {} is {:.3f}, and {} was "
                                "wanted.\n",
                                name,
                                i == 0   ? 1
                                : i == 1 ? 5
                                         : 10,
                                shares[i], goal->second[i]);
    }
}

// ---- pairs of names, of which people said whether they are one person's

struct Case {
    std::string a;
    std::string b;
    bool is_one = false;
    double other = 0; // how alike another program holds them
};

struct Judged {
    double bits = 0;
    bool is_one = false;
};

struct Best {
    double f1 = 0;
    double from = 0;
};

double f1_from(const std::vector<Judged>& all, double from)
{
    double right = 0;
    double found = 0;
    double ones = 0;
    for (const auto& one : all) {
        ones += one.is_one ? 1 : 0;
        found += one.bits >= from ? 1 : 0;
        right += one.bits >= from && one.is_one ? 1 : 0;
    }
    return found + ones > 0 ? 2 * right / (found + ones) : 1;
}

Best best_f1(const std::vector<Judged>& all)
{
    Best best;
    for (const auto& one : all)
        if (const double f1 = f1_from(all, one.bits); f1 > best.f1)
            best = {f1, one.bits};
    return best;
}

void add_cases(const NameList& list, const Rows& rows, std::string& page, std::string& notes)
{
    const Header header(rows);
    std::vector<Case> cases;
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (cell(rows[i], header.at("schema")) == "Person")
            cases.push_back({cell(rows[i], header.at("name1")), cell(rows[i], header.at("name2")),
                             cell(rows[i], header.at("is_match")) == "true",
                             std::atof(cell(rows[i], header.at("logicv2_score")).c_str())});
    std::vector<match::Record> records;
    for (const auto& one : cases)
        records.push_back(called(one.a));
    match::Index index({});
    index.build(records);
    match::Searcher searcher(index);
    std::vector<Judged> ours;
    std::vector<Judged> others;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto found = searcher.weigh(called(cases[i].b), static_cast<match::Place>(i));
        ours.push_back({found.score.bits, cases[i].is_one});
        others.push_back({cases[i].other, cases[i].is_one});
    }
    constexpr double names_agree_bits = 4; // chosen on such a list, and kept
    constexpr double theirs = 0.7;
    const auto best = best_f1(ours);
    const double f1 = f1_from(ours, names_agree_bits);
    page += fmt::format(
        "\n{}: {} pairs. From 4 bits of evidence on: F1 **{:.3f}**; from {:.1f} bits on, chosen by "
        "the labels: {:.3f}. logic-v2 of nomenklatura, from its 0.7 on: {:.3f}; from {:.2f} on, "
        "chosen by "
        "the labels: {:.3f}.\n",
        list.name, cases.size(), f1, best.from, best.f1, f1_from(others, theirs),
        best_f1(others).from, best_f1(others).f1);
    if (!list.wanted.empty() && f1 < std::stod(list.wanted))
        notes +=
            fmt::format("- {}: F1 is {:.3f}, and {} was wanted.\n", list.name, f1, list.wanted);
}

} // namespace

std::string report_names(const std::vector<NameList>& lists, std::string& notes)
{
    std::string page;
    std::string cases;
    for (const auto& list : lists) {
        const auto rows = rows_of(list.file);
        if (list.kind == "cases")
            add_cases(list, rows, cases, notes);
        else
            add_ranks(list, list.kind == "aliases" ? read_aliases(rows) : read_variants(rows), page,
                      notes);
    }
    if (!page.empty())
        page = "| list | persons | asked | R@1 | R@5 | R@10 |\n|---|---:|---:|---:|---:|---:|\n" +
               page;
    return page + cases;
}

} // namespace app
