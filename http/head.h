// SPDX-License-Identifier: EUPL-1.2
// The head of an answer: status line and headers, those that every answer carries included.
#pragma once

#include <ctime>
#include <string>
#include <string_view>

#include "core/request.h"

namespace http {

enum class Afterwards { keep_open, close };

// `date` as http_date writes it.
std::string make_head(const core::Response& response, std::string_view date, Afterwards then);

// "Mon, 23 Nov 2026 21:15:00 GMT"
std::string http_date(std::time_t time);

// "Not Found"; "Status" for a code that we never use.
std::string_view reason_of(int status);

// 204 and 304 end with their head.
bool has_body(int status);

// Header names do not care about upper and lower case.
bool same_name(std::string_view one, std::string_view other);
bool has_header(const core::Response& response, std::string_view name);

} // namespace http
