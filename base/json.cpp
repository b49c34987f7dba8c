// SPDX-License-Identifier: EUPL-1.2
#include "base/json.h"

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

#include <charconv>

#include "base/problem.h"

namespace json = boost::json;

namespace {

using boost::system::error_code;
using Chars = json::string_view;

const json::value& value_of(const void* value) { return *static_cast<const json::value*>(value); }

// Makes values of what is parsed, as the parser of Boost.JSON does by itself, but reads numbers to
// their last digit: its own may be one bit off (until 1.82, where it has an option for that), and
// what is signed must be the same on both sides.
struct Values {
    static constexpr std::size_t max_object_size = json::object::max_size();
    static constexpr std::size_t max_array_size = json::array::max_size();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    json::value_stack stack;
    std::string number; // its first part, where a text ends with it

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return true; }
    bool on_object_end(std::size_t size, error_code&) { return stack.push_object(size), true; }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t size, error_code&) { return stack.push_array(size), true; }
    bool on_key_part(Chars part, std::size_t, error_code&) { return stack.push_chars(part), true; }
    bool on_key(Chars rest, std::size_t, error_code&) { return stack.push_key(rest), true; }
    bool on_string_part(Chars part, std::size_t, error_code&)
    {
        return stack.push_chars(part), true;
    }
    bool on_string(Chars rest, std::size_t, error_code&) { return stack.push_string(rest), true; }
    bool on_number_part(Chars part, error_code&) { return number.append(part), true; }
    bool on_int64(std::int64_t value, Chars, error_code&) { return stack.push_int64(value), true; }
    bool on_uint64(std::uint64_t value, Chars, error_code&)
    {
        return stack.push_uint64(value), true;
    }
    bool on_double(double value, Chars rest, error_code&)
    {
        number.append(rest);
        // Out of range it stays as it was read: infinite, or zero.
        std::from_chars(number.data(), number.data() + number.size(), value);
        number.clear();
        return stack.push_double(value), true;
    }
    bool on_bool(bool value, error_code&) { return stack.push_bool(value), true; }
    bool on_null(error_code&) { return stack.push_null(), true; }
    bool on_comment_part(Chars, error_code&) { return true; }
    bool on_comment(Chars, error_code&) { return true; }
};

} // namespace

JsonView::Kind JsonView::kind() const
{
    if (!value_)
        return Kind::null;
    switch (value_of(value_).kind()) {
    case json::kind::null:
        return Kind::null;
    case json::kind::bool_:
        return Kind::boolean;
    case json::kind::int64:
        return Kind::integer;
    case json::kind::uint64: // only beyond the range of int64
    case json::kind::double_:
        return Kind::real;
    case json::kind::string:
        return Kind::text;
    case json::kind::array:
        return Kind::list;
    case json::kind::object:
        return Kind::object;
    }
    return Kind::null;
}

bool JsonView::boolean() const
{
    ENSURE(kind() == Kind::boolean);
    return value_of(value_).get_bool();
}

std::int64_t JsonView::integer() const
{
    ENSURE(kind() == Kind::integer);
    return value_of(value_).get_int64();
}

double JsonView::real() const
{
    ENSURE(kind() == Kind::integer || kind() == Kind::real);
    return value_of(value_).to_number<double>();
}

std::string_view JsonView::text() const
{
    ENSURE(kind() == Kind::text);
    const auto& text = value_of(value_).get_string();
    return {text.data(), text.size()};
}

std::size_t JsonView::size() const
{
    if (kind() == Kind::list)
        return value_of(value_).get_array().size();
    if (kind() == Kind::object)
        return value_of(value_).get_object().size();
    return 0;
}

JsonView JsonView::at(std::size_t place) const
{
    ENSURE(kind() == Kind::list && place < size());
    return JsonView(&value_of(value_).get_array()[place]);
}

JsonView JsonView::member(std::string_view name) const
{
    if (kind() != Kind::object)
        return {};
    const auto* found = value_of(value_).get_object().if_contains({name.data(), name.size()});
    return found ? JsonView(found) : JsonView();
}

void JsonView::each_member(const std::function<void(std::string_view, JsonView)>& see) const
{
    ENSURE(kind() == Kind::object);
    for (const auto& member : value_of(value_).get_object())
        see({member.key().data(), member.key().size()}, JsonView(&member.value()));
}

struct JsonDocument::Inside {
    json::value root;
};

JsonDocument::JsonDocument(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
JsonDocument::~JsonDocument() = default;
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;

JsonDocument JsonDocument::parse(std::string_view text, std::size_t depth)
{
    json::parse_options options;
    options.max_depth = depth;
    json::basic_parser<Values> parser(options);
    auto& values = parser.handler();
    values.stack.reset();
    error_code error;
    const auto read = parser.write_some(false, text.data(), text.size(), error);
    const bool rest_is_space =
        error || text.substr(read).find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (error || !rest_is_space)
        throw Problem(400, "core.not_json", {{"at", std::to_string(read)}});
    return JsonDocument(std::make_unique<Inside>(Inside{values.stack.release()}));
}

JsonDocument JsonDocument::empty_object()
{
    return JsonDocument(std::make_unique<Inside>(Inside{json::object()}));
}

JsonView JsonDocument::root() const { return JsonView(&inside_->root); }

void JsonDocument::set(std::string_view name, std::string_view text)
{
    ENSURE(inside_->root.is_object());
    inside_->root.get_object()[{name.data(), name.size()}] =
        json::string_view(text.data(), text.size());
}

namespace {

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void write_escaped(std::string& out, char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    static constexpr std::string_view named = "\"\\\n\r\t";
    static constexpr std::string_view letters = "\"\\nrt";
    out += '\\';
    if (const auto place = named.find(c); place != std::string_view::npos) {
        out += letters[place];
        return;
    }
    out += "u00";
    out += hex[c >> 4];
    out += hex[c & 15];
}

} // namespace

void write_json(std::string& out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        const auto odd = std::find_if_not(text.begin(), text.end(), is_plain);
        out.append(text.begin(), odd);
        text.remove_prefix(static_cast<std::size_t>(odd - text.begin()));
        if (text.empty())
            break;
        write_escaped(out, text.front());
        text.remove_prefix(1);
    }
    out += '"';
}

std::string& JsonObject::member(std::string_view name)
{
    if (!first_)
        out_ += ',';
    first_ = false;
    write_json(out_, name);
    out_ += ':';
    return out_;
}
