// SPDX-License-Identifier: EUPL-1.2
#include "reports/email.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace reports {

namespace {

enum class Part { from, subject, date, other, none };

struct Named {
    std::string_view name; // in small letters
    Part part;
};

constexpr std::array names{
    Named{"from", Part::from},       Named{"da", Part::from},         Named{"de", Part::from},
    Named{"subject", Part::subject}, Named{"oggetto", Part::subject}, Named{"objet", Part::subject},
    Named{"asunto", Part::subject},  Named{"date", Part::date},       Named{"data", Part::date},
    Named{"sent", Part::date},       Named{"inviato", Part::date},    Named{"fecha", Part::date},
    Named{"to", Part::other},        Named{"a", Part::other},         Named{"cc", Part::other},
    Named{"reply-to", Part::other},  Named{"message-id", Part::other}};

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r";
    const auto begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

// Which part a line of the head begins, and what follows its colon.
Part part_of(std::string_view line, std::string_view& value)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon > 20)
        return Part::none;
    std::string name(trimmed(line.substr(0, colon)));
    std::transform(name.begin(), name.end(), name.begin(), small);
    for (const auto& known : names)
        if (known.name == name) {
            value = trimmed(line.substr(colon + 1));
            return known.part;
        }
    return Part::none;
}

std::optional<std::string> if_any(std::string_view text)
{
    return text.empty() ? std::nullopt : std::optional(std::string(text));
}

// "Anna Bruni <anna@example.org>", "<anna@example.org>", "anna@example.org" or a name alone.
void take_sender(EmailParts& parts, std::string_view text)
{
    const auto open = text.rfind('<');
    const auto close = text.rfind('>');
    if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
        parts.from_address = if_any(trimmed(text.substr(open + 1, close - open - 1)));
        auto name = trimmed(text.substr(0, open));
        if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
            name = trimmed(name.substr(1, name.size() - 2));
        parts.from_name = if_any(name);
        return;
    }
    const bool is_address =
        text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos;
    (is_address ? parts.from_address : parts.from_name) = if_any(text);
}

void take(EmailParts& parts, Part part, std::string_view value)
{
    if (part == Part::from && !parts.from_name && !parts.from_address)
        take_sender(parts, value);
    if (part == Part::subject && !parts.subject)
        parts.subject = if_any(value);
    if (part == Part::date && !parts.sent_at)
        parts.sent_at = parse_email_date(value);
}

std::string_view next_line(std::string_view& rest)
{
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

std::string_view without_blank_lines(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const auto begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

// A number of so many digits; nullopt for anything else.
std::optional<int> number(std::string_view text, std::size_t least, std::size_t most)
{
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
    if (!is_number || value < 0 || text.size() < least || text.size() > most)
        return std::nullopt;
    return value;
}

std::optional<int> month(std::string_view text)
{
    constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    std::string name(text);
    std::transform(name.begin(), name.end(), name.begin(), small);
    const auto found = std::find(months.begin(), months.end(), name);
    if (found == months.end())
        return std::nullopt;
    return static_cast<int>(found - months.begin()) + 1;
}

// "+0100" as minutes; "GMT" and "Z" too.
std::optional<int> zone(std::string_view text)
{
    if (text == "GMT" || text == "UTC" || text == "Z")
        return 0;
    if (text.size() != 5 || (text[0] != '+' && text[0] != '-'))
        return std::nullopt;
    const auto hours = number(text.substr(1, 2), 2, 2);
    const auto minutes = number(text.substr(3, 2), 2, 2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59)
        return std::nullopt;
    const int offset = *hours * 60 + *minutes;
    return text[0] == '-' ? -offset : offset;
}

// "21:15" or "21:15:00" as seconds of the day.
std::optional<int> seconds_of_day(std::string_view text)
{
    const auto hour = number(text.substr(0, std::min(text.find(':'), text.size())), 1, 2);
    const auto colon = text.find(':');
    if (!hour || *hour > 23 || colon == std::string_view::npos)
        return std::nullopt;
    const auto rest = text.substr(colon + 1);
    const auto minute = number(rest.substr(0, 2), 2, 2);
    if (!minute || *minute > 59)
        return std::nullopt;
    if (rest.size() == 2)
        return *hour * 3600 + *minute * 60;
    const auto second = rest[2] == ':' ? number(rest.substr(3), 2, 2) : std::nullopt;
    if (!second || *second > 60)
        return std::nullopt;
    return *hour * 3600 + *minute * 60 + std::min(*second, 59);
}

} // namespace

EmailParts take_apart(std::string_view text)
{
    EmailParts parts;
    std::string_view rest = without_blank_lines(text);
    auto after_head = rest;
    auto last = Part::none;
    std::string value; // with the lines that continue it
    while (!rest.empty()) {
        const auto line = next_line(rest);
        std::string_view begun;
        if (last != Part::none && !line.empty() && (line[0] == ' ' || line[0] == '\t') &&
            !trimmed(line).empty()) {
            value += ' ' + std::string(trimmed(line));
            after_head = rest;
            continue;
        }
        take(parts, last, value);
        last = part_of(line, begun);
        value = begun;
        if (last == Part::none)
            break;
        after_head = rest;
    }
    take(parts, last, value);
    parts.body = without_blank_lines(after_head);
    return parts;
}

std::optional<Instant> parse_email_date(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!(text = trimmed(text)).empty() && words.size() < 8) {
        const auto space = text.find(' ');
        words.push_back(text.substr(0, space));
        text.remove_prefix(space == std::string_view::npos ? text.size() : space);
    }
    if (!words.empty() && words.front().ends_with(','))
        words.erase(words.begin());
    // After the zone a comment may follow: "+0100 (CET)".
    if (words.size() < 5)
        return std::nullopt;
    const auto day = number(words[0], 1, 2);
    const auto in_month = month(words[1]);
    const auto year = number(words[2], 4, 4);
    const auto seconds = seconds_of_day(words[3]);
    const auto offset = zone(words[4]);
    if (!day || !in_month || !year || !seconds || !offset)
        return std::nullopt;
    const auto two = [](int part) {
        return std::string(part < 10 ? "0" : "") + std::to_string(part);
    };
    const auto date = parse_date(std::string(words[2]) + "-" + two(*in_month) + "-" + two(*day));
    if (!date)
        return std::nullopt;
    return Instant{(static_cast<std::int64_t>(date->days) * 86'400 + *seconds - *offset * 60) *
                   1000};
}

} // namespace reports
