// SPDX-License-Identifier: EUPL-1.2
// An e-mail that somebody pasted in, taken apart: the lines at its head that say from whom, about
// what and when, as mail programs write them in the network's languages, and the rest. What is not
// written there is not guessed; a worker looks at it before it becomes a report.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace reports {

struct EmailParts {
    std::optional<std::string> from_name;
    std::optional<std::string> from_address;
    std::optional<std::string> subject;
    std::optional<Instant> sent_at; // only where it is written as RFC 5322 has it
    std::string body;
};

EmailParts take_apart(std::string_view text);

// "Mon, 23 Nov 2026 21:15:00 +0100", with or without the weekday and the seconds.
std::optional<Instant> parse_email_date(std::string_view text);

} // namespace reports
