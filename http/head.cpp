// SPDX-License-Identifier: EUPL-1.2
#include "http/head.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace http {

namespace {

// Every answer: it is only what it says it is, and a page may use nothing but our own server. JSON
// and pictures carry the policy too, because a browser may be sent to them directly.
constexpr std::string_view for_every_answer =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Content-Security-Policy: default-src 'self'; img-src 'self' data:; style-src 'self'; "
    "script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'; object-src 'none'\r\n";

// Pages: no other window holds on to ours, and no device is asked for; not the position either,
// since where somebody was met is written down as a district.
constexpr std::string_view for_pages =
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\r\n";

// A line break in a value would let whoever chose the value write headers of their own.
void append_clean(std::string& head, std::string_view text)
{
    for (const char c : text)
        head += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? ' ' : c;
}

void append_header(std::string& head, std::string_view name, std::string_view value)
{
    append_clean(head, name);
    head += ": ";
    append_clean(head, value);
    head += "\r\n";
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

std::string make_head(const core::Response& response, std::string_view date, Afterwards then)
{
    std::string head;
    head.reserve(1024);
    head += "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head += reason_of(response.status);
    head += "\r\n";
    append_header(head, "Date", date);
    if (has_body(response.status)) {
        append_header(head, "Content-Type", response.content_type);
        append_header(head, "Content-Length", std::to_string(response.body.size()));
    }
    for (const auto& [name, value] : response.headers)
        append_header(head, name, value);

    // What nobody thought about is about persons: no copy of it stays anywhere.
    if (!has_header(response, "Cache-Control"))
        append_header(head, "Cache-Control", "no-store");
    head += for_every_answer;
    if (response.content_type.starts_with("text/html"))
        head += for_pages;
    if (then == Afterwards::close)
        append_header(head, "Connection", "close");
    head += "\r\n";
    return head;
}

std::string http_date(std::time_t time)
{
    // Not strftime: the names are English whatever the locale of the machine.
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[utc.tm_wday], utc.tm_mday, months[utc.tm_mon], utc.tm_year + 1900,
                  utc.tm_hour, utc.tm_min, utc.tm_sec);
    return text.data();
}

std::string_view reason_of(int status)
{
    struct Reason {
        int status;
        std::string_view words;
    };
    static constexpr Reason reasons[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
    };
    const auto found = std::ranges::find(reasons, status, &Reason::status);
    return found == std::end(reasons) ? "Status" : found->words;
}

bool has_body(int status) { return status != 204 && status != 304; }

bool same_name(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, {}, lower, lower);
}

bool has_header(const core::Response& response, std::string_view name)
{
    return std::ranges::any_of(response.headers,
                               [&](const auto& header) { return same_name(header.first, name); });
}

} // namespace http
