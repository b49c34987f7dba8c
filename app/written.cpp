// SPDX-License-Identifier: EUPL-1.2
#include "app/written.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "base/utf8.h"

namespace app {

namespace {

std::string decode(std::string_view bytes, const char* encoding)
{
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding);
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "23 nov26" -> "23", "nov", "26": runs of digits and runs of letters.
std::vector<std::string> pieces_of(std::string_view text)
{
    std::vector<std::string> pieces;
    char before = ' ';
    for (const char c : folded(text)) {
        if (is_letter_or_digit(c)) {
            const bool goes_on = is_letter_or_digit(before) && is_digit(before) == is_digit(c);
            if (!goes_on)
                pieces.emplace_back();
            pieces.back() += c;
        }
        before = c;
    }
    return pieces;
}

bool is_number(const std::string& piece) { return is_digit(piece.front()); }

int number_of(const std::string& piece) { return piece.size() > 4 ? -1 : std::stoi(piece); }

// The names of months begin differently in the first three letters, in both languages; from four
// letters on a word must be the name's beginning: "sett" is September, "settimana" is not.
std::optional<int> month_named(const std::string& word)
{
    constexpr std::array<std::string_view, 24> names{
        "gennaio", "febbraio", "marzo",     "aprile",  "maggio",   "giugno",
        "luglio",  "agosto",   "settembre", "ottobre", "novembre", "dicembre",
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word.size() < 3)
        return std::nullopt;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i].starts_with(word))
            return static_cast<int>(i % 12) + 1;
    return std::nullopt;
}

// "lunedì" before a date; "mar" is one too, although it may be a month.
bool is_weekday(const std::string& word)
{
    constexpr std::array<std::string_view, 14> names{
        "lunedi", "martedi", "mercoledi", "giovedi",  "venerdi", "sabato",   "domenica",
        "monday", "tuesday", "wednesday", "thursday", "friday",  "saturday", "sunday"};
    return word.size() >= 3 && std::any_of(names.begin(), names.end(), [&](std::string_view name) {
               return name.starts_with(word);
           });
}

// Words beside a date that say nothing more: "il 23 novembre", "23rd of November".
bool says_nothing(const std::string& word)
{
    constexpr std::array<std::string_view, 10> words{"il", "del", "di", "of", "the",
                                                     "st", "nd",  "rd", "th", "giorno"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> minute_of(std::span<const std::string> pieces)
{
    constexpr std::array<std::string_view, 7> fillers{"ore", "ora", "h",    "alle",
                                                      "at",  "t",   "circa"};
    std::vector<int> numbers;
    bool afternoon = false;
    bool morning = false;
    for (const auto& piece : pieces) {
        if (is_number(piece))
            numbers.push_back(number_of(piece));
        else if (piece == "pm")
            afternoon = true;
        else if (piece == "am")
            morning = true;
        else if (std::find(fillers.begin(), fillers.end(), piece) == fillers.end())
            return std::nullopt;
    }
    if (numbers.empty() || numbers.size() > 3)
        return std::nullopt;
    int hour = numbers[0];
    const int minute = numbers.size() > 1 ? numbers[1] : 0;
    const int second = numbers.size() > 2 ? numbers[2] : 0;
    if (afternoon || morning) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (afternoon ? 12 : 0);
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    return hour * 60 + minute;
}

std::optional<Date> date_of(int year, int month, int day)
{
    if (year >= 0 && year < 100)
        year += 2000;
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const auto date = make_date(year, month, day);
    const auto back = parts(date);
    const bool exists = back.year == year && back.month == month && back.day == day;
    return exists ? std::optional(date) : std::nullopt;
}

// Day, month and year in one of their orders.
std::optional<Date> date_of(const std::string& first, const std::string& second,
                            const std::string& third)
{
    if (!is_number(third))
        return std::nullopt;
    if (is_number(first) && is_number(second)) {
        if (first.size() == 4)
            return date_of(number_of(first), number_of(second), number_of(third));
        return date_of(number_of(third), number_of(second), number_of(first));
    }
    if (is_number(first))
        if (const auto month = month_named(second))
            return date_of(number_of(third), *month, number_of(first));
    if (is_number(second))
        if (const auto month = month_named(first))
            return date_of(number_of(third), *month, number_of(second));
    return std::nullopt;
}

// Three pieces of a date, then those of an hour.
std::optional<WrittenDay> day_of(std::span<const std::string> pieces)
{
    if (pieces.size() < 3)
        return std::nullopt;
    const auto date = date_of(pieces[0], pieces[1], pieces[2]);
    if (!date)
        return std::nullopt;
    if (pieces.size() == 3)
        return WrittenDay{*date, std::nullopt};
    const auto minute = minute_of(pieces.subspan(3));
    return minute ? std::optional(WrittenDay{*date, minute}) : std::nullopt;
}

WrittenDay day_of(Instant instant)
{
    const auto date = local_date(instant);
    const auto midnight = local_instant(date, 0, 0);
    const auto minutes = (instant.milliseconds - midnight.milliseconds) / 60000;
    return {date, static_cast<int>(minutes)};
}

} // namespace

std::string to_utf8(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE"))
        return decode(bytes.substr(2), "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF"))
        return decode(bytes.substr(2), "UTF-16BE");
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    return is_utf8(bytes) ? std::string(bytes) : decode(bytes, "windows-1252");
}

std::string folded(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* decomposing = icu::Normalizer2::getNFKDInstance(status);
    // Apart first and small afterwards: "™" has capitals inside.
    auto small = decomposing->normalize(icu::UnicodeString::fromUTF8(std::string(text)), status);
    const auto apart = decomposing->normalize(small.foldCase(), status);

    icu::UnicodeString kept;
    bool space = false;
    for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const auto c = apart.char32At(i);
        if (u_getCombiningClass(c) != 0)
            continue;
        if (!u_isalnum(c)) {
            space = true;
            continue;
        }
        if (space && !kept.isEmpty())
            kept.append(UChar32{' '});
        space = false;
        kept.append(c);
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

std::optional<WrittenDay> parse_written_day(std::string_view text)
{
    const auto whole = std::string(text);
    if (whole.ends_with('Z') || whole.find('+') != std::string::npos) {
        const auto instant = parse_instant(whole);
        return instant ? std::optional(day_of(*instant)) : std::nullopt;
    }
    auto pieces = pieces_of(text);
    std::erase_if(pieces, says_nothing);
    const std::span<const std::string> all(pieces);
    if (!all.empty() && is_weekday(all.front()))
        if (const auto day = day_of(all.subspan(1)))
            return day;
    return day_of(all);
}

std::optional<int> parse_written_hour(std::string_view text) { return minute_of(pieces_of(text)); }

std::vector<std::string> split_at(std::string_view text, std::string_view separators)
{
    std::vector<std::string> pieces;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        const auto piece = text.substr(0, end);
        const auto begins = piece.find_first_not_of(" \t\r\n");
        if (begins != std::string_view::npos)
            pieces.emplace_back(
                piece.substr(begins, piece.find_last_not_of(" \t\r\n") - begins + 1));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pieces;
}

} // namespace app
