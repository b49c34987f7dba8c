// SPDX-License-Identifier: EUPL-1.2
#include "core/catalogue.h"

#include <unicode/locid.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "base/csv.h"
#include "base/embedded.h"

namespace core {

namespace {

// A table whose first line names the columns; every fault names file and line.
class Table {
public:
    Table(std::string_view path, std::string_view text)
        : path_(path), rows_(read_csv(text, ',', Remarks::leave_out))
    {
        if (rows_.empty())
            throw std::runtime_error(path_ + " is empty");
        for (const auto& row : rows_)
            if (row.cells.size() != rows_.front().cells.size())
                fail(row, "has " + std::to_string(row.cells.size()) + " cells, the header " +
                              std::to_string(rows_.front().cells.size()));
    }

    const std::vector<std::string>& header() const { return rows_.front().cells; }
    std::size_t size() const { return rows_.size() - 1; }
    const CsvRow& row(std::size_t number) const { return rows_[number + 1]; }

    bool has_column(std::string_view name) const
    {
        return std::find(header().begin(), header().end(), name) != header().end();
    }

    const std::string& cell(std::size_t number, std::string_view column) const
    {
        const auto found = std::find(header().begin(), header().end(), column);
        if (found == header().end())
            throw std::runtime_error(path_ + " has no column " + std::string(column));
        return row(number).cells[static_cast<std::size_t>(found - header().begin())];
    }

    [[noreturn]] void fail(const CsvRow& row, const std::string& fault) const
    {
        throw std::runtime_error(path_ + ", line " + std::to_string(row.line) + ": " + fault);
    }

private:
    std::string path_;
    std::vector<CsvRow> rows_;
};

// "catalogue/vocabularies/contact_setting.csv" -> "contact_setting"
std::string stem(std::string_view path)
{
    const auto slash = path.rfind('/');
    const auto dot = path.rfind('.');
    return std::string(path.substr(slash + 1, dot - slash - 1));
}

bool is_vocabulary(std::string_view path)
{
    return path.find("/vocabularies/") != std::string_view::npos && path.ends_with(".csv");
}

std::string country_name(const char* code, const icu::Locale& reader)
{
    icu::UnicodeString name;
    icu::Locale("", code).getDisplayCountry(reader, name);
    std::string utf8;
    name.toUTF8String(utf8);
    return utf8;
}

} // namespace

class Catalogue::StoreLists : public Lists {
public:
    StoreLists(const Catalogue& catalogue, std::string store)
        : catalogue_(catalogue), store_(std::move(store))
    {
    }

    bool has(std::string_view list, std::string_view code) const override
    {
        if (list == "city")
            return catalogue_.find_city(code) != nullptr;
        if (list == "district") {
            const auto& districts = catalogue_.districts(store_);
            return std::any_of(districts.begin(), districts.end(),
                               [&](const District& one) { return one.code == code; });
        }
        const auto* found = catalogue_.find_code(list, code);
        return found && !found->retired;
    }

    std::vector<std::string> codes(std::string_view list) const override
    {
        std::vector<std::string> codes;
        if (list == "city")
            for (const auto& city : catalogue_.cities())
                codes.push_back(city.slug);
        else if (list == "district")
            for (const auto& district : catalogue_.districts(store_))
                codes.push_back(district.code);
        else if (const auto found = catalogue_.vocabularies_.find(list);
                 found != catalogue_.vocabularies_.end())
            for (const auto& code : found->second)
                if (!code.retired)
                    codes.push_back(code.code);
        return codes;
    }

private:
    const Catalogue& catalogue_;
    std::string store_;
};

Catalogue::Catalogue(CatalogueFiles instead, const std::vector<OwnCode>& own)
    : instead_(std::move(instead))
{
    for (const char* folder : {"catalogue/", "modules/"})
        for (const auto& [path, text] : files_below(folder))
            if (is_vocabulary(path))
                read_vocabulary(path, text);
    for (const auto& one : own)
        add_own(one);
    check_clocks();
    read_countries();
    read_cities();
    read_districts();
    for (const auto& city : cities_)
        lists_.emplace(city.slug, std::make_shared<StoreLists>(*this, city.slug));
    lists_.emplace("rete", std::make_shared<StoreLists>(*this, "rete"));
}

std::optional<std::string_view> Catalogue::find_file(std::string_view path) const
{
    const auto found = instead_.find(path);
    return found == instead_.end() ? find_embedded(path)
                                   : std::optional<std::string_view>(found->second);
}

std::vector<std::pair<std::string_view, std::string_view>>
Catalogue::files_below(std::string_view prefix) const
{
    std::map<std::string_view, std::string_view> files;
    for (const auto& file : embedded_below(prefix))
        files[file.path] = file.bytes;
    for (auto one = instead_.lower_bound(prefix);
         one != instead_.end() && one->first.starts_with(prefix); ++one)
        files[one->first] = one->second;
    return {files.begin(), files.end()};
}

std::string_view Catalogue::needed_file(std::string_view path) const
{
    const auto file = find_file(path);
    if (!file)
        throw std::runtime_error(std::string(path) + " is not in the program");
    return *file;
}

void Catalogue::add_own(const OwnCode& own)
{
    const auto* model = find_code(own.list, own.counts_as);
    if (!model || find_code(own.list, own.code))
        return;
    Code code = *model;
    code.code = own.code;
    code.label = own.label;
    code.retired = own.retired;
    vocabularies_[own.list].push_back(std::move(code));
}

void Catalogue::read_vocabulary(std::string_view path, std::string_view text)
{
    const Table table(path, text);
    auto& codes = vocabularies_[stem(path)];
    for (std::size_t i = 0; i < table.size(); ++i) {
        Code code;
        for (std::size_t column = 0; column < table.header().size(); ++column) {
            const auto& name = table.header()[column];
            const auto& cell = table.row(i).cells[column];
            if (name == "code")
                code.code = cell;
            else if (name == "it")
                code.label.it = cell;
            else if (name == "en")
                code.label.en = cell;
            else if (name == "group")
                code.group = cell;
            else if (name == "retired")
                code.retired = cell == "yes";
            else
                code.more[name] = cell;
        }
        if (code.code.empty() || code.label.it.empty() || code.label.en.empty())
            table.fail(table.row(i), "code, it and en must be there");
        const auto same = [&](const Code& one) { return one.code == code.code; };
        if (std::any_of(codes.begin(), codes.end(), same))
            table.fail(table.row(i), "the code " + code.code + " stands there twice");
        codes.push_back(std::move(code));
    }
}

int Catalogue::days_of(std::string_view clock) const
{
    const auto* code = find_code("clock", clock);
    ENSURE(code != nullptr);
    return std::atoi(code->more.at("days").c_str());
}

void Catalogue::check_clocks() const
{
    const auto clocks = vocabularies_.find("clock");
    if (clocks == vocabularies_.end())
        return;
    for (const auto& code : clocks->second)
        if (const auto days = code.more.find("days");
            days == code.more.end() || std::atoi(days->second.c_str()) < 1)
            throw std::runtime_error("catalogue/vocabularies/clock.csv: the days of " + code.code +
                                     " must be a number from 1 on");
}

// The countries of ISO 3166 with their names, from ICU; what ISO lacks stands in country_extra.csv.
void Catalogue::read_countries()
{
    auto& codes = vocabularies_["country"];
    const icu::Locale italian("it");
    const icu::Locale english("en");
    for (const char* const* country = icu::Locale::getISOCountries(); *country; ++country)
        codes.push_back({*country,
                         {country_name(*country, italian), country_name(*country, english)},
                         "",
                         false,
                         {}});
    const auto extra = vocabularies_.find("country_extra");
    if (extra == vocabularies_.end())
        return;
    codes.insert(codes.end(), extra->second.begin(), extra->second.end());
    vocabularies_.erase(extra);
}

void Catalogue::read_cities()
{
    constexpr auto path = "catalogue/cities.csv";
    const Table table(path, needed_file(path));
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto cell = [&](std::string_view column) { return table.cell(i, column); };
        cities_.push_back({cell("slug"),
                           cell("name"),
                           cell("istat"),
                           cell("cadastral"),
                           cell("province"),
                           cell("region"),
                           std::strtod(cell("longitude").c_str(), nullptr),
                           std::strtod(cell("latitude").c_str(), nullptr),
                           cell("partner"),
                           cell("person_prefix"),
                           {cell("district_label_it"), cell("district_label_en")}});
    }
}

void Catalogue::read_districts()
{
    for (const auto& city : cities_) {
        const auto path = "catalogue/districts/" + city.slug + ".csv";
        const Table table(path, needed_file(path));
        auto& districts = districts_[city.slug];
        for (std::size_t i = 0; i < table.size(); ++i)
            districts.push_back({table.cell(i, "code"), table.cell(i, "name"),
                                 std::atoi(table.cell(i, "column").c_str()),
                                 std::atoi(table.cell(i, "row").c_str()),
                                 table.has_column("zone") ? table.cell(i, "zone") : ""});
    }
}

const City* Catalogue::find_city(std::string_view slug) const
{
    const auto found = std::find_if(cities_.begin(), cities_.end(),
                                    [&](const City& city) { return city.slug == slug; });
    return found == cities_.end() ? nullptr : &*found;
}

const std::vector<District>& Catalogue::districts(std::string_view city) const
{
    static const std::vector<District> none;
    const auto found = districts_.find(city);
    return found == districts_.end() ? none : found->second;
}

const Code* Catalogue::find_code(std::string_view list, std::string_view code) const
{
    const auto found = vocabularies_.find(list);
    if (found == vocabularies_.end())
        return nullptr;
    const auto one = std::find_if(found->second.begin(), found->second.end(),
                                  [&](const Code& each) { return each.code == code; });
    return one == found->second.end() ? nullptr : &*one;
}

std::vector<CatalogueEntry> code_entries(const Catalogue& catalogue)
{
    std::vector<CatalogueEntry> all;
    for (const auto& [list, codes] : catalogue.vocabularies())
        for (const auto& code : codes) {
            CatalogueEntry entry{list, code.code, code.label, code.retired, list + ".csv"};
            entry.parts = {{"it", code.label.it}, {"en", code.label.en}, {"group", code.group}};
            entry.parts.insert(entry.parts.end(), code.more.begin(), code.more.end());
            all.push_back(std::move(entry));
        }
    return all;
}

const Lists& Catalogue::lists_of(std::string_view store) const
{
    const auto found = lists_.find(store);
    ENSURE(found != lists_.end());
    return *found->second;
}

} // namespace core
