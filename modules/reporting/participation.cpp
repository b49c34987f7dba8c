// SPDX-License-Identifier: EUPL-1.2
#include "reporting/participation.h"

#include <algorithm>
#include <functional>

#include "base/embedded.h"
#include "base/id.h"
#include "core/catalogue.h"
#include "store/rows.h"

namespace reporting {

namespace {

constexpr auto list_of_interventions = "catalogue/vocabularies/intervention.csv";

std::string column(const core::Code& code, const char* name)
{
    const auto found = code.more.find(name);
    return found == code.more.end() ? std::string() : found->second;
}

bool has_word(const std::string& words, const std::string& word)
{
    return (" " + words + " ").find(" " + word + " ") != std::string::npos;
}

// What is counted: a figure, and which interventions feed it.
struct Figure {
    std::string code; // of reporting_figure
    std::function<bool(const Participation&, const core::Code&)> takes;
};

std::vector<Figure> figures_of(const core::Catalogue& catalogue)
{
    const auto feeds = [](const char* output) {
        return [output](const Participation&, const core::Code& code) {
            return has_word(column(code, "amif_out"), output);
        };
    };
    // Whoever was there; an intervention alone is no course.
    const auto course = [feeds](const char* output) {
        return [feeds, output](const Participation& one, const core::Code& code) {
            return one.through == "WORKSHOP" && feeds(output)(one, code);
        };
    };
    std::vector<Figure> figures{
        {"O.2.3", [](const Participation&,
                     const core::Code& code) { return !column(code, "amif_field").empty(); }},
        {"O.2.3.1", course("O.2.3.1")},
        {"O.2.3.2", course("O.2.3.2")},
        {"O.2.3.3", feeds("O.2.3.3")},
        {"O.2.5", feeds("O.2.5")},
        {"b.ii", [](const Participation&,
                    const core::Code& code) { return !column(code, "fami14").empty(); }},
    };
    for (const auto* part : {"1", "2", "3", "4"})
        figures.push_back(
            {std::string("b.ii.") + part, [part](const Participation&, const core::Code& code) {
                 return column(code, "fami14") == part;
             }});
    for (const auto& field : catalogue.vocabularies().at("annex_vi_field"))
        if (field.group == "II")
            figures.push_back({field.code, [number = field.code.substr(3)](const Participation&,
                                                                           const core::Code& code) {
                                   return column(code, "amif_field") == number;
                               }});
    return figures;
}

// Which figures are only told where there is something: fields of Annex VI.
bool is_optional(const std::string& figure) { return figure.starts_with("II."); }

// How many had each intervention, and how often.
class Parts {
public:
    void take(const std::string& code, const std::string& person)
    {
        persons_[code].insert(person);
        ++events_[code];
    }

    std::vector<FrameworkPart> list() const
    {
        std::vector<FrameworkPart> parts;
        for (const auto& [code, persons] : persons_)
            parts.push_back({code, static_cast<int>(persons.size()), events_.at(code)});
        return parts;
    }

private:
    std::map<std::string, std::set<std::string>> persons_;
    std::map<std::string, int> events_;
};

class Counting {
public:
    explicit Counting(const Figure& figure) : figure_(figure) {}

    void take(const Participation& one, const core::Code& code)
    {
        if (!figure_.takes(one, code))
            return;
        if (!one.canonical_key) {
            left_out_["without_name"].insert(one.event_key);
            return;
        }
        const auto& person = *one.canonical_key;
        if (is_citizen_of_union(one)) {
            left_out_["citizen_of_union"].insert(person);
            return;
        }
        // The first in time comes first, and says in which cell the person is.
        const Cell first{one.gender.value_or("U"), age_bracket(one, one.day)};
        const auto [place, is_new] = cell_of_.try_emplace(person, first);
        persons_[place->second] += is_new ? 1 : 0;
        whole_.take(one.code, person);
        parts_[place->second].take(one.code, person);
    }

    FrameworkRow row() const
    {
        FrameworkRow row;
        row.figure = figure_.code;
        row.value = static_cast<int>(cell_of_.size());
        for (const auto& [cell, persons] : persons_)
            row.cells.push_back({cell.first, cell.second, persons, parts_.at(cell).list()});
        row.parts = whole_.list();
        for (const auto& [reason, keys] : left_out_)
            row.left_out.push_back({reason, static_cast<int>(keys.size())});
        return row;
    }

private:
    using Cell = std::pair<std::string, std::string>; // gender, age

    const Figure& figure_;
    std::map<std::string, Cell> cell_of_;
    std::map<Cell, int> persons_;
    std::map<Cell, Parts> parts_;
    Parts whole_;
    std::map<std::string, std::set<std::string>> left_out_;
};

std::vector<DistrictCount> count_districts(const std::vector<Participation>& ours,
                                           const core::Catalogue& catalogue)
{
    std::set<std::string> seen;
    std::map<std::optional<std::string>, int> counts;
    for (const auto& one : ours) {
        const auto* code = catalogue.find_code("intervention", one.code);
        if (code == nullptr || column(*code, "amif_field").empty() || !one.canonical_key ||
            is_citizen_of_union(one) || !seen.insert(*one.canonical_key).second)
            continue;
        ++counts[one.district];
    }
    std::vector<DistrictCount> districts;
    for (const auto& [district, persons] : counts)
        districts.push_back({district, persons});
    return districts;
}

} // namespace

std::vector<Participation> participations(store::Transaction& transaction, Period period)
{
    static const store::Sql sql{
        std::string(find_embedded("catalogue/reports/participations.sql").value())};
    return store::read_rows<Participation>(transaction, sql, period.begins, period.ends);
}

bool is_of(const ProjectDetails& project, const Participation& one)
{
    if (one.day < project.starts_on || one.day > project.ends_on)
        return false;
    if (one.programme)
        return one.programme == project.programme;
    return std::find(project.through.begin(), project.through.end(), one.through) !=
           project.through.end();
}

std::string age_bracket(const Participation& one, Date day)
{
    if (!one.birth_year)
        return "not_recorded";
    const auto on = parts(day);
    const bool birthday_ahead = on.month < one.birth_month.value_or(1);
    const int age = on.year - *one.birth_year - (birthday_ahead ? 1 : 0);
    if (age < 18)
        return "under_18";
    return age <= 60 ? "18_60" : "over_60";
}

bool is_citizen_of_union(const Participation& one)
{
    // Article 20(1) of the Treaty on the Functioning of the European Union.
    static const std::set<std::string> members{
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};
    return one.citizenship && members.count(*one.citizenship) > 0;
}

Frameworks count_frameworks(const core::Catalogue& catalogue,
                            const std::vector<Participation>& ours)
{
    Frameworks found;
    const auto list = catalogue.find_file(list_of_interventions).value();
    found.mapping = to_string(named_uuid(list)).substr(0, 8);
    for (const auto& figure : figures_of(catalogue)) {
        Counting counting(figure);
        for (const auto& one : ours)
            if (const auto* code = catalogue.find_code("intervention", one.code))
                counting.take(one, *code);
        auto row = counting.row();
        if (row.value > 0 || !is_optional(row.figure))
            found.rows.push_back(std::move(row));
    }
    found.districts = count_districts(ours, catalogue);
    return found;
}

FrameworkRow count_agreements(const std::vector<Agreement>& agreements, Period period)
{
    FrameworkRow row;
    row.figure = "b.iii";
    std::map<std::string, int> left_out;
    for (const auto& one : agreements) {
        if (one.in_force_on >= period.ends || (one.until && *one.until < period.begins))
            continue;
        if (!one.document)
            ++left_out["without_document"];
        else if (!one.civil_society || !one.migrants)
            ++left_out["without_communities"];
        else
            ++row.value;
    }
    for (const auto& [reason, count] : left_out)
        row.left_out.push_back({reason, count});
    return row;
}

} // namespace reporting
