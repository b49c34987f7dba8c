// SPDX-License-Identifier: EUPL-1.2
// What people write in spreadsheets, as values: dates and hours in a dozen forms, words with or
// without accents, lists with whatever separator came to hand. Nothing is guessed where two
// readings are possible: 03/04/2026 is the third of April here, and 04/23/2026 is no date.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "base/workbook.h"

namespace app {

// The text of a file, whatever wrote it: UTF-8, UTF-16 with a byte order mark, else Windows-1252.
std::string to_utf8(std::string_view bytes);

// For comparing: small letters, no accents, one space between words, no punctuation.
// "Unità mobile (n. 1)" -> "unita mobile n 1".
std::string folded(std::string_view text);

using WrittenDay = workbook::Day;

// "23/11/2026", "23-11-26", "lun 23 novembre 2026 ore 21.30", "2026-11-23T21:30", "23rd Nov 2026".
std::optional<WrittenDay> parse_written_day(std::string_view text);
// The minute of the day: "21:30", "21.30", "ore 21", "h 9", "9:30 pm".
std::optional<int> parse_written_hour(std::string_view text);

using workbook::day_of_number;
using workbook::Epoch;
using workbook::hour_of_number;

// "francese; wolof", "francese, wolof", one a line: pieces without the space around them, none
// empty.
std::vector<std::string> split_at(std::string_view text, std::string_view separators);

} // namespace app
