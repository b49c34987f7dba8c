// SPDX-License-Identifier: EUPL-1.2
// An act is one thing that somebody may ask of the house: its name, its route, who may, the
// function. The name is also its permission, its journal line, its label and its operationId.
//
//     act("housing.open_stay", "POST /api/housing/stays", may(social_worker), open_stay)
//
// The function is `Out f(Context&, const In&)`, `Out f(Context&)`, or either with void. In is a
// described struct filled from the body, the {places} of the route and the query together; Out is a
// described struct. What the description of In and Out says decides the rest: an Out with fields
// that are not open discloses a person, so it needs a purpose and its reading is journaled.
//
// An act with slow work that needs no writer (the hashing of a password) names it as a further
// function, `void before(Context&, In&)`: it runs on a reading thread before the act is queued, and
// leaves what it found in members of In that are not among its fields.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "core/actor.h"
#include "core/context.h"

namespace core {

// An input that has been read and checked, ready to be done (more than once, should a batch be
// redone).
struct Wish {
    std::function<std::string(Context&)> act; // answers JSON; empty for no content
    std::function<void(Context&)> before;     // what may take long, before it; mostly nothing
    std::optional<Uuid> id;                   // the "id" of the input: the thing the act is about
    std::optional<Uuid> person;               // the "person" of the input
    std::string text; // the input as JSON again, for the receipt; without secrets
};

// What is known of the type of an input or an answer.
struct Shape {
    std::string title;                      // empty: there is none
    std::string (*add)(Schemas&) = nullptr; // adds the schema
    std::string (*example)(const Lists&) = nullptr;
    void (*marked)(std::vector<MarkedField>&) = nullptr;
    // name, schema, required: the members, to tell places of the route and query from the body
    struct Member {
        std::string name;
        std::string schema;
        bool required = false;
    };
    std::vector<Member> members;
};

// The store on which an act is at home.
enum class Where { city, network, both };

struct Act {
    std::string name;   // "housing.open_stay"
    std::string method; // "POST"
    std::string path;   // "/api/housing/stays/{id}"
    Roles who;
    bool guests = false;    // may be asked without an account
    bool writes = false;    // runs on the writer; else on a read connection
    bool discloses = false; // answers with a person's data
    bool receipts = false;  // repeating it with the same id answers as the first time
    // Where it may be asked, if not everywhere its module lives.
    std::optional<Where> only_on;
    // For guests: which store a request is for; nullopt: no such place.
    std::function<std::optional<std::string>(JsonView)> store_of;

    Shape input;
    Shape output;
    std::function<Wish(Reading&, JsonView)> read;

    // The act changes nothing although it is a POST: a search whose words must not be in a URL.
    Act reads_only() const
    {
        Act copy = *this;
        copy.writes = false;
        copy.receipts = false;
        return copy;
    }
    // Guests may ask it too, on the store that the input names.
    Act for_guests(std::function<std::optional<std::string>(JsonView)> store) const
    {
        Act copy = *this;
        copy.guests = true;
        copy.store_of = std::move(store);
        copy.receipts = false;
        return copy;
    }
    // The answer holds a secret that is shown once: it is not kept to be given again.
    Act without_receipt() const
    {
        Act copy = *this;
        copy.receipts = false;
        return copy;
    }
    Act on(Where where) const
    {
        Act copy = *this;
        copy.only_on = where;
        return copy;
    }
    // What is answered is the actor's own (the session): no purpose is asked, nothing is journaled.
    Act of_oneself() const
    {
        Act copy = *this;
        copy.discloses = false;
        return copy;
    }
};

namespace detail {

template <class T> struct Signature;
template <class O, class I> struct Signature<O (*)(Context&, const I&)> {
    using Out = O;
    using In = I;
};
template <class O> struct Signature<O (*)(Context&)> {
    using Out = O;
    using In = void;
};

template <Described T> Shape describe_type()
{
    Shape type;
    type.title = T::title;
    type.add = [](Schemas& schemas) { return schemas.add<T>(); };
    type.example = [](const Lists& lists) { return Schemas::example<T>(lists); };
    type.marked = [](std::vector<MarkedField>& found) { list_marked<T>(found); };
    each_field<T>([&]<class S, class V>(const Field<S, V>& one) {
        type.members.push_back({one.about.name, Schemas::of_value<V>(one.about),
                                !is_optional<V>::value && !is_vector<V>::value});
    });
    return type;
}

template <class V> std::optional<Uuid> uuid_in(const V& value)
{
    if constexpr (is_optional<V>::value)
        return value ? uuid_in(*value) : std::nullopt;
    else if constexpr (is_id<V>::value)
        return static_cast<const Uuid&>(value);
    else
        return std::nullopt;
}

template <class In> std::optional<Uuid> member_uuid(const In& input, std::string_view name)
{
    std::optional<Uuid> found;
    each_field<In>([&](const auto& one) {
        if (one.about.name == name)
            found = uuid_in(input.*one.member);
    });
    return found;
}

template <class In> constexpr bool has_field(std::string_view name)
{
    bool has = false;
    each_field<In>([&](const auto& one) { has |= one.about.name == name; });
    return has;
}

// The input without its secrets.
template <class In> std::string receipt_text(const In& input)
{
    std::string out;
    JsonObject object(out);
    each_field<In>([&]<class S, class V>(const Field<S, V>& one) {
        if (one.about.secret)
            return;
        if constexpr (is_optional<V>::value) {
            if (input.*one.member)
                write_value(object.member(one.about.name), *(input.*one.member));
        } else {
            write_value(object.member(one.about.name), input.*one.member);
        }
    });
    object.close();
    return out;
}

template <class Out> std::string answer_json(Context& context, const Out& answer)
{
    if constexpr (has_field<Out>("person"))
        if (const auto person = member_uuid(answer, "person"))
            context.concerns(*person);
    return to_json(answer);
}

} // namespace detail

template <class Function, class Before = std::nullptr_t>
Act act(std::string_view name, std::string_view route, Roles who, Function function,
        Before before = nullptr)
{
    using Out = typename detail::Signature<Function>::Out;
    using In = typename detail::Signature<Function>::In;

    Act made;
    made.name = name;
    const auto space = route.find(' ');
    ENSURE(space != std::string_view::npos);
    made.method = route.substr(0, space);
    made.path = route.substr(route.find_first_not_of(' ', space));
    made.who = who;
    made.writes = made.method != "GET";
    if constexpr (!std::is_void_v<Out>) {
        made.output = detail::describe_type<Out>();
        made.discloses = discloses_person<Out>();
    }
    if constexpr (!std::is_void_v<In>) {
        made.input = detail::describe_type<In>();
        // An id in the body, not in the route: the client made it for a new thing.
        made.receipts = made.method == "POST" && detail::has_field<In>("id") &&
                        made.path.find("{id}") == std::string::npos;
    }

    made.read = [function, before](Reading& reading, JsonView json) {
        Wish wish;
        if constexpr (std::is_void_v<In>) {
            if (is_object(reading, "", json))
                refuse_unknown(reading, "", json, {});
            if (!reading.errors.empty())
                throw Problem(422, "core.input_invalid", {}, std::move(reading.errors));
            wish.act = [function](Context& context) -> std::string {
                if constexpr (std::is_void_v<Out>) {
                    function(context);
                    return {};
                } else
                    return detail::answer_json(context, function(context));
            };
        } else {
            auto input = std::make_shared<In>(read_input<In>(reading, json));
            wish.id = detail::member_uuid(*input, "id");
            wish.person = detail::member_uuid(*input, "person");
            wish.text = detail::receipt_text(*input);
            if constexpr (!std::is_null_pointer_v<Before>)
                wish.before = [before, input](Context& context) { before(context, *input); };
            wish.act = [function, input](Context& context) -> std::string {
                if constexpr (std::is_void_v<Out>) {
                    function(context, *input);
                    return {};
                } else
                    return detail::answer_json(context, function(context, *input));
            };
        }
        return wish;
    };
    return made;
}

} // namespace core
