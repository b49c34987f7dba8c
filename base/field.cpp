// SPDX-License-Identifier: EUPL-1.2
#include "base/field.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace {

constexpr std::int64_t clock_tolerance_milliseconds = 5 * 60 * 1000;

std::string_view trimmed(std::string_view text)
{
    const auto begins = text.find_first_not_of(" \t\r\n");
    if (begins == std::string_view::npos)
        return {};
    return text.substr(begins, text.find_last_not_of(" \t\r\n") - begins + 1);
}

bool has_control_character(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') ||
               c == 0x7f;
    });
}

// "a, b, c …": enough to see what would have been right, short enough to read.
std::string some_codes(const std::vector<std::string>& codes)
{
    std::string names;
    for (std::size_t i = 0; i < codes.size() && i < 24; ++i)
        names += (i > 0 ? ", " : "") + codes[i];
    return codes.size() > 24 ? names + " …" : names;
}

bool expect_text(Reading& reading, const std::string& path, JsonView json, const char* expected)
{
    if (json.kind() == JsonView::Kind::text)
        return true;
    reading.wrong(path, "wrong_type", {{"expected", expected}});
    return false;
}

} // namespace

std::string_view name_of(Mark mark)
{
    switch (mark) {
    case Mark::open:
        return "open";
    case Mark::identity:
        return "identity";
    case Mark::health:
        return "health";
    case Mark::note:
        return "note";
    }
    return "";
}

void Reading::wrong(const std::string& path, std::string code, Facts facts)
{
    errors.push_back({path, std::move(code), std::move(facts)});
}

bool is_absent(JsonView json)
{
    return json.is_null() || (json.kind() == JsonView::Kind::text && trimmed(json.text()).empty());
}

void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                std::string& value)
{
    if (!expect_text(reading, path, json, "text"))
        return;
    const auto text = about.secret ? json.text() : trimmed(json.text());
    if (characters(text) > about.length_max)
        return reading.wrong(path, "too_long", {{"most", std::to_string(about.length_max)}});
    if (has_control_character(text))
        return reading.wrong(path, "control_character");
    if (about.list && !reading.lists.has(about.list, text))
        return reading.wrong(path, "unknown_code",
                             {{"value", std::string(text)},
                              {"expected", some_codes(reading.lists.codes(about.list))}});
    value = text;
}

void read_value(Reading& reading, const About&, const std::string& path, JsonView json, bool& value)
{
    if (json.kind() == JsonView::Kind::boolean)
        value = json.boolean();
    else if (reading.from_url && json.kind() == JsonView::Kind::text &&
             (json.text() == "true" || json.text() == "false"))
        value = json.text() == "true";
    else
        reading.wrong(path, "wrong_type", {{"expected", "true, false"}});
}

void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                std::int64_t& value)
{
    std::int64_t number = 0;
    bool good = json.kind() == JsonView::Kind::integer;
    if (good) {
        number = json.integer();
    } else if (reading.from_url && json.kind() == JsonView::Kind::text) {
        const auto text = json.text();
        const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
        good = end.ec == std::errc() && end.ptr == text.data() + text.size();
    }
    if (!good)
        return reading.wrong(path, "wrong_type", {{"expected", "1, 2, 3 …"}});
    if (number < about.least)
        return reading.wrong(path, "too_small", {{"least", std::to_string(about.least)}});
    if (number > about.most)
        return reading.wrong(path, "too_large", {{"most", std::to_string(about.most)}});
    value = number;
}

void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                int& value)
{
    About bounded = about;
    bounded.least = std::max<std::int64_t>(about.least, std::numeric_limits<int>::min());
    bounded.most = std::min<std::int64_t>(about.most, std::numeric_limits<int>::max());
    std::int64_t wide = 0;
    read_value(reading, bounded, path, json, wide);
    value = static_cast<int>(wide);
}

void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                double& value)
{
    double number = 0;
    bool good = json.kind() == JsonView::Kind::integer || json.kind() == JsonView::Kind::real;
    if (good) {
        number = json.real();
    } else if (reading.from_url && json.kind() == JsonView::Kind::text) {
        const auto text = json.text();
        const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
        good = end.ec == std::errc() && end.ptr == text.data() + text.size();
    }
    if (!good || !std::isfinite(number))
        return reading.wrong(path, "wrong_type", {{"expected", "1.5"}});
    if (number < static_cast<double>(about.least))
        return reading.wrong(path, "too_small", {{"least", std::to_string(about.least)}});
    if (number > static_cast<double>(about.most))
        return reading.wrong(path, "too_large", {{"most", std::to_string(about.most)}});
    value = number;
}

void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                Date& value)
{
    if (!expect_text(reading, path, json, "2026-11-23"))
        return;
    const auto date = parse_date(json.text());
    if (!date)
        return reading.wrong(path, "not_a_date", {{"expected", "2026-11-23"}});
    if (about.not_future && *date > local_date(reading.now))
        return reading.wrong(path, "in_the_future");
    value = *date;
}

void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                Instant& value)
{
    if (!expect_text(reading, path, json, "2026-11-23T21:15:00Z"))
        return;
    const auto instant = parse_instant(json.text());
    if (!instant)
        return reading.wrong(path, "not_an_instant", {{"expected", "2026-11-23T21:15:00Z"}});
    if (about.not_future &&
        instant->milliseconds > reading.now.milliseconds + clock_tolerance_milliseconds)
        return reading.wrong(path, "in_the_future");
    value = *instant;
}

void read_value(Reading& reading, const About&, const std::string& path, JsonView json, Uuid& value)
{
    constexpr auto expected = "01890a5d-ac96-774b-bcce-b302099a8057";
    if (!expect_text(reading, path, json, expected))
        return;
    const auto uuid = parse_uuid(json.text());
    if (!uuid || uuid->is_nil())
        return reading.wrong(path, "not_an_id", {{"expected", expected}});
    value = *uuid;
}

bool read_entries(Reading& reading, const About& about, const std::string& path, JsonView json,
                  std::vector<JsonView>& entries, std::vector<JsonDocument>& pieces)
{
    if (reading.from_url && json.kind() == JsonView::Kind::text) {
        std::string_view rest = json.text();
        while (!rest.empty()) {
            const auto comma = rest.find(',');
            std::string quoted;
            write_json(quoted, rest.substr(0, comma));
            pieces.push_back(JsonDocument::parse(quoted));
            rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        }
        for (const auto& piece : pieces)
            entries.push_back(piece.root());
    } else if (json.kind() == JsonView::Kind::list) {
        for (std::size_t i = 0; i < json.size(); ++i)
            entries.push_back(json.at(i));
    } else {
        reading.wrong(path, "wrong_type", {{"expected", "[…]"}});
        return false;
    }
    if (entries.size() > about.count_max) {
        reading.wrong(path, "too_many", {{"most", std::to_string(about.count_max)}});
        return false;
    }
    return true;
}

bool is_object(Reading& reading, const std::string& path, JsonView json)
{
    if (json.kind() == JsonView::Kind::object)
        return true;
    reading.wrong(path.empty() ? path : path.substr(0, path.size() - 1), "wrong_type",
                  {{"expected", "{…}"}});
    return false;
}

void refuse_unknown(Reading& reading, const std::string& path, JsonView json,
                    const std::vector<const char*>& known)
{
    json.each_member([&](std::string_view name, JsonView) {
        if (std::find(known.begin(), known.end(), name) != known.end())
            return;
        std::string names;
        for (const auto* one : known)
            names += (names.empty() ? "" : ", ") + std::string(one);
        reading.wrong(path + std::string(name), "unknown_field", {{"expected", names}});
    });
}

void write_value(std::string& out, double value)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value);
    out.append(text, end.ptr);
}

void write_value(std::string& out, Date value) { out += '"' + to_string(value) + '"'; }

void write_value(std::string& out, Instant value) { out += '"' + to_string(value) + '"'; }

void write_value(std::string& out, const Uuid& value) { out += '"' + to_string(value) + '"'; }

std::string Schemas::of_kind(Kind kind, const About& about)
{
    std::string out;
    JsonObject schema(out);
    switch (kind) {
    case Kind::text:
        schema.text("type", "string");
        if (!about.list)
            schema.number("maxLength", about.length_max);
        break;
    case Kind::boolean:
        schema.text("type", "boolean");
        break;
    case Kind::integer:
        schema.text("type", "integer");
        break;
    case Kind::real:
        schema.text("type", "number");
        break;
    case Kind::date:
        schema.text("type", "string");
        schema.text("format", "date");
        break;
    case Kind::instant:
        schema.text("type", "string");
        schema.text("format", "date-time");
        break;
    case Kind::id:
        schema.text("type", "string");
        schema.text("format", "uuid");
        break;
    case Kind::object:
        schema.text("type", "object");
        break;
    }
    if (about.least != std::numeric_limits<std::int64_t>::min())
        schema.number("minimum", about.least);
    if (about.most != std::numeric_limits<std::int64_t>::max())
        schema.number("maximum", about.most);
    if (about.list)
        schema.text("x-vocabulary", about.list);
    if (about.mark != Mark::open)
        schema.text("x-mark", name_of(about.mark));
    if (about.says)
        schema.text("description", about.says);
    schema.close();
    return out;
}

std::string Schemas::list_of(const std::string& entry, const About& about)
{
    return R"({"type":"array","maxItems":)" + std::to_string(about.count_max) + R"(,"items":)" +
           entry + "}";
}

bool Schemas::begun(const std::string& title)
{
    return std::any_of(schemas_.begin(), schemas_.end(),
                       [&](const auto& one) { return one.first == title; });
}

std::string Schemas::components() const
{
    auto sorted = schemas_;
    std::sort(sorted.begin(), sorted.end());
    std::string out;
    JsonObject object(out);
    for (const auto& [title, schema] : sorted)
        object.member(title) += schema;
    object.close();
    return out;
}

std::string Schemas::sample_of(Kind kind, const About& about, const Lists& lists)
{
    if (about.list) {
        const auto codes = lists.codes(about.list);
        std::string out;
        write_json(out, codes.empty() ? std::string() : codes.front());
        return out;
    }
    switch (kind) {
    case Kind::text:
        return "\"…\"";
    case Kind::boolean:
        return "true";
    case Kind::integer:
        return std::to_string(std::max<std::int64_t>(about.least, 1));
    case Kind::real:
        return "1.5";
    case Kind::date:
        return "\"2026-11-23\"";
    case Kind::instant:
        return "\"2026-11-23T21:15:00.000Z\"";
    case Kind::id:
        return "\"01890a5d-ac96-774b-bcce-b302099a8057\"";
    case Kind::object:
        return "{}";
    }
    return "null";
}
