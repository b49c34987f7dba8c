// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/answer_kinds.h"

#include <algorithm>
#include <cmath>

#include "survey/xlsform/moments.h"

namespace xlsform {

namespace {

constexpr double nearly = 1e-9;

// Of 32 bits, and as long as a phone lets one write.
bool is_integer(std::string_view value)
{
    const auto digits = value.substr(value.starts_with('-') ? 1 : 0);
    constexpr std::size_t digits_max = 9;
    return !digits.empty() && digits.size() <= digits_max &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_decimal(std::string_view value)
{
    constexpr std::size_t characters_max = 40;
    return value.size() <= characters_max && value.find(' ') == std::string_view::npos &&
           std::isfinite(number_of_text(value));
}

bool is_whole(double number) { return number == std::floor(number); }

bool is_in_range(const Node& node, std::string_view value)
{
    const auto range = range_of(node.parameters);
    if (!range || !is_decimal(value))
        return false;
    const auto number = number_of_text(value);
    const auto steps = (number - range->from) / range->by;
    return number >= std::min(range->from, range->to) - nearly &&
           number <= std::max(range->from, range->to) + nearly &&
           std::fabs(steps - std::round(steps)) < nearly * std::max(1.0, std::fabs(steps));
}

} // namespace

bool fits_kind(const Node& node, std::string_view value)
{
    const auto moment = parse_moment(value);
    const bool is_day = moment && !moment->milliseconds && parse_date(value);
    switch (node.kind) {
    case Kind::integer:
        return is_integer(value);
    case Kind::decimal:
        return is_decimal(value);
    case Kind::date:
        return is_day;
    case Kind::time:
        return parse_day_time(value).has_value();
    case Kind::date_time:
        return moment && moment->milliseconds;
    case Kind::range:
        return is_in_range(node, value);
    case Kind::acknowledge:
        return value == "OK";
    case Kind::meta:
        return node.parameters == "today" ? is_day : moment && moment->milliseconds;
    case Kind::group:
    case Kind::repeat:
    case Kind::note:
        return false;
    case Kind::text:
    case Kind::one:
    case Kind::many:
    case Kind::calculate:
        return true;
    }
    return false;
}

std::vector<std::string> codes_of(std::string_view value)
{
    constexpr auto space = " \t\r\n";
    std::vector<std::string> codes;
    for (auto begins = value.find_first_not_of(space); begins != std::string_view::npos;) {
        const auto ends = std::min(value.find_first_of(space, begins), value.size());
        codes.emplace_back(value.substr(begins, ends - begins));
        begins = value.find_first_not_of(space, ends);
    }
    return codes;
}

bool Range::is_whole() const { return xlsform::is_whole(from) && xlsform::is_whole(by); }

std::optional<Range> range_of(std::string_view parameters)
{
    Range range{"1", "10", "1"}; // as XLSForm has it where nothing is said
    for (const auto& one : codes_of(parameters)) {
        const auto mark = one.find('=');
        const auto name = one.substr(0, mark);
        const auto value = mark == std::string::npos ? "" : one.substr(mark + 1);
        auto* where = name == "start"  ? &range.start
                      : name == "end"  ? &range.end
                      : name == "step" ? &range.step
                                       : nullptr;
        if (!where)
            return std::nullopt;
        *where = value;
    }
    range.from = number_of_text(range.start);
    range.to = number_of_text(range.end);
    range.by = number_of_text(range.step);
    const bool well = std::isfinite(range.from) && std::isfinite(range.to) &&
                      std::isfinite(range.by) && range.by > 0 && range.from < range.to;
    return well ? std::optional(range) : std::nullopt;
}

} // namespace xlsform
