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
//
// An act may also say what is done when it is refused: `Out otherwise(Context&, const In&, const
// Problem&)` runs after the rollback, in a unit of work of its own, and throws the problem again
// where there is nothing to do (what a phone sends is kept aside rather than lost).
//
// An act that speaks no JSON answers Bytes, and takes() says what its body is; the function finds
// the body in context.request.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/field.h"
#include "core/actor.h"
#include "core/context.h"

namespace core {

// What an act answers that is no described value.
struct Bytes {
    std::string bytes;
    std::string type = "application/octet-stream";
    int status = 200;
};

// What came of an act: JSON, or bytes of some type; an empty text is no content.
struct Answer {
    std::string text;
    std::string type; // empty: JSON
    int status = 0;   // 0: the usual one
};

// An input that has been read and checked, ready to be done (more than once, should a batch be
// redone).
struct Wish {
    std::function<Answer(Context&)> act;
    std::function<void(Context&)> before; // what may take long, before it; mostly nothing
    std::function<Answer(Context&, const Problem&)> otherwise; // when it is refused; mostly nothing
    std::optional<Uuid> id;     // the "id" of the input: the thing the act is about
    std::optional<Uuid> person; // the "person" of the input
    std::string text;           // the input as JSON again, for the receipt; without secrets
};

// What is known of the type of an input or an answer.
struct Shape {
    std::string title;                      // empty: there is none
    std::string (*add)(Schemas&) = nullptr; // adds the schema
    std::string (*example)(const Lists&) = nullptr;
    void (*marked)(std::vector<MarkedField>&) = nullptr;
    // The members: to tell places of the route and query from the body, and to make forms.
    struct Member {
        std::string name;
        std::string schema;
        bool required = false;
        Kind kind = Kind::text;
        bool many = false; // a list of them
        About about;
    };
    std::vector<Member> members;
};

// A body that is not JSON.
struct TakenBody {
    std::string type; // "multipart/form-data; boundary=…", as the example has it
    std::string (*example)(const Lists&) = nullptr;
    std::string or_type = {}; // another that it may be; the act tells them apart
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
    bool links = false;     // asked by the linked store of a city (modules/network), by nobody else
    bool published = false; // what it shows is for all the world: nobody notes who looks at it
    // Where it may be asked, if not everywhere its module lives.
    std::optional<Where> only_on;
    std::optional<TakenBody> takes; // else JSON
    std::size_t body_bytes = 0;     // of a larger body than the usual one, that it may take
    std::string answers;            // the type of the Bytes that it answers; empty: JSON
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
    // Not for people: asked by a city, for whose store the link answers.
    Act for_links() const
    {
        Act copy = *this;
        copy.links = true;
        copy.receipts = false;
        return copy;
    }
    // Guests read what is published with it: their reading leaves no line in the journal.
    Act of_the_public() const
    {
        Act copy = *this;
        copy.published = true;
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
    // Its body is not JSON; the act reads it. The input is then of the route and the query alone.
    Act with_body(std::string type, std::string (*example)(const Lists&)) const
    {
        Act copy = *this;
        copy.takes = TakenBody{std::move(type), example, {}};
        copy.receipts = false;
        return copy;
    }
    // A file travels in its body: so many bytes are read from who may ask it.
    Act with_large_body(std::size_t bytes) const
    {
        Act copy = *this;
        copy.body_bytes = bytes;
        return copy;
    }
    // Another type that the same body may be of; the act tells which it is.
    Act or_body(std::string type) const
    {
        Act copy = *this;
        copy.takes->or_type = std::move(type);
        return copy;
    }
    // The type of its Bytes; `discloses` where they may be a person's.
    Act with_answer(std::string type, bool discloses_person = false) const
    {
        Act copy = *this;
        copy.answers = std::move(type);
        copy.discloses = discloses_person;
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

template <class V> constexpr Kind kind_within()
{
    if constexpr (is_optional<V>::value || is_vector<V>::value)
        return kind_within<typename V::value_type>();
    else
        return kind_of<V>();
}

template <Described T> [[gnu::cold]] Shape describe_type()
{
    Shape type;
    type.title = T::title;
    type.add = [](Schemas& schemas) { return schemas.add<T>(); };
    type.example = [](const Lists& lists) { return Schemas::example<T>(lists); };
    type.marked = [](std::vector<MarkedField>& found) { list_marked<T>(found); };
    each_field<T>([&]<class S, class V>(const Field<S, V>& one) {
        type.members.push_back({one.about.name, Schemas::of_value<V>(one.about),
                                !is_optional<V>::value && !is_vector<V>::value, kind_within<V>(),
                                is_vector<V>::value, one.about});
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

// What the function answers, whatever that is.
template <class Out, class... Arguments>
Answer answer_of(Context& context, Out (*function)(Context&, Arguments...),
                 const std::type_identity_t<Arguments>&... arguments)
{
    if constexpr (std::is_void_v<Out>) {
        function(context, arguments...);
        return {};
    } else if constexpr (std::is_same_v<Out, Bytes>) {
        auto bytes = function(context, arguments...);
        return {std::move(bytes.bytes), std::move(bytes.type), bytes.status};
    } else {
        const auto answer = function(context, arguments...);
        if constexpr (has_field<Out>("person"))
            if (const auto person = member_uuid(answer, "person"))
                context.concerns(*person);
        return {to_json(answer), "", 0};
    }
}

} // namespace detail

template <class Function, class Before = std::nullptr_t, class Otherwise = std::nullptr_t>
[[gnu::cold]] Act act(std::string_view name, std::string_view route, Roles who, Function function,
                      Before before = nullptr, Otherwise otherwise = nullptr)
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
    if constexpr (std::is_same_v<Out, Bytes>) {
        made.answers = Bytes{}.type;
    } else if constexpr (!std::is_void_v<Out>) {
        made.output = detail::describe_type<Out>();
        made.discloses = discloses_person<Out>();
    }
    if constexpr (!std::is_void_v<In>) {
        made.input = detail::describe_type<In>();
        // An id in the body, not in the route: the client made it for a new thing.
        made.receipts = made.method == "POST" && detail::has_field<In>("id") &&
                        made.path.find("{id}") == std::string::npos;
    }

    made.read = [function, before, otherwise](Reading& reading, JsonView json) {
        Wish wish;
        if constexpr (std::is_void_v<In>) {
            if (is_object(reading, "", json))
                refuse_unknown(reading, "", json, {});
            if (!reading.errors.empty())
                throw Problem(422, "core.input_invalid", {}, std::move(reading.errors));
            wish.act = [function](Context& context) {
                return detail::answer_of<Out>(context, function);
            };
        } else {
            auto input = std::make_shared<In>(read_input<In>(reading, json));
            wish.id = detail::member_uuid(*input, "id");
            wish.person = detail::member_uuid(*input, "person");
            wish.text = detail::receipt_text(*input);
            if constexpr (!std::is_null_pointer_v<Before>)
                wish.before = [before, input](Context& context) { before(context, *input); };
            if constexpr (!std::is_null_pointer_v<Otherwise>)
                wish.otherwise = [otherwise, input](Context& context, const Problem& problem) {
                    return detail::answer_of<Out>(context, otherwise, *input, problem);
                };
            wish.act = [function, input](Context& context) {
                return detail::answer_of<Out>(context, function, *input);
            };
        }
        return wish;
    };
    return made;
}

} // namespace core
