// SPDX-License-Identifier: EUPL-1.2
// A calendar file as RFC 5545 has it, for the calendars of telephones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace calendar {

struct Event {
    std::string uid; // the same each time, so that a calendar replaces what it has
    Instant begins;
    Instant ends;
    std::string summary;
    std::string place = {};
};

// `stamped`: when the file was made.
std::string write(const std::vector<Event>& events, Instant stamped);

// ---- its pieces

// Backslashes, semicolons, commas and line breaks of a text mean something there.
std::string escaped(std::string_view text);
// With CRLF at its end, and cut into pieces of at most 75 octets that go on after CRLF and a space;
// no character is cut in two.
std::string folded(std::string_view line);

} // namespace calendar
