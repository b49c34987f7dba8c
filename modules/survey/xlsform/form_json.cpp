// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/form_json.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/json.h"
#include "base/problem.h"
#include "survey/xlsform/compiled.h"
#include "survey/xlsform/reading.h"

namespace xlsform {

namespace {

constexpr std::array<const char*, 15> kind_names{
    "group", "repeat", "text", "integer",   "decimal", "date",        "time", "date_time",
    "one",   "many",   "note", "calculate", "range",   "acknowledge", "meta"};
static_assert(static_cast<std::size_t>(Kind::meta) + 1 == kind_names.size());

struct Source {
    const char* name;
    std::string Node::*text;
    std::optional<Tree> CompiledNode::*tree;
};
constexpr std::array<Source, 7> sources{{
    {"required", &Node::required, &CompiledNode::required},
    {"relevant", &Node::relevant, &CompiledNode::relevant},
    {"constraint", &Node::constraint, &CompiledNode::constraint},
    {"calculation", &Node::calculation, &CompiledNode::calculation},
    {"choice_filter", &Node::choice_filter, &CompiledNode::choice_filter},
    {"default", &Node::default_value, &CompiledNode::default_value},
    {"repeat_count", &Node::repeat_count, &CompiledNode::repeat_count},
}};

struct PlainText {
    const char* name;
    std::string Node::*text;
};
constexpr std::array<PlainText, 6> plain_texts{{{"choices", &Node::choices},
                                                {"appearance", &Node::appearance},
                                                {"parameters", &Node::parameters},
                                                {"need", &Node::need},
                                                {"aspect", &Node::aspect},
                                                {"role", &Node::role}}};

struct InLanguages {
    const char* name;
    Texts Node::*texts;
};
constexpr std::array<InLanguages, 4> in_languages{
    {{"label", &Node::label},
     {"hint", &Node::hint},
     {"constraint_message", &Node::constraint_message},
     {"required_message", &Node::required_message}}};

// ---- writing

void write_texts(std::string& out, const std::map<std::string, std::string>& texts)
{
    JsonObject object(out);
    for (const auto& [name, text] : texts)
        object.text(name, text);
    object.close();
}

// What is empty is left out.
class Writer {
public:
    Writer(const Form& form, const Compiled& compiled) : form_(form), compiled_(compiled) {}

    std::string write()
    {
        JsonObject object(out_);
        object.text("id", form_.id);
        object.text("version", form_.version);
        write_texts(object.member("title"), form_.title);
        object.text("default_language", form_.default_language);
        object.member("languages");
        write_list(form_.languages, [&](const std::string& one) { write_json(out_, one); });
        object.member("nodes");
        write_list(form_.nodes, [&](const Node& node) { write_node(node); });
        object.member("choices");
        JsonObject lists(out_);
        for (const auto& [name, choices] : form_.choices) {
            lists.member(name);
            write_list(choices, [&](const Choice& choice) { write_choice(choice); });
        }
        lists.close();
        object.close();
        return std::move(out_);
    }

private:
    void write_list(const auto& values, const auto& write_one)
    {
        out_ += '[';
        bool first = true;
        for (const auto& value : values) {
            out_ += first ? "" : ",";
            write_one(value);
            first = false;
        }
        out_ += ']';
    }

    void write_node(const Node& node)
    {
        JsonObject object(out_);
        object.text("name", node.name);
        object.text("path", node.path);
        object.text("at", node.at);
        object.text("kind", name_of(node.kind));
        for (const auto& [name, texts] : in_languages)
            if (!(node.*texts).empty())
                write_texts(object.member(name), node.*texts);
        for (const auto& [name, text] : plain_texts)
            if (!(node.*text).empty())
                object.text(name, node.*text);
        if (node.or_other)
            object.member("or_other") += "true";
        if (node.read_only)
            object.member("read_only") += "true";
        write_expressions(object, node);
        if (!node.children.empty()) {
            object.member("children");
            write_list(node.children, [&](const Node& child) { write_node(child); });
        }
        object.close();
    }

    void write_expressions(JsonObject& object, const Node& node)
    {
        const auto& compiled = *compiled_.find(node);
        std::map<std::string, std::string> written;
        for (const auto& [name, text, tree] : sources) {
            if ((node.*text).empty() || !(compiled.*tree))
                continue;
            write_tree(object.member(name), *(compiled.*tree));
            written[name] = node.*text;
        }
        if (!written.empty())
            write_texts(object.member("sources"), written);
    }

    void write_choice(const Choice& choice)
    {
        JsonObject object(out_);
        object.text("name", choice.name);
        write_texts(object.member("label"), choice.label);
        if (!choice.columns.empty())
            write_texts(object.member("columns"), choice.columns);
        object.close();
    }

    const Form& form_;
    const Compiled& compiled_;
    std::string out_;
};

// ---- reading

[[noreturn]] void broken(const char* where) { throw ExpressionWrong("broken_form", where); }

std::string text_in(JsonView json, const char* name)
{
    const auto member = json.member(name);
    if (member.is_null())
        return "";
    if (member.kind() != JsonView::Kind::text)
        broken(name);
    return std::string(member.text());
}

bool truth_in(JsonView json, const char* name)
{
    const auto member = json.member(name);
    return member.kind() == JsonView::Kind::boolean && member.boolean();
}

std::map<std::string, std::string> texts_in(JsonView json, const char* name)
{
    std::map<std::string, std::string> texts;
    const auto member = json.member(name);
    if (member.is_null())
        return texts;
    if (member.kind() != JsonView::Kind::object)
        broken(name);
    member.each_member([&](std::string_view key, JsonView value) {
        if (value.kind() != JsonView::Kind::text)
            broken(name);
        texts.emplace(key, value.text());
    });
    return texts;
}

JsonView list_in(JsonView json, const char* name)
{
    const auto member = json.member(name);
    if (!member.is_null() && member.kind() != JsonView::Kind::list)
        broken(name);
    return member;
}

std::size_t size_of(JsonView list) { return list.is_null() ? 0 : list.size(); }

class Reader {
public:
    Form read(JsonView json)
    {
        if (json.kind() != JsonView::Kind::object)
            broken("form");
        form_.id = text_in(json, "id");
        form_.version = text_in(json, "version");
        form_.title = texts_in(json, "title");
        form_.default_language = text_in(json, "default_language");
        const auto languages = list_in(json, "languages");
        for (std::size_t i = 0; i < size_of(languages); ++i) {
            if (languages.at(i).kind() != JsonView::Kind::text)
                broken("languages");
            form_.languages.emplace_back(languages.at(i).text());
        }
        const auto choices = json.member("choices");
        if (choices.kind() == JsonView::Kind::object)
            choices.each_member(
                [&](std::string_view name, JsonView list) { read_list(std::string(name), list); });
        read_nodes(list_in(json, "nodes"), "/data", 1, form_.nodes);
        return std::move(form_);
    }

private:
    void read_list(const std::string& name, JsonView list)
    {
        if (list.kind() != JsonView::Kind::list)
            broken("choices");
        auto& choices = form_.choices[name];
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list.at(i).kind() != JsonView::Kind::object)
                broken("choices");
            choices.push_back({text_in(list.at(i), "name"), texts_in(list.at(i), "label"),
                               texts_in(list.at(i), "columns")});
        }
    }

    void read_nodes(JsonView list, const std::string& above, int depth, std::vector<Node>& nodes)
    {
        if (depth > nesting_max + 1)
            broken("children");
        for (std::size_t i = 0; i < size_of(list); ++i) {
            if (list.at(i).kind() != JsonView::Kind::object || ++count_ > 2 * nodes_max)
                broken("nodes");
            nodes.push_back(read_node(list.at(i), above));
            read_nodes(list_in(list.at(i), "children"), nodes.back().path, depth + 1,
                       nodes.back().children);
        }
    }

    Node read_node(JsonView json, const std::string& above) const
    {
        Node node;
        node.name = text_in(json, "name");
        node.path = text_in(json, "path");
        node.at = text_in(json, "at");
        node.kind = kind_of(text_in(json, "kind"));
        if (node.name.empty() || node.path != above + "/" + node.name)
            broken("path");
        for (const auto& [name, texts] : in_languages)
            node.*texts = texts_in(json, name);
        for (const auto& [name, text] : plain_texts)
            node.*text = text_in(json, name);
        node.or_other = truth_in(json, "or_other");
        node.read_only = truth_in(json, "read_only");
        const auto written = texts_in(json, "sources");
        for (const auto& [name, text, tree] : sources)
            if (const auto source = written.find(name); source != written.end())
                node.*text = source->second;
        const bool has_list = node.kind == Kind::one || node.kind == Kind::many;
        if (has_list && !form_.choices.contains(node.choices))
            broken("choices");
        return node;
    }

    static Kind kind_of(const std::string& name)
    {
        const auto found = std::find(kind_names.begin(), kind_names.end(), name);
        if (found == kind_names.end())
            broken("kind");
        return static_cast<Kind>(found - kind_names.begin());
    }

    Form form_;
    std::size_t count_ = 0;
};

} // namespace

const char* name_of(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::string form_json(const Form& form)
{
    std::vector<Fault> faults;
    const Compiled compiled(form, faults);
    ENSURE(faults.empty());
    return Writer(form, compiled).write();
}

Form form_from_json(std::string_view json)
{
    // Groups within groups, and the trees of expressions, which are deeper than any other JSON.
    constexpr std::size_t depth = 2 * nesting_max + expression_depth_max + 8;
    const auto document = JsonDocument::parse(json, depth);
    auto form = Reader().read(document.root());
    std::vector<Fault> faults;
    const Compiled compiled(form, faults);
    if (!faults.empty())
        broken(faults.front().code.c_str());
    return form;
}

} // namespace xlsform
