// SPDX-License-Identifier: EUPL-1.2
// Any script to plain Latin letters, the way names of that script are usually written here.
// Cyrillic and Ethiopic, Arabic and Hebrew have tables of ours; Latin letters lose their marks;
// what is left goes through ICU.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace match {

// Lower-case a-z, digits and single spaces; at most `text_bytes_max` of the text are read. Never
// throws, whatever the bytes are. The first reading is the usual one; a second stands where the
// script is read otherwise in another language (Ukrainian г is h, Russian г is g).
constexpr std::size_t text_bytes_max = 400;
std::vector<std::string> readings(std::string_view text);
std::string latin(std::string_view text); // the first reading

// ICU reads its rules at their first use, which takes it a third of a second: done at the start,
// nobody waits for it while typing.
void prepare_scripts();

} // namespace match
