// SPDX-License-Identifier: EUPL-1.2
#include "base/calendar.h"

namespace calendar {

namespace {

constexpr std::size_t octets_max = 75; // of a line, without its end

// "20261123T211500Z", of "2026-11-23T21:15:00.000Z".
std::string stamp(Instant instant)
{
    std::string digits;
    for (const char c : to_string(instant).substr(0, 19))
        if (c != '-' && c != ':')
            digits += c;
    return digits + "Z";
}

// The first octet of a character begins otherwise than those that follow in it (RFC 3629).
bool goes_on(char octet) { return (static_cast<unsigned char>(octet) & 0xc0U) == 0x80U; }

} // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\r')
            continue;
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',')
            out += '\\';
        out += c;
    }
    return out;
}

std::string folded(std::string_view line)
{
    std::string out;
    std::size_t room = octets_max;
    while (line.size() > room) {
        auto cut = room;
        while (cut > 0 && goes_on(line[cut]))
            --cut;
        if (cut == 0) // no UTF-8: cut anyhow, rather than never end
            cut = room;
        out += line.substr(0, cut);
        out += "\r\n ";
        line.remove_prefix(cut);
        room = octets_max - 1; // the space counts
    }
    out += line;
    return out + "\r\n";
}

std::string write(const std::vector<Event>& events, Instant stamped)
{
    std::string out = folded("BEGIN:VCALENDAR") + folded("VERSION:2.0") +
                      folded("PRODID:-//lgnet//lgnet//IT") + folded("METHOD:PUBLISH");
    for (const auto& event : events) {
        out += folded("BEGIN:VEVENT");
        out += folded("UID:" + escaped(event.uid));
        out += folded("DTSTAMP:" + stamp(stamped));
        out += folded("DTSTART:" + stamp(event.begins));
        out += folded("DTEND:" + stamp(event.ends));
        out += folded("SUMMARY:" + escaped(event.summary));
        if (!event.place.empty())
            out += folded("LOCATION:" + escaped(event.place));
        out += folded("CLASS:PRIVATE");
        out += folded("END:VEVENT");
    }
    return out + folded("END:VCALENDAR");
}

} // namespace calendar
