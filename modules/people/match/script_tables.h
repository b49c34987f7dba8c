// SPDX-License-Identifier: EUPL-1.2
// The tables of scripts: one letter, what is written for it in Latin letters.
#pragma once

#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <string>

namespace match {

enum class Reading { usual, other };

// Appends a run of one script; false where there is no table for it.
bool read_by_table(UScriptCode script, const icu::UnicodeString& run, Reading reading,
                   std::string& said);

// Latin letters that do not come apart into a letter and marks; null for another.
const char* letter_without_marks(UChar32 letter);

} // namespace match
