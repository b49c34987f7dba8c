// SPDX-License-Identifier: EUPL-1.2
// Papers made from what the acts say of themselves. `make papers` writes them to docs/generated; a
// test keeps them true.
#include <algorithm>
#include <map>

#include "core/house.h"

namespace core {

namespace {

bool is_place(const Act& act, const std::string& member)
{
    return act.path.find("{" + member + "}") != std::string::npos;
}

std::string module_name(const Act& act) { return act.name.substr(0, act.name.find('.')); }

bool has_body(const Act& act) { return act.method == "POST" || act.method == "PUT"; }

// The members of the input that stand in the route or, where there is no body, in the query.
std::string parameters(const House& house, const Act& act)
{
    std::string out = "[";
    for (const auto& member : act.input.members) {
        const bool place = is_place(act, member.name);
        if (!place && has_body(act) && !act.takes)
            continue;
        out += out.size() > 1 ? "," : "";
        JsonObject parameter(out);
        parameter.text("name", member.name);
        parameter.text("in", place ? "path" : "query");
        parameter.member("required") += place || member.required ? "true" : "false";
        parameter.member("schema") += member.schema;
        parameter.close();
    }
    if (const auto* dialect = house.dialect_of(act.path))
        for (const auto& [name, value] : dialect->headers) {
            out += out.size() > 1 ? "," : "";
            out += R"({"name":)";
            write_json(out, name);
            out += R"(,"in":"header","required":true,"schema":{"const":)";
            write_json(out, value);
            out += "}}";
        }
    if (act.discloses) {
        out += out.size() > 1 ? "," : "";
        out += R"({"name":"Lgnet-Purpose","in":"header","required":true,)"
               R"("schema":{"type":"string","x-vocabulary":"access_purpose"}})";
    }
    return out + "]";
}

// The body: the whole input, but what stands in the route may be left out of it.
std::string body_schema(const Act& act)
{
    std::string properties = "{";
    std::string required = "[";
    for (const auto& member : act.input.members) {
        if (is_place(act, member.name))
            continue;
        properties += properties.size() > 1 ? "," : "";
        write_json(properties, member.name);
        properties += ":" + member.schema;
        if (!member.required)
            continue;
        required += required.size() > 1 ? "," : "";
        write_json(required, member.name);
    }
    std::string schema =
        R"({"type":"object","additionalProperties":false,"properties":)" + properties + "}";
    if (required.size() > 1)
        schema += R"(,"required":)" + required + "]";
    return schema + "}";
}

std::string example_of(const House& house, const Act& act)
{
    return act.input.example(house.catalogue().lists_of("roma"));
}

// "multipart/form-data" without its boundary, as a member of content.
std::string media_type(const std::string& type)
{
    std::string out;
    write_json(out, type.substr(0, type.find(';')));
    return out + R"(:{"schema":{"type":"string","format":"binary"}})";
}

void write_operation(std::string& out, const House& house, const Act& act)
{
    JsonObject operation(out);
    operation.text("operationId", act.name);
    operation.text("summary", house.words().say("en", "act." + act.name));
    operation.member("tags") += "[\"" + module_name(act) + "\"]";
    std::string who;
    for (const auto& role : names_of(act.who))
        who += (who.empty() ? "" : ", ") + role;
    operation.text("description", act.guests  ? "Without log-in."
                                  : act.links ? "Asked by linked cities, signed."
                                              : "May: " + who + ".");
    if (const auto* dialect = house.dialect_of(act.path); dialect && dialect->passwords)
        operation.member("security") += R"([{"password":[]},{"token":[]}])";
    if (act.guests)
        operation.member("security") += "[]";
    operation.member("parameters") += parameters(house, act);
    if (!act.input.title.empty())
        operation.member("x-example") += example_of(house, act);
    if (act.takes) {
        const auto& other = act.takes->or_type;
        operation.member("requestBody") += R"({"required":true,"content":{)" +
                                           media_type(act.takes->type) +
                                           (other.empty() ? "" : "," + media_type(other)) + "}}";
    } else if (!act.input.title.empty() && has_body(act)) {
        operation.member("requestBody") += R"({"required":true,"content":{"application/json":{)"
                                           R"("schema":)" +
                                           body_schema(act) + "}}}";
    }

    JsonObject responses(operation.member("responses"));
    const bool empty = act.output.title.empty() && act.answers.empty();
    const char* status = empty ? "204" : act.receipts ? "201" : act.takes ? "2XX" : "200";
    JsonObject success(responses.member(status));
    success.text("description", act.output.title.empty() ? "Done" : act.output.title);
    if (!act.answers.empty())
        success.member("content") += "{" + media_type(act.answers) + "}";
    else if (!empty)
        success.member("content") += R"({"application/json":{"schema":{"$ref":)"
                                     "\"#/components/schemas/" +
                                     act.output.title + "\"}}}";
    success.close();
    if (const auto* dialect = house.dialect_of(act.path))
        responses.member("default") +=
            R"({"description":"What cannot be done","content":{")" + dialect->type + R"(":{}}})";
    else
        responses.member("default") += R"({"$ref":"#/components/responses/Problem"})";
    responses.close();
    operation.close();
}

constexpr auto problem_response =
    R"({"description":"What cannot be done, in the reader's language, as RFC 9457 has it",)"
    R"("content":{"application/problem+json":{"schema":{"type":"object",)"
    R"("required":["type","title","status","code"],"properties":{)"
    R"("type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},)"
    R"("code":{"type":"string"},)"
    R"("facts":{"type":"object","additionalProperties":{"type":"string"}},)"
    R"("errors":{"type":"array","items":{"type":"object","required":["field","code","title"],)"
    R"("properties":{"field":{"type":"string"},"code":{"type":"string"},)"
    R"("title":{"type":"string"}}}},"standing":{"type":"object"}}}}}})";

std::string join(const std::vector<std::string>& texts)
{
    std::string joined;
    for (const auto& text : texts)
        joined += (joined.empty() ? "" : ", ") + text;
    return joined;
}

constexpr auto made_by = "<!-- SPDX-License-Identifier: EUPL-1.2 -->\n"
                         "<!-- Made by `make papers` from the program itself; do not edit. -->\n\n";

} // namespace

std::string describe_openapi(const House& house)
{
    // Path -> its acts, so that each path stands once.
    std::map<std::string, std::vector<const Act*>> paths;
    Schemas schemas;
    for (const auto& act : house.acts()) {
        paths[act.path].push_back(&act);
        if (act.input.add)
            act.input.add(schemas);
        if (act.output.add)
            act.output.add(schemas);
    }

    std::string out;
    JsonObject document(out);
    document.text("openapi", "3.1.0");
    document.member("info") +=
        R"({"title":"lgnet","version":"1","description":"The acts of the house.",)"
        R"("license":{"name":"EUPL-1.2","identifier":"EUPL-1.2"}})";
    document.member("security") += R"([{"session":[]},{"token":[]}])";
    JsonObject all(document.member("paths"));
    for (const auto& [path, acts] : paths) {
        JsonObject one(all.member(path));
        for (const auto* act : acts) {
            std::string method = act->method;
            std::transform(method.begin(), method.end(), method.begin(),
                           [](char c) { return static_cast<char>(c | 0x20); });
            write_operation(one.member(method), house, *act);
        }
        one.close();
    }
    all.close();
    document.member("components") +=
        R"({"securitySchemes":{"session":{"type":"apiKey","in":"cookie","name":"lgnet"},)"
        R"("token":{"type":"http","scheme":"bearer"},)"
        R"("password":{"type":"http","scheme":"basic"}},"responses":{"Problem":)" +
        std::string(problem_response) + R"(},"schemas":)" + schemas.components() + "}";
    document.close();
    return out;
}

std::string describe_acts(const House& house)
{
    std::string out = made_by;
    out += "# Acts\n\nEverything that can be asked of the house. The name is also the permission, "
           "the journal line and the `operationId`.\n";
    std::string module;
    for (const auto& act : house.acts()) {
        if (module != module_name(act)) {
            module = module_name(act);
            out += "\n## " + module +
                   "\n\n| act | route | what | discloses a person |\n"
                   "|---|---|---|---|\n";
        }
        out += "| `" + act.name + "` | `" + act.method + " " + act.path + "` | " +
               house.words().say("en", "act." + act.name) + " | " +
               (act.discloses ? "yes: purpose, journal" : "") + " |\n";
    }
    return out;
}

std::string describe_permissions(const House& house)
{
    std::string out = made_by;
    out += "# Permissions\n\nWho may ask what. Whatever is not marked answers \"not found\".\n\n"
           "| act |";
    std::string rule = "|---|";
    for (const auto role : every_role()) {
        out += " " + std::string(name_of(role)) + " |";
        rule += ":-:|";
    }
    out += "\n" + rule + "\n";
    for (const auto& act : house.acts()) {
        out += "| `" + act.name + "` |";
        for (const auto role : every_role())
            out += act.guests ? " (no log-in) |" : act.who.any_of(role) ? " ✓ |" : "  |";
        out += "\n";
    }
    return out;
}

std::string describe_personal_data(const House& house)
{
    std::vector<MarkedField> found;
    std::map<std::string, std::vector<std::string>> read_by;
    for (const auto& act : house.acts())
        for (const auto* shape : {&act.input, &act.output})
            if (shape->marked) {
                shape->marked(found);
                read_by[shape->title].push_back("`" + act.name + "`");
            }
    std::string out = made_by;
    out +=
        "# Inventory of personal data\n\nFields that say who somebody is, from the description of "
        "the values. They are sealed in the store, disclosed only with a purpose, and their "
        "reading is journaled.\n\n| value | field | kind | acts that carry it "
        "|\n|---|---|---|---|\n";
    std::map<std::pair<std::string, std::string>, Mark> unique;
    for (const auto& field : found)
        unique[{field.title, field.field}] = field.mark;
    for (const auto& [place, mark] : unique)
        out += "| " + place.first + " | " + place.second + " | " + std::string(name_of(mark)) +
               " | " + join(read_by[place.first]) + " |\n";
    return out;
}

} // namespace core
