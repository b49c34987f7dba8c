// SPDX-License-Identifier: EUPL-1.2
#include "http/encoding.h"

#include <algorithm>
#include <limits>

#include <zlib.h>

#include "base/problem.h"
#include "http/head.h"

namespace http {

namespace {

// Below this the answer fits in two packets anyway.
constexpr std::size_t worth_compressing_bytes = 2048;
// A fast level: an answer is made once for one reader, so time weighs more than the last bytes.
constexpr int compression_level = 3;

std::string_view trimmed(std::string_view text)
{
    const auto begins = text.find_first_not_of(" \t");
    if (begins == std::string_view::npos)
        return {};
    return text.substr(begins, text.find_last_not_of(" \t") - begins + 1);
}

// ";q=0", ";q=0.000": named in order to be refused.
bool weighs_nothing(std::string_view parameters)
{
    const auto weight = parameters.find("q=");
    return weight != std::string_view::npos &&
           trimmed(parameters.substr(weight + 2)).find_first_not_of("0.") == std::string_view::npos;
}

bool is_text(std::string_view content_type)
{
    return content_type.starts_with("application/json") || content_type.starts_with("text/");
}

} // namespace

bool accepts_coding(std::string_view accept_encoding, std::string_view coding)
{
    while (!accept_encoding.empty()) {
        const auto ends = std::min(accept_encoding.find(','), accept_encoding.size());
        const auto one = accept_encoding.substr(0, ends);
        const auto name_ends = std::min(one.find(';'), one.size());
        if (same_name(trimmed(one.substr(0, name_ends)), coding))
            return !weighs_nothing(one.substr(name_ends));
        accept_encoding.remove_prefix(std::min(ends + 1, accept_encoding.size()));
    }
    return false;
}

std::string gzip(std::string_view text)
{
    ENSURE(text.size() <= std::numeric_limits<uInt>::max());
    z_stream stream{};
    const int gzip_window_bits = 15 + 16;
    ENSURE(deflateInit2(&stream, compression_level, Z_DEFLATED, gzip_window_bits, 8,
                        Z_DEFAULT_STRATEGY) == Z_OK);

    std::string small(deflateBound(&stream, text.size()), '\0');
    // zlib reads only; its interface is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(small.data());
    stream.avail_out = static_cast<uInt>(small.size());
    const int outcome = deflate(&stream, Z_FINISH);
    small.resize(stream.total_out);
    deflateEnd(&stream);
    ENSURE(outcome == Z_STREAM_END);
    return small;
}

void compress(core::Response& response, bool takes_gzip)
{
    // What has an ETag is a file, already in the coding that its tag stands for.
    if (response.body.size() < worth_compressing_bytes || !is_text(response.content_type) ||
        has_header(response, "Content-Encoding") || has_header(response, "ETag"))
        return;

    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!takes_gzip)
        return;
    response.body = gzip(response.body);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

} // namespace http
