// SPDX-License-Identifier: EUPL-1.2
// Content codings (gzip, br): what the client takes, and making a large answer smaller.
#pragma once

#include <string>
#include <string_view>

#include "core/request.h"

namespace http {

// Does the Accept-Encoding header name this coding, with a weight above zero?
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

std::string gzip(std::string_view text);

// Text of some size is sent as gzip to who takes it; all else stays as it is.
void compress(core::Response& response, bool takes_gzip);

} // namespace http
