// SPDX-License-Identifier: EUPL-1.2
// Who is told to a fund, cell by cell, and who cannot be yet.
#include <algorithm>

#include "base/csv.h"
#include "base/workbook.h"
#include "reporting/persons.h"
#include "reporting/work.h"

using core::Context;

namespace reporting {

namespace {

using Values = std::vector<std::string>;

// What is known of somebody in the quarter.
struct Recipient {
    std::vector<const Participation*> ours; // the first in time first
    const core::Catalogue* catalogue = nullptr;

    const Participation& first() const { return *ours.front(); }

    Values codes() const
    {
        std::set<std::string> found;
        for (const auto* one : ours)
            found.insert(one->code);
        return {found.begin(), found.end()};
    }
    // Of the columns of the list of interventions: fami14, amif_field.
    Values column(const char* name) const
    {
        std::set<std::string> found;
        for (const auto* one : ours) {
            const auto* code = catalogue->find_code("intervention", one->code);
            const auto value = code == nullptr ? code->more.end() : code->more.find(name);
            if (value != code->more.end() && !value->second.empty())
                found.insert(value->second);
        }
        return {found.begin(), found.end()};
    }
    Values through() const
    {
        std::set<std::string> found;
        for (const auto* one : ours)
            found.insert(one->through);
        return {found.begin(), found.end()};
    }
};

Values one(const std::optional<std::string>& text)
{
    return text && !text->empty() ? Values{*text} : Values{};
}

Values identifier(const people::Person& person, std::initializer_list<std::string_view> kinds)
{
    for (const auto kind : kinds)
        for (const auto& each : person.identifiers)
            if (each.kind == kind)
                return {each.value};
    return {};
}

// What is written in the record.
std::optional<Values> value_of_field(const people::Person& person, const std::string& source)
{
    if (source == "NUMBER")
        return Values{person.number};
    if (source == "FAMILY_NAME")
        return one(person.family_name);
    if (source == "GIVEN_NAME")
        return one(person.given_name);
    if (source == "GENDER")
        return person.gender == "U" ? Values{} : one(person.gender);
    if (source == "BIRTH_DATE")
        return person.birth_date ? Values{to_string(*person.birth_date)} : Values{};
    if (source == "BIRTH_YEAR")
        return person.birth_year ? Values{std::to_string(*person.birth_year)} : Values{};
    if (source == "CITIZENSHIP")
        return person.citizenship == "ZZ" ? Values{} : one(person.citizenship);
    if (source == "TAX_CODE")
        return identifier(person, {"codice_fiscale", "codice_fiscale_provvisorio"});
    if (source == "STP")
        return identifier(person, {"stp"});
    if (source == "PERMIT")
        return identifier(person, {"permit"});
    return std::nullopt;
}

// What was done.
std::optional<Values> value_of_fact(const Recipient& recipient, const std::string& source)
{
    if (source == "AGE")
        return Values{age_bracket(recipient.first(), recipient.first().day)};
    if (source == "FIRST_DAY")
        return Values{to_string(recipient.first().day)};
    if (source == "LAST_DAY")
        return Values{to_string(recipient.ours.back()->day)};
    if (source == "EVENTS")
        return Values{std::to_string(recipient.ours.size())};
    if (source == "INTERVENTIONS")
        return recipient.codes();
    if (source == "SUBCOUNTS")
        return recipient.column("fami14");
    if (source == "FIELDS")
        return recipient.column("amif_field");
    if (source == "THROUGH")
        return recipient.through();
    if (source == "DISTRICT")
        return one(recipient.first().district);
    return std::nullopt;
}

Values value_of_project(Context& context, const ProjectRow& project, Period quarter,
                        const MappedColumn& column)
{
    if (column.source == "PROJECT_NAME")
        return {project.name};
    if (column.source == "PROJECT_NUMBER")
        return one(project.number);
    if (column.source == "CUP")
        return one(project.cup);
    if (column.source == "BODY")
        return {context.city().partner};
    if (column.source == "QUARTER")
        return {to_string(quarter)};
    ENSURE(column.source == "CONSTANT");
    return one(column.constant);
}

// In the words of the fund, where the column has any; a code without one says so.
std::optional<std::string> in_their_words(const MappedColumn& column, const Values& values)
{
    std::string text;
    for (const auto& value : values) {
        auto said = value;
        if (!column.codes.empty()) {
            const auto found =
                std::find_if(column.codes.begin(), column.codes.end(),
                             [&](const MappedCode& each) { return each.code == value; });
            if (found == column.codes.end())
                return std::nullopt;
            said = found->value;
        }
        text += (text.empty() ? "" : " ") + said;
    }
    return text;
}

using Recipients = std::map<std::string, Recipient>;

Recipients recipients_of(const core::Catalogue& catalogue, const ProjectRow& project,
                         const std::vector<Participation>& all)
{
    Recipients found;
    for (const auto& one : all) {
        const auto* code = catalogue.find_code("intervention", one.code);
        const auto field = code == nullptr ? std::string() : [&] {
            const auto place = code->more.find("amif_field");
            return place == code->more.end() ? std::string() : place->second;
        }();
        if (field.empty() || !one.canonical_key || is_citizen_of_union(one) || !is_of(project, one))
            continue;
        auto& recipient = found[*one.canonical_key];
        recipient.catalogue = &catalogue;
        recipient.ours.push_back(&one);
    }
    return found;
}

ToldPerson tell(Context& context, const ProjectRow& project, Period quarter,
                const std::vector<MappedColumn>& columns, const people::Person& person,
                const Recipient& recipient)
{
    ToldPerson told;
    told.person = person.id;
    for (const auto& column : columns) {
        auto values = value_of_field(person, column.source);
        if (!values)
            values = value_of_fact(recipient, column.source);
        if (!values)
            values = value_of_project(context, project, quarter, column);
        const auto text = in_their_words(column, *values);
        told.cells.push_back(text.value_or(""));
        if (!text)
            told.missing.push_back({column.name, column.source, "UNMAPPED"});
        else if (column.required && text->empty())
            told.missing.push_back({column.name, column.source, "EMPTY"});
    }
    return told;
}

constexpr auto workbook_type = "application/vnd.openxmlformats-officedocument."
                               "spreadsheetml.sheet";

} // namespace

std::vector<ToldPerson> tell_persons(Context& context, const ProjectRow& project, Period quarter,
                                     const std::vector<MappedColumn>& columns)
{
    const auto all = participations(context.store, quarter);
    std::vector<std::pair<std::string, ToldPerson>> by_number;
    for (const auto& [key, recipient] : recipients_of(context.catalogue(), project, all)) {
        const auto id = parse_id<people::Person>(key).value();
        if (people::is_guarded(context, id))
            continue;
        const auto person = people::find_person(context, id);
        if (!person)
            continue;
        by_number.emplace_back(person->number,
                               tell(context, project, quarter, columns, *person, recipient));
    }
    std::sort(by_number.begin(), by_number.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<ToldPerson> told;
    for (auto& [number, person] : by_number)
        told.push_back(std::move(person));
    return told;
}

PersonsToTell count_persons(Context& context, const ProjectRow& project, Period quarter)
{
    PersonsToTell counts;
    for (const auto& one : tell_persons(context, project, quarter, get_mapping(context).columns))
        ++(one.missing.empty() ? counts.ready : counts.missing);
    return counts;
}

PersonsSheet show_persons(Context& context, const PackPath& wish)
{
    const auto project = get_project_row(context, wish.project);
    context.about(project.id);
    PersonsSheet sheet;
    std::vector<ToldPerson> lacking;
    std::vector<Id<people::Person>> persons;
    for (auto& one : tell_persons(context, project, get_quarter(project, wish.period),
                                  get_mapping(context).columns)) {
        if (one.missing.empty()) {
            ++sheet.ready;
            continue;
        }
        persons.push_back(one.person);
        lacking.push_back(std::move(one));
    }
    const auto cards = people::find_cards(context, persons);
    for (auto& one : lacking)
        if (const auto card = cards.find(one.person); card != cards.end())
            sheet.missing.push_back({card->second, std::move(one.missing)});
    return sheet;
}

core::Bytes export_persons(Context& context, const ExportPersons& wish)
{
    const auto project = get_project_row(context, wish.project);
    context.about(project.id);
    const auto columns = get_mapping(context).columns;
    std::vector<Values> rows(1);
    for (const auto& column : columns)
        rows.front().push_back(column.name);
    for (auto& one : tell_persons(context, project, get_quarter(project, wish.period), columns))
        if (one.missing.empty())
            rows.push_back(std::move(one.cells));
    if (rows.size() == 1)
        throw Problem(409, "reporting.nobody_to_export");
    if (wish.format == "CSV") {
        std::string text;
        for (const auto& row : rows)
            write_csv_row(text, row);
        return {text, "text/csv; charset=utf-8", 200};
    }
    workbook::Sheet sheet;
    sheet.name = to_string(get_quarter(project, wish.period));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        workbook::Row row{static_cast<int>(i) + 1, {}};
        for (auto& cell : rows[i])
            row.cells.push_back({std::move(cell), {}});
        sheet.rows.push_back(std::move(row));
    }
    return {workbook::write({sheet}), workbook_type, 200};
}

} // namespace reporting
