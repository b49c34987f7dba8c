// SPDX-License-Identifier: EUPL-1.2
// Targets as values: of catalogue/targets.csv, which is of the demonstration, and of the file by
// which a release takes those of the network to its cities.
#include <array>
#include <charconv>
#include <stdexcept>

#include "base/csv.h"
#include "base/embedded.h"
#include "core/house.h"
#include "network/releases.h"
#include "network/rows.h"

namespace network {

namespace {

constexpr auto demonstration_path = "catalogue/targets.csv";

const std::vector<std::string> header{"city", "indicator", "year", "value"};

[[noreturn]] void fail(std::string_view path, const CsvRow& row, const std::string& fault)
{
    throw std::runtime_error(std::string(path) + ", line " + std::to_string(row.line) + ": " +
                             fault);
}

template <class Number>
Number number_of(std::string_view path, const CsvRow& row, const std::string& cell)
{
    Number number{};
    const auto end = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (end.ec != std::errc() || end.ptr != cell.data() + cell.size())
        fail(path, row, "\"" + cell + "\" is not a number");
    return number;
}

std::string text_of(double value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return {digits.data(), end.ptr};
}

std::vector<Target> read_targets(std::string_view path, std::string_view text)
{
    const auto rows = read_csv(text, ',', Remarks::leave_out);
    if (rows.empty() || rows.front().cells != header)
        throw std::runtime_error(std::string(path) + " must begin with city,indicator,year,value");
    std::vector<Target> targets;
    for (const auto& row : rows) {
        if (row.cells == header)
            continue;
        if (row.cells.size() != header.size())
            fail(path, row, "four cells are needed");
        targets.push_back({row.cells[0], row.cells[1], number_of<int>(path, row, row.cells[2]),
                           number_of<double>(path, row, row.cells[3])});
    }
    return targets;
}

// Of the release that a catalogue is; none where it is the program's own.
struct OfCatalogue {
    std::vector<Target> all;

    static OfCatalogue read(const core::Catalogue& catalogue)
    {
        const auto text = catalogue.find_file(targets_path);
        return {text ? read_targets(targets_path, *text) : std::vector<Target>()};
    }
};

} // namespace

int load_targets(store::Transaction& transaction)
{
    const auto text = find_embedded(demonstration_path);
    ENSURE(text.has_value());
    const auto targets = read_targets(demonstration_path, *text);
    for (const auto& target : targets)
        put_target(transaction, target);
    return static_cast<int>(targets.size());
}

std::string targets_file(store::Transaction& transaction)
{
    const auto targets = every_target(transaction);
    std::string text;
    if (!targets.empty())
        write_csv_row(text, header);
    for (const auto& [city, indicator, year, value] : targets)
        write_csv_row(text, {city, indicator, std::to_string(year), text_of(value)});
    return text;
}

std::vector<Target> targets_of(core::Context& context, int year)
{
    if (context.actor.store == core::network_slug)
        return targets_of(context.store, year);
    auto own = context.catalogue().worked_out<OfCatalogue>().all;
    std::erase_if(own, [&](const Target& target) {
        return target.city != context.actor.store || target.year != year;
    });
    return own;
}

void check_targets(const core::Catalogue& catalogue, store::Transaction*)
{
    catalogue.worked_out<OfCatalogue>();
}

std::vector<core::CatalogueEntry> target_entries(const core::Catalogue& catalogue)
{
    std::vector<core::CatalogueEntry> all;
    for (const auto& [city, indicator, year, value] : catalogue.worked_out<OfCatalogue>().all) {
        const auto* known = catalogue.find_city(city);
        const auto name = (known ? known->name : city) + ", " + indicator + ", " +
                          std::to_string(year) + ": " + text_of(value);
        all.push_back({of_targets,
                       city + " " + indicator + " " + std::to_string(year),
                       {name, name},
                       false,
                       targets_path,
                       {{std::to_string(year), text_of(value)}},
                       true});
    }
    return all;
}

} // namespace network
