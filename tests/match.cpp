// SPDX-License-Identifier: EUPL-1.2
// How an answer is compared with what a talk expects of it.
#include "tests/talk.h"

namespace talk {

namespace {

// The words of a talk inside JSON become texts that begin with this, which no answer's text does.
constexpr char word_mark = '\x01';

bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

// JSON in which absent, any, ... and $name are texts.
std::string as_json(const std::string& expected)
{
    std::string json;
    for (std::size_t i = 0; i < expected.size();) {
        const auto begun = i;
        if (expected[i] == '"') {
            for (++i; i < expected.size() && expected[i] != '"'; ++i)
                i += expected[i] == '\\';
            json += expected.substr(begun, ++i - begun);
            continue;
        }
        std::string word;
        if (expected.compare(i, 3, "...") == 0)
            word = "...";
        else if ((expected[i] >= 'a' && expected[i] <= 'z') || expected[i] == '$')
            for (auto end = i; end < expected.size() && is_word_byte(expected[end]); ++end)
                word += expected[end];
        if (word == "..." || word == "absent" || word == "any" || word.starts_with("$")) {
            json += "\"\\u0001" + word + "\"";
            i += word.size();
        } else if (!word.empty()) {
            json += word;
            i += word.size();
        } else {
            json += expected[i++];
        }
    }
    return json;
}

// The word that stands here; "" where a plain value stands.
std::string_view word_of(JsonView expected)
{
    if (expected.kind() != JsonView::Kind::text || !expected.text().starts_with(word_mark))
        return {};
    return expected.text().substr(1);
}

std::string shown(JsonView value)
{
    using Kind = JsonView::Kind;
    std::string quoted;
    switch (value.kind()) {
    case Kind::null:
        return "nothing";
    case Kind::boolean:
        return value.boolean() ? "true" : "false";
    case Kind::integer:
        return std::to_string(value.integer());
    case Kind::real:
        return std::to_string(value.real());
    case Kind::text:
        write_json(quoted, value.text());
        return quoted;
    case Kind::list:
        return "a list of " + std::to_string(value.size());
    case Kind::object:
        return "an object";
    }
    return quoted;
}

bool is_number(JsonView value)
{
    return value.kind() == JsonView::Kind::integer || value.kind() == JsonView::Kind::real;
}

class Comparison {
public:
    explicit Comparison(std::map<std::string, std::string>& kept) : kept_(kept) {}

    void compare(JsonView expected, JsonView actual, const std::string& path)
    {
        if (const auto word = word_of(expected); !word.empty())
            return compare_word(word, actual, path);
        if (expected.kind() == JsonView::Kind::object && actual.kind() == JsonView::Kind::object)
            return expected.each_member([&](std::string_view name, JsonView value) {
                compare(value, actual.member(name),
                        (path.empty() ? "" : path + ".") + std::string(name));
            });
        if (expected.kind() == JsonView::Kind::list && actual.kind() == JsonView::Kind::list)
            return compare_lists(expected, actual, path);
        if (!is_same(expected, actual))
            differ(shown(expected), actual, path);
    }

    std::vector<std::string> differences;

private:
    void compare_word(std::string_view word, JsonView actual, const std::string& path)
    {
        if (word == "absent") {
            if (!actual.is_null())
                differ("absent", actual, path);
        } else if (word == "...") {
            differ("... only at an end of a list", actual, path);
        } else if (actual.is_null()) {
            differ("anything", actual, path);
        } else if (word.starts_with("$")) {
            keep(std::string(word.substr(1)), actual, path);
        }
    }

    // The first time a $name takes what stands there; afterwards it must stand there again.
    void keep(const std::string& name, JsonView actual, const std::string& path)
    {
        const auto value =
            actual.kind() == JsonView::Kind::text ? std::string(actual.text()) : shown(actual);
        const auto [known, is_new] = kept_.emplace(name, value);
        if (!is_new && known->second != value)
            differ("$" + name + " (" + known->second + ")", actual, path);
    }

    void compare_lists(JsonView expected, JsonView actual, const std::string& path)
    {
        auto size = expected.size();
        if (size > 1 && word_of(expected.at(0)) == "...")
            return compare_among(expected, actual, path);
        const bool open = size > 0 && word_of(expected.at(size - 1)) == "...";
        size -= open ? 1 : 0;
        if (open ? actual.size() < size : actual.size() != size)
            differ(std::string(open ? "at least " : "") + std::to_string(size) + " entries", actual,
                   path);
        for (std::size_t i = 0; i < std::min(size, actual.size()); ++i)
            compare(expected.at(i), actual.at(i), path + "[" + std::to_string(i) + "]");
    }

    // [..., a, b, ...]: these come in this order, and others may stand before and between them.
    void compare_among(JsonView expected, JsonView actual, const std::string& path)
    {
        const bool open = word_of(expected.at(expected.size() - 1)) == "...";
        std::size_t next = 0;
        for (std::size_t i = 1; i < expected.size() - (open ? 1 : 0); ++i) {
            while (next < actual.size() && !is_alike(expected.at(i), actual.at(next)))
                ++next;
            if (next++ == actual.size())
                return differ("an entry like number " + std::to_string(i), actual, path);
        }
        if (!open && next != actual.size())
            differ("nothing after that entry", actual, path);
    }

    bool is_alike(JsonView expected, JsonView actual)
    {
        auto kept = kept_;
        Comparison trial(kept);
        trial.compare(expected, actual, "");
        if (!trial.differences.empty())
            return false;
        kept_ = std::move(kept);
        return true;
    }

    static bool is_same(JsonView expected, JsonView actual)
    {
        if (is_number(expected) && is_number(actual))
            return expected.real() == actual.real();
        if (expected.kind() != actual.kind())
            return false;
        switch (expected.kind()) {
        case JsonView::Kind::null:
            return true;
        case JsonView::Kind::boolean:
            return expected.boolean() == actual.boolean();
        case JsonView::Kind::text:
            return expected.text() == actual.text();
        default:
            return false; // a list or an object, where the other is of another kind
        }
    }

    void differ(const std::string& expected, JsonView actual, const std::string& path)
    {
        differences.push_back((path.empty() ? "the answer" : path) + ": expected " + expected +
                              ", got " + shown(actual));
    }

    std::map<std::string, std::string>& kept_;
};

} // namespace

std::vector<std::string> differences(const std::string& expected, const std::string& actual,
                                     std::map<std::string, std::string>& kept)
{
    const auto wanted = JsonDocument::parse(as_json(expected));
    auto given = JsonDocument::empty_object();
    try {
        given = JsonDocument::parse(actual);
    } catch (const std::exception&) {
        return {"the answer is no JSON: " + (actual.empty() ? "it is empty" : actual)};
    }
    Comparison comparison(kept);
    comparison.compare(wanted.root(), given.root(), "");
    return std::move(comparison.differences);
}

} // namespace talk
