// SPDX-License-Identifier: EUPL-1.2
// Which files of the catalogue a release holds, and how they are packed.
#pragma once

#include "network/release_rows.h"

namespace network {

// What the direction writes. Targets have a page of their own.
bool is_written(std::string_view path);
// Of those, what need not be there before.
bool is_indicator_file(std::string_view path);
// What a release may hold.
bool is_of_release(std::string_view path);
// Everything that a release holds, as a catalogue has it.
core::CatalogueFiles files_of(const core::Catalogue& catalogue);

// As ReleaseRow::files has them.
std::string pack(const core::CatalogueFiles& files);
// With its number. Throws std::runtime_error where they cannot be read.
core::CatalogueFiles read_files(const ReleaseRow& row);
// What a release is called where it is in force (release_of).
void add_number(core::CatalogueFiles& files, std::int64_t number);

} // namespace network
