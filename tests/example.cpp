// SPDX-License-Identifier: EUPL-1.2
#include "tests/example.h"

#include "base/json.h"

namespace tests {

namespace {

std::string as_json(JsonView value)
{
    using Kind = JsonView::Kind;
    std::string out;
    switch (value.kind()) {
    case Kind::null:
        return "null";
    case Kind::boolean:
        return value.boolean() ? "true" : "false";
    case Kind::integer:
        return std::to_string(value.integer());
    case Kind::real:
        write_value(out, value.real());
        return out;
    case Kind::text:
        write_json(out, value.text());
        return out;
    case Kind::list:
        for (std::size_t i = 0; i < value.size(); ++i)
            out += (i > 0 ? "," : "") + as_json(value.at(i));
        return "[" + out + "]";
    case Kind::object:
        value.each_member([&](std::string_view name, JsonView member) {
            out += out.empty() ? "" : ",";
            write_json(out, name);
            out += ":" + as_json(member);
        });
        return "{" + out + "}";
    }
    return out;
}

// As it stands in a query: texts bare, lists with commas.
std::string as_parameter(JsonView value)
{
    if (value.kind() == JsonView::Kind::text)
        return std::string(value.text());
    if (value.kind() != JsonView::Kind::list)
        return as_json(value);
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i)
        out += (i > 0 ? "," : "") + as_parameter(value.at(i));
    return out;
}

} // namespace

core::Request example_of(const core::House& papers, const core::Act& act, const std::string& slug)
{
    core::Request request;
    request.method = act.method;
    request.path = act.path;
    request.remote = "127.0.0.1";
    request.headers = {{"lgnet-purpose", "care"}};
    if (const auto* dialect = papers.dialect_of(act.path))
        request.headers.insert(request.headers.end(), dialect->headers.begin(),
                               dialect->headers.end());
    if (act.takes) {
        request.headers.emplace_back("content-type", act.takes->type);
        request.body = act.takes->example(papers.catalogue().lists_of(slug));
    }
    if (!act.input.example)
        return request;
    const auto text = act.input.example(papers.catalogue().lists_of(slug));
    const auto example = JsonDocument::parse(text);
    const bool has_body = !act.takes && (act.method == "POST" || act.method == "PUT");
    std::string json;
    JsonObject body(json);
    example.root().each_member([&](std::string_view name, JsonView value) {
        const auto place = "{" + std::string(name) + "}";
        if (const auto at = request.path.find(place); at != std::string::npos)
            request.path.replace(at, place.size(), as_parameter(value));
        else if (has_body)
            body.member(name) += as_json(value);
        else
            request.query.emplace_back(name, as_parameter(value));
    });
    body.close();
    if (has_body) {
        request.headers.emplace_back("content-type", "application/json");
        request.body = std::move(json);
    }
    return request;
}

} // namespace tests
