// SPDX-License-Identifier: EUPL-1.2
// What a PDF could do beyond being read: run a script, start a program, carry other files, send
// what is written in it. It is looked for by the names that the format has for it, also where they
// are spelt in another way or stand in a deflated part. Nothing is drawn and nothing is run.
//
// It is a check of files as programs write them, and no proof: whoever builds a file to deceive it
// can. That is why a file is never shown by us either (decision 0017).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cases {

enum class PdfFault : std::uint8_t {
    script,  // JavaScript
    launch,  // starts a program
    files,   // other files inside
    form,    // sends what is written into it, or is drawn by a program (XFA)
    locked,  // encrypted: nobody can look into it
    unclear, // cut short, or packed in a way that is not looked into
};

// How much is unpacked of one file at most.
inline constexpr std::int64_t pdf_unpacked_bytes_max = 256 * 1024 * 1024;

bool is_pdf(std::string_view bytes);

// The first fault of what is_pdf(); none: it can be read and nothing else.
std::optional<PdfFault> find_pdf_fault(std::string_view pdf);

} // namespace cases
