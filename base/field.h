// SPDX-License-Identifier: EUPL-1.2
// Described values. A struct lists its fields once, in fields(); reading and checking JSON, writing
// it, rows of tables, OpenAPI, TypeScript and the inventory of personal data all follow from it.
//
//     struct OpenStay {
//         static constexpr const char* title = "OpenStay";
//         Id<Stay> id;
//         std::string kind;
//         std::optional<Date> ends_on;
//         std::optional<std::string> note;
//
//         static constexpr auto fields()
//         {
//             return std::tuple(field("id", &OpenStay::id),
//                               field("kind", &OpenStay::kind).one_of("stay_kind"),
//                               field("ends_on", &OpenStay::ends_on),
//                               field("note", &OpenStay::note).up_to(2000).sealed(Mark::note));
//         }
//     };
//
// Types: std::string, bool, int, std::int64_t, double, Date, Instant, Id<T>, another described
// struct; std::optional of those (may be left out); std::vector of those (may be left out: empty).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "base/id.h"
#include "base/json.h"
#include "base/problem.h"
#include "base/time.h"

// Why a field is sealed in the store, and what the inventory of personal data says of it. What is
// not open is sealed, is disclosed only with a purpose, and its reading is journaled.
enum class Mark : std::uint8_t {
    open,     // says nothing of who somebody is
    identity, // who somebody is: names, identifiers, telephone, date of birth
    health,   // special categories (art. 9 GDPR): health, vulnerabilities
    note,     // free text about a person
};

std::string_view name_of(Mark mark);

enum class Kind : std::uint8_t { text, boolean, integer, real, date, instant, id, object };

// What is said of a field apart from its type.
struct About {
    const char* name;
    const char* list = nullptr; // the vocabulary its codes come from
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::uint32_t length_max = 200; // characters of a text
    std::uint32_t count_max = 50;   // entries of a list
    Mark mark = Mark::open;
    bool not_future = false;
    bool secret = false;          // a password: never in a log, an example or a hash
    const char* sample = nullptr; // an example for OpenAPI and the generated tests, as JSON
    const char* says = nullptr;   // what it means, in English, for OpenAPI
};

template <class Struct, class Value> struct Field {
    About about;
    Value Struct::*member;

    // Codes of this vocabulary only.
    constexpr Field one_of(const char* list) const
    {
        Field copy = *this;
        copy.about.list = list;
        return copy;
    }
    // At most so many characters.
    constexpr Field up_to(std::uint32_t characters) const
    {
        Field copy = *this;
        copy.about.length_max = characters;
        return copy;
    }
    // At most so many entries.
    constexpr Field at_most(std::uint32_t entries) const
    {
        Field copy = *this;
        copy.about.count_max = entries;
        return copy;
    }
    constexpr Field between(std::int64_t least, std::int64_t most) const
    {
        Field copy = *this;
        copy.about.least = least;
        copy.about.most = most;
        return copy;
    }
    constexpr Field sealed(Mark mark) const
    {
        Field copy = *this;
        copy.about.mark = mark;
        return copy;
    }
    // A day or an instant that has been (an instant may be five minutes ahead: clocks of phones).
    constexpr Field not_future() const
    {
        Field copy = *this;
        copy.about.not_future = true;
        return copy;
    }
    constexpr Field secret() const
    {
        Field copy = *this;
        copy.about.secret = true;
        return copy;
    }
    constexpr Field sample(const char* json) const
    {
        Field copy = *this;
        copy.about.sample = json;
        return copy;
    }
    constexpr Field says(const char* english) const
    {
        Field copy = *this;
        copy.about.says = english;
        return copy;
    }
};

template <class Struct, class Value>
constexpr Field<Struct, Value> field(const char* name, Value Struct::*member)
{
    return {{.name = name}, member};
}

template <class T>
concept Described = requires
{
    T::fields();
};

// The description of T, once in the program, and not built anew wherever it is gone through.
template <Described T> inline constexpr auto fields_of = T::fields();

template <Described T, class See> constexpr void each_field(See&& see)
{
    std::apply([&](const auto&... one) { (see(one), ...); }, fields_of<T>);
}

template <class T> struct is_optional : std::false_type {
};
template <class T> struct is_optional<std::optional<T>> : std::true_type {
};
template <class T> struct is_vector : std::false_type {
};
template <class T> struct is_vector<std::vector<T>> : std::true_type {
};
template <class T> struct is_id : std::false_type {
};
template <class T> struct is_id<Id<T>> : std::true_type {
};

template <class T> constexpr Kind kind_of()
{
    if constexpr (std::is_same_v<T, bool>)
        return Kind::boolean;
    else if constexpr (std::is_integral_v<T>)
        return Kind::integer;
    else if constexpr (std::is_same_v<T, double>)
        return Kind::real;
    else if constexpr (std::is_same_v<T, Date>)
        return Kind::date;
    else if constexpr (std::is_same_v<T, Instant>)
        return Kind::instant;
    else if constexpr (is_id<T>::value)
        return Kind::id;
    else if constexpr (Described<T>)
        return Kind::object;
    else {
        static_assert(std::is_same_v<T, std::string>, "not a type that a field may have");
        return Kind::text;
    }
}

// Does the value, or one inside it, say who somebody is?
template <Described T> constexpr bool discloses_person();

template <class T> constexpr bool value_discloses()
{
    if constexpr (is_optional<T>::value || is_vector<T>::value)
        return value_discloses<typename T::value_type>();
    else if constexpr (Described<T>)
        return discloses_person<T>();
    else
        return false;
}

template <Described T> constexpr bool discloses_person()
{
    bool discloses = false;
    each_field<T>([&]<class S, class V>(const Field<S, V>& one) {
        discloses |= one.about.mark != Mark::open || value_discloses<V>();
    });
    return discloses;
}

// ---- reading

// The vocabularies, as reading needs them; core/catalogue.h has them.
class Lists {
public:
    virtual ~Lists() = default;
    virtual bool has(std::string_view list, std::string_view code) const = 0;
    // For the sentence that says what would have been right.
    virtual std::vector<std::string> codes(std::string_view list) const = 0;
};

// One reading of an input: collects every wrong field.
struct Reading {
    const Lists& lists;
    Instant now;
    // Values from a URL are all texts: "50" is a number there, and "a,b" a list.
    bool from_url = false;
    std::vector<FieldError> errors;

    void wrong(const std::string& path, std::string code, Facts facts = {});
};

void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                std::string& value);
void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                bool& value);
void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                std::int64_t& value);
void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                double& value);
void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                Date& value);
void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                Instant& value);
void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                Uuid& value);
void read_value(Reading& reading, const About& about, const std::string& path, JsonView json,
                int& value);

template <Described T>
void read_object(Reading& reading, const std::string& path, JsonView json, T& value);

template <Described T>
void read_value(Reading& reading, const About&, const std::string& path, JsonView json, T& value)
{
    read_object(reading, path + ".", json, value);
}

// An absent value: null, or a text of spaces only.
bool is_absent(JsonView json);
// The entries of a list; from a URL, the pieces between commas. False: not a list, or too many.
bool read_entries(Reading& reading, const About& about, const std::string& path, JsonView json,
                  std::vector<JsonView>& entries, std::vector<JsonDocument>& pieces);

template <class V>
void read_member(Reading& reading, const About& about, const std::string& path, JsonView json,
                 V& value)
{
    if constexpr (is_vector<V>::value) {
        std::vector<JsonView> entries;
        std::vector<JsonDocument> pieces;
        if (is_absent(json) || !read_entries(reading, about, path, json, entries, pieces))
            return;
        value.resize(entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i)
            read_value(reading, about, path + "[" + std::to_string(i) + "]", entries[i], value[i]);
    } else if constexpr (is_optional<V>::value) {
        if (!is_absent(json))
            read_value(reading, about, path, json, value.emplace());
    } else {
        if (is_absent(json))
            reading.wrong(path, "required");
        else
            read_value(reading, about, path, json, value);
    }
}

bool is_object(Reading& reading, const std::string& path, JsonView json);
void refuse_unknown(Reading& reading, const std::string& path, JsonView json,
                    const std::vector<const char*>& known);

// `path` is "" for the whole input, "new_person." inside it.
template <Described T>
void read_object(Reading& reading, const std::string& path, JsonView json, T& value)
{
    if (!is_object(reading, path, json))
        return;
    std::vector<const char*> known;
    each_field<T>([&](const auto& one) {
        known.push_back(one.about.name);
        read_member(reading, one.about, path + one.about.name, json.member(one.about.name),
                    value.*one.member);
    });
    refuse_unknown(reading, path, json, known);
}

// Throws Problem(422, "core.input_invalid") with every wrong field.
template <Described T> T read_input(Reading& reading, JsonView json)
{
    T value{};
    read_object(reading, "", json, value);
    if (!reading.errors.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(reading.errors));
    return value;
}

// ---- writing

inline void write_value(std::string& out, const std::string& value) { write_json(out, value); }
inline void write_value(std::string& out, bool value) { out += value ? "true" : "false"; }
inline void write_value(std::string& out, int value) { out += std::to_string(value); }
inline void write_value(std::string& out, std::int64_t value) { out += std::to_string(value); }
void write_value(std::string& out, double value);
void write_value(std::string& out, Date value);
void write_value(std::string& out, Instant value);
void write_value(std::string& out, const Uuid& value);

template <Described T> void write_value(std::string& out, const T& value);
template <class T> void write_value(std::string& out, const std::vector<T>& values)
{
    out += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0)
            out += ',';
        write_value(out, values[i]);
    }
    out += ']';
}

// What is absent is left out.
template <Described T> void write_value(std::string& out, const T& value)
{
    JsonObject object(out);
    each_field<T>([&]<class S, class V>(const Field<S, V>& one) {
        const auto& member = value.*one.member;
        if constexpr (is_optional<V>::value) {
            if (member)
                write_value(object.member(one.about.name), *member);
        } else {
            write_value(object.member(one.about.name), member);
        }
    });
    object.close();
}

template <class T> std::string to_json(const T& value)
{
    std::string out;
    write_value(out, value);
    return out;
}

// ---- describing

// JSON Schema (2020-12, as OpenAPI 3.1 has it) of described structs, each once, under its title.
class Schemas {
public:
    // Adds T and what is inside it; answers its title.
    template <Described T> std::string add();
    // {"Title": {…}, …}
    std::string components() const;
    // A field alone, for a parameter of a path or a query.
    template <class V> static std::string of_value(const About& about);
    // An example of an input, from the samples of its fields; optional fields without one are left
    // out.
    template <Described T> static std::string example(const Lists& lists);

private:
    static std::string of_kind(Kind kind, const About& about);
    static std::string list_of(const std::string& entry, const About& about);
    static std::string sample_of(Kind kind, const About& about, const Lists& lists);

    std::vector<std::pair<std::string, std::string>> schemas_;
    bool begun(const std::string& title);
};

template <class V> std::string Schemas::of_value(const About& about)
{
    if constexpr (is_optional<V>::value)
        return of_value<typename V::value_type>(about);
    else if constexpr (is_vector<V>::value)
        return list_of(of_value<typename V::value_type>(about), about);
    else if constexpr (Described<V>)
        return std::string(R"({"$ref":"#/components/schemas/)") + V::title + "\"}";
    else
        return of_kind(kind_of<V>(), about);
}

template <Described T> [[gnu::cold]] std::string Schemas::add()
{
    if (begun(T::title))
        return T::title;
    std::string properties = "{";
    std::string required = "[";
    each_field<T>([&]<class S, class V>(const Field<S, V>& one) {
        if (properties.size() > 1)
            properties += ',';
        write_json(properties, one.about.name);
        properties += ':' + of_value<V>(one.about);
        if constexpr (!is_optional<V>::value && !is_vector<V>::value) {
            if (required.size() > 1)
                required += ',';
            write_json(required, one.about.name);
        }
        using Inner = typename std::conditional_t<is_optional<V>::value || is_vector<V>::value, V,
                                                  std::optional<V>>::value_type;
        if constexpr (Described<Inner>)
            add<Inner>();
    });
    std::string schema =
        R"({"type":"object","additionalProperties":false,"properties":)" + properties + "}";
    if (required.size() > 1)
        schema += R"(,"required":)" + required + "]";
    schema += '}';
    schemas_.emplace_back(T::title, std::move(schema));
    return T::title;
}

template <Described T> [[gnu::cold]] std::string Schemas::example(const Lists& lists)
{
    std::string out;
    JsonObject object(out);
    each_field<T>([&]<class S, class V>(const Field<S, V>& one) {
        const bool optional = is_optional<V>::value || is_vector<V>::value;
        if (optional && !one.about.sample)
            return;
        if (one.about.sample) {
            object.member(one.about.name) += one.about.sample;
            return;
        }
        if constexpr (Described<V>)
            object.member(one.about.name) += example<V>(lists);
        else if constexpr (!is_optional<V>::value && !is_vector<V>::value)
            object.member(one.about.name) += sample_of(kind_of<V>(), one.about, lists);
    });
    object.close();
    return out;
}

// ---- the inventory of personal data

struct MarkedField {
    std::string title;
    std::string field;
    Mark mark;
};

template <Described T> void list_marked(std::vector<MarkedField>& found)
{
    each_field<T>([&](const auto& one) {
        if (one.about.mark != Mark::open)
            found.push_back({T::title, one.about.name, one.about.mark});
    });
}
