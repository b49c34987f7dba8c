// SPDX-License-Identifier: EUPL-1.2
// What SIUSS is told of a quarter, and who cannot be told yet.
#include <algorithm>
#include <cctype>

#include "reporting/benefit_rows.h"
#include "reporting/work.h"

using core::Context;

namespace reporting {

namespace {

constexpr std::size_t benefit_least = 5;
constexpr std::size_t name_least = 10;
constexpr std::size_t protocol_most = 32;

Period get_quarter(const std::string& name)
{
    const auto period = parse_period(name);
    if (!period || *period != quarter_of(period->begins))
        refuse("period", "reporting.no_quarter", {{"expected", "2026-Q3"}});
    return *period;
}

// The last of the person's tax codes that is one; a final one before one for the time being.
std::optional<std::string> tax_code_of(const people::Person& person)
{
    std::optional<std::string> found;
    for (const auto* kind : {"codice_fiscale_provvisorio", "codice_fiscale"})
        for (const auto& one : person.identifiers)
            if (one.kind == kind)
                found = one.value;
    if (found)
        std::transform(found->begin(), found->end(), found->begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return found;
}

// Whom SIUSS is to be told of, with everything that was done for them and has a code.
struct Told {
    Id<people::Person> person;
    SiussPerson siuss;
};

class Telling {
public:
    explicit Telling(Context& context) : context_(context)
    {
        for (const auto& row : every_benefit(context.store))
            benefits_[row.intervention] = row;
        for (const auto& row : every_country(context.store))
            countries_[row.country] = row.istat;
    }

    std::vector<Told> tell(Period quarter)
    {
        std::map<std::string, std::vector<Participation>> by_person;
        for (auto& one : participations(context_.store, quarter)) {
            if (!one.canonical_key)
                continue;
            const bool has_code = benefits_.count(one.code) > 0;
            if (!has_code)
                ++without_code_[one.code];
            auto& events = by_person[*one.canonical_key];
            if (has_code)
                events.push_back(std::move(one));
        }
        std::vector<Told> told;
        for (const auto& [key, events] : by_person)
            if (!events.empty())
                add(told, parse_id<people::Person>(key).value(), events);
        return told;
    }

    std::vector<WithoutCode> without_code() const
    {
        std::vector<WithoutCode> list;
        for (const auto& [code, times] : without_code_)
            list.push_back({code, times});
        return list;
    }

private:
    void add(std::vector<Told>& told, const Id<people::Person>& id,
             const std::vector<Participation>& events)
    {
        if (people::is_guarded(context_, id))
            return;
        const auto person = people::find_person(context_, id);
        if (!person)
            return;
        Told made{id, {}};
        auto& siuss = made.siuss;
        siuss.tax_code = tax_code_of(*person);
        siuss.family_name = person->family_name;
        siuss.given_name = person->given_name;
        siuss.birth_year = person->birth_year;
        siuss.gender = person->gender;
        siuss.citizenship = person->citizenship;
        if (person->citizenship)
            if (const auto code = countries_.find(*person->citizenship); code != countries_.end())
                siuss.country = code->second;
        for (const auto& event : events)
            siuss.benefits.push_back(benefit_of(*person, event));
        told.push_back(std::move(made));
    }

    SiussBenefit benefit_of(const people::Person& person, const Participation& event) const
    {
        const auto& row = benefits_.at(event.code);
        SiussBenefit benefit{row.benefit, row.name, row.means_test, row.nature,
                             row.area,    {},       event.day,      event.through == "CASE"};
        // Ours: what was done, for whom in our numbers, and when.
        benefit.protocol = (person.number + "/" + to_string(event.day) + "/" + event.code)
                               .substr(0, protocol_most);
        return benefit;
    }

    Context& context_;
    std::map<std::string, BenefitRow> benefits_;
    std::map<std::string, std::string> countries_;
    std::map<std::string, int> without_code_;
};

} // namespace

SiussCodes list_siuss_codes(Context& context)
{
    SiussCodes codes;
    for (const auto& row : every_benefit(context.store))
        codes.benefits.push_back(row);
    for (const auto& row : every_country(context.store))
        codes.countries.push_back(row);
    return codes;
}

Benefit set_benefit(Context& context, const Benefit& wish)
{
    if (wish.benefit.size() < benefit_least)
        refuse("benefit", "reporting.too_short", {{"least", std::to_string(benefit_least)}});
    if (wish.name.size() < name_least)
        refuse("name", "reporting.too_short", {{"least", std::to_string(name_least)}});
    auto row = find_benefit(context.store, wish.intervention);
    const bool is_new = !row;
    if (is_new)
        row.emplace().id = Id<BenefitRow>(named_uuid("benefit of " + wish.intervention));
    static_cast<Benefit&>(*row) = wish;
    row->cancelled_at.reset();
    is_new ? write_new(context, *row) : write_again(context, *row);
    return wish;
}

void remove_benefit(Context& context, const BenefitPath& wish)
{
    auto row = find_benefit(context.store, wish.intervention);
    if (!row)
        throw not_found();
    cancel(context, *row);
}

CountryCode set_country(Context& context, const CountryCode& wish)
{
    const bool is_code =
        wish.istat.size() == 3 && std::all_of(wish.istat.begin(), wish.istat.end(),
                                              [](char c) { return c >= '0' && c <= '9'; });
    if (!is_code)
        refuse("istat", "reporting.no_istat_code");
    auto row = find_country(context.store, wish.country);
    const bool is_new = !row;
    if (is_new)
        row.emplace().id = Id<CountryRow>(named_uuid("country " + wish.country));
    static_cast<CountryCode&>(*row) = wish;
    row->cancelled_at.reset();
    is_new ? write_new(context, *row) : write_again(context, *row);
    return wish;
}

void remove_country(Context& context, const CountryPath& wish)
{
    auto row = find_country(context.store, wish.country);
    if (!row)
        throw not_found();
    cancel(context, *row);
}

SiussSheet show_siuss(Context& context, const SiussQuarter& wish)
{
    Telling telling(context);
    SiussSheet sheet;
    std::map<Id<people::Person>, std::vector<std::string>> lacking;
    std::vector<Id<people::Person>> persons;
    for (const auto& one : telling.tell(get_quarter(wish.period))) {
        auto missing = missing_for_siuss(one.siuss);
        if (missing.empty()) {
            ++sheet.ready;
            continue;
        }
        persons.push_back(one.person);
        lacking[one.person] = std::move(missing);
    }
    const auto cards = people::find_cards(context, persons);
    for (auto& [person, missing] : lacking)
        if (const auto card = cards.find(person); card != cards.end())
            sheet.missing.push_back({card->second, std::move(missing)});
    std::sort(sheet.missing.begin(), sheet.missing.end(), [](const auto& a, const auto& b) {
        return a.person_card.number < b.person_card.number;
    });
    sheet.without_code = telling.without_code();
    return sheet;
}

core::Bytes export_siuss(Context& context, const ExportSiuss& wish)
{
    if (!is_tax_code(wish.operator_code))
        refuse("operator_code", "reporting.tax_code");
    Telling telling(context);
    std::vector<SiussPerson> persons;
    for (auto& one : telling.tell(get_quarter(wish.period)))
        if (missing_for_siuss(one.siuss).empty())
            persons.push_back(std::move(one.siuss));
    if (persons.empty())
        throw Problem(409, "reporting.nobody_to_export");
    const auto& city = context.city();
    return {siuss_xml({"PSA " + city.name + " " + wish.period, wish.body_code, city.partner,
                       city.cadastral, wish.operator_code},
                      persons),
            "application/xml", 200};
}

} // namespace reporting
