// SPDX-License-Identifier: EUPL-1.2
#include "reporting/rdf.h"

#include <pugixml.hpp>
#include <sstream>

#include "base/json.h"

namespace rdf {

namespace {

constexpr auto type = "rdf:type";
constexpr auto xsd_date = "http://www.w3.org/2001/XMLSchema#date";

// Turtle 1.1, 6.5: IRIREF and STRING_LITERAL_QUOTE.
std::string in_turtle(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

std::string in_turtle(const Object& object)
{
    switch (object.kind) {
    case Object::Kind::address:
        // A name with a prefix ("dcat:Dataset") is one already.
        return object.value.find("://") == std::string::npos && !object.value.starts_with("mailto:")
                   ? object.value
                   : "<" + object.value + ">";
    case Object::Kind::words:
        return in_turtle(object.value) + "@" + object.language;
    case Object::Kind::day:
        return in_turtle(object.value) + "^^<" + xsd_date + ">";
    case Object::Kind::text:
        break;
    }
    return in_turtle(object.value);
}

// "dcat:Dataset" in full: RDF/XML knows prefixes in names of elements alone.
std::string full_address(const Graph& graph, const std::string& name)
{
    const auto colon = name.find(':');
    if (name.find("://") == std::string::npos)
        for (const auto& prefix : graph.prefixes)
            if (name.substr(0, colon) == prefix.name)
                return prefix.address + name.substr(colon + 1);
    return name;
}

void write_json_object(std::string& out, const Object& object)
{
    JsonObject json(out);
    if (object.kind == Object::Kind::address) {
        write_json(json.member("@id"), object.value);
    } else {
        write_json(json.member("@value"), object.value);
        if (object.kind == Object::Kind::words)
            write_json(json.member("@language"), object.language);
        if (object.kind == Object::Kind::day)
            write_json(json.member("@type"), xsd_date);
    }
    json.close();
}

// All that is said of the thing whose statements begin there, by name.
std::string json_of(const Graph& graph, std::size_t& at)
{
    const auto& thing = graph.statements[at].thing;
    std::vector<std::pair<std::string, std::vector<const Object*>>> named;
    for (; at < graph.statements.size() && graph.statements[at].thing == thing; ++at) {
        const auto& one = graph.statements[at];
        auto* place = named.empty() || named.back().first != one.name ? nullptr : &named.back();
        for (auto& each : named)
            if (each.first == one.name)
                place = &each;
        if (place == nullptr)
            place = &named.emplace_back(one.name, std::vector<const Object*>{});
        place->second.push_back(&one.object);
    }
    std::string out;
    JsonObject json(out);
    write_json(json.member("@id"), thing);
    for (const auto& [name, objects] : named) {
        auto& list = json.member(name == type ? "@type" : name.c_str());
        list += '[';
        for (std::size_t i = 0; i < objects.size(); ++i) {
            list += i > 0 ? "," : "";
            if (name == type)
                write_json(list, objects[i]->value);
            else
                write_json_object(list, *objects[i]);
        }
        list += ']';
    }
    json.close();
    return out;
}

} // namespace

Object address(std::string iri) { return {Object::Kind::address, std::move(iri), {}}; }
Object words(std::string text, std::string language)
{
    return {Object::Kind::words, std::move(text), std::move(language)};
}
Object text(std::string value) { return {Object::Kind::text, std::move(value), {}}; }
Object day(std::string date) { return {Object::Kind::day, std::move(date), {}}; }

std::string turtle(const Graph& graph)
{
    std::string out;
    for (const auto& prefix : graph.prefixes)
        out += "@prefix " + prefix.name + ": <" + prefix.address + "> .\n";
    const Statement* before = nullptr;
    for (const auto& one : graph.statements) {
        if (before != nullptr && before->thing == one.thing)
            out += " ;\n    ";
        else
            out += (before == nullptr ? "\n<" : " .\n\n<") + one.thing + ">\n    ";
        out += (one.name == type ? "a" : one.name) + " " + in_turtle(one.object);
        before = &one;
    }
    return out + (before == nullptr ? "" : " .\n");
}

std::string xml(const Graph& graph)
{
    pugi::xml_document document;
    auto root = document.append_child("rdf:RDF");
    for (const auto& prefix : graph.prefixes)
        root.append_attribute(("xmlns:" + prefix.name).c_str()).set_value(prefix.address.c_str());
    pugi::xml_node thing;
    const Statement* before = nullptr;
    for (const auto& one : graph.statements) {
        if (before == nullptr || before->thing != one.thing) {
            thing = root.append_child("rdf:Description");
            thing.append_attribute("rdf:about").set_value(one.thing.c_str());
        }
        before = &one;
        auto node = thing.append_child(one.name.c_str());
        if (one.object.kind == Object::Kind::address) {
            node.append_attribute("rdf:resource")
                .set_value(full_address(graph, one.object.value).c_str());
            continue;
        }
        if (one.object.kind == Object::Kind::words)
            node.append_attribute("xml:lang").set_value(one.object.language.c_str());
        if (one.object.kind == Object::Kind::day)
            node.append_attribute("rdf:datatype").set_value(xsd_date);
        node.text().set(one.object.value.c_str());
    }
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

std::string json(const Graph& graph)
{
    std::string out = R"({"@context":{)";
    for (std::size_t i = 0; i < graph.prefixes.size(); ++i) {
        out += i > 0 ? "," : "";
        write_json(out, graph.prefixes[i].name);
        out += ':';
        write_json(out, graph.prefixes[i].address);
    }
    out += R"(},"@graph":[)";
    for (std::size_t at = 0; at < graph.statements.size();) {
        out += at > 0 ? "," : "";
        out += json_of(graph, at);
    }
    return out + "]}";
}

} // namespace rdf
