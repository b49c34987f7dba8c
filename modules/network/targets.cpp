// SPDX-License-Identifier: EUPL-1.2
// catalogue/targets.csv, as values.
#include <charconv>
#include <stdexcept>

#include "base/csv.h"
#include "base/embedded.h"
#include "network/network.h"
#include "network/rows.h"

namespace network {

namespace {

constexpr auto path = "catalogue/targets.csv";

[[noreturn]] void fail(const CsvRow& row, const std::string& fault)
{
    throw std::runtime_error(std::string(path) + ", line " + std::to_string(row.line) + ": " +
                             fault);
}

template <class Number> Number number_of(const CsvRow& row, const std::string& cell)
{
    Number number{};
    const auto end = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (end.ec != std::errc() || end.ptr != cell.data() + cell.size())
        fail(row, "\"" + cell + "\" is not a number");
    return number;
}

} // namespace

int load_targets(store::Transaction& transaction)
{
    const auto text = find_embedded(path);
    ENSURE(text.has_value());
    const auto rows = read_csv(*text, ',', Remarks::leave_out);
    const std::vector<std::string> header{"city", "indicator", "year", "value"};
    if (rows.empty() || rows.front().cells != header)
        throw std::runtime_error(std::string(path) + " must begin with city,indicator,year,value");

    int loaded = 0;
    for (const auto& row : rows) {
        if (row.cells == header)
            continue;
        if (row.cells.size() != header.size())
            fail(row, "four cells are needed");
        put_target(transaction, {row.cells[0], row.cells[1], number_of<int>(row, row.cells[2]),
                                 number_of<double>(row, row.cells[3])});
        ++loaded;
    }
    return loaded;
}

} // namespace network
