// SPDX-License-Identifier: EUPL-1.2
// What stands in a person's own file, in words, before it is paper: what is held, section by
// section, and who has opened it, day by day.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/context.h"
#include "core/sheet_words.h"
#include "people/people.h"

namespace rights {

using Persons = std::vector<Id<people::Person>>;

// A name and what is so called: "Quando", "lunedì 23 novembre 2026".
using Fact = std::pair<std::string, std::string>;

struct FileSection {
    std::string heading;
    std::vector<std::vector<Fact>> rows;
    int reserved = 0;  // rows that are for a profession alone, and are not here
    int cancelled = 0; // rows that were taken back: written by mistake, perhaps of somebody else
};

// Of all records of one human being; sections that hold nothing are left out.
std::vector<FileSection> sections_of(core::Context& context, const core::SheetWords& words,
                                     const Persons& persons);

struct DayOpened {
    Date day;
    std::vector<std::string> lines; // a role, an organisation, how often, why; no name
};

// Newest first.
std::vector<DayOpened> opened_by(core::Context& context, const core::SheetWords& words,
                                 const Persons& persons);

// A code in the language of the sheet, else as those who work here call it.
std::string in_words(core::Context& context, const core::SheetWords& words, const std::string& list,
                     const std::string& code);

} // namespace rights
