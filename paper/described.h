// SPDX-License-Identifier: EUPL-1.2
// What Cairo 1.16 does not say of a PDF: that it is tagged, the language that it is in, and that
// its title is what a window should show. Programs that read it aloud go by all three (ISO
// 14289-1).
#pragma once

#include <string>

namespace paper {

// The same PDF, with a new edition of its catalogue at its end (ISO 32000-1, 7.5.6: an incremental
// update). What is no PDF as Cairo writes it is a mistake of ours.
std::string with_language(std::string pdf, const std::string& language);

} // namespace paper
