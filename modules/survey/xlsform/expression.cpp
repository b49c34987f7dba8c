// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/expression.h"

#include <algorithm>
#include <array>

#include "survey/xlsform/functions.h"
#include "survey/xlsform/moments.h"

namespace xlsform {

// ---- names

Names::Names(const Form& form) : form_(form)
{
    add(form.nodes, {});
    for (const auto& [path, known] : by_path_)
        by_name_[known.node->name].push_back(&known);
}

void Names::add(const std::vector<Node>& nodes, const std::vector<std::string>& repeats)
{
    for (const auto& node : nodes) {
        by_path_[node.path] = {&node, repeats};
        auto inside = repeats;
        if (node.kind == Kind::repeat)
            inside.push_back(node.path);
        add(node.children, inside);
    }
}

const std::vector<const Names::Known*>& Names::by_name(const std::string& name) const
{
    static const std::vector<const Known*> none;
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? none : found->second;
}

const Names::Known* Names::by_path(const std::string& path) const
{
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : &found->second;
}

// ---- paths

bool is_column(std::string_view path)
{
    return !path.starts_with('.') && path.find('/') == std::string_view::npos;
}

std::string absolute(const std::string& path, const std::string& context)
{
    if (path.starts_with('/'))
        return path;
    std::string at = context;
    std::string_view rest = path;
    while (!rest.empty()) {
        const auto step = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(rest.size(), step.size() + 1));
        if (step == "..")
            at.erase(std::min(at.size(), at.rfind('/')));
        else if (step != ".")
            at += "/" + std::string(step);
    }
    return at;
}

std::string path_between(const Names& names, const std::string& context, const std::string& path)
{
    const auto* target = names.by_path(path);
    std::string shared;
    if (target)
        for (const auto& repeat : target->repeats)
            if (context == repeat || context.starts_with(repeat + "/"))
                shared = repeat;
    if (shared.empty())
        return path;
    const auto below = context.substr(shared.size()); // "/group/question"
    std::string way;
    for (auto steps = std::count(below.begin(), below.end(), '/'); steps > 0; --steps)
        way += "../";
    return (way.empty() ? "./" : way) + path.substr(shared.size() + 1);
}

// ---- texts

std::string with_paths(std::string_view text, const Names& names, const std::string& context)
{
    std::string out;
    for (auto& piece : pieces_of(text)) {
        if (piece.path.empty()) {
            out += piece.words;
            continue;
        }
        const bool is_path = piece.path.find('/') != std::string::npos;
        const auto tree = compile(is_path ? piece.path : "${" + piece.path + "}", names, context);
        out += "${" + (tree.is("self") ? "." : tree.text) + "}";
    }
    return out;
}

std::vector<TextPiece> pieces_of(std::string_view text)
{
    std::vector<TextPiece> pieces;
    while (!text.empty()) {
        const auto begins = std::min(text.find("${"), text.size());
        const auto ends = text.find('}', begins);
        if (begins == text.size() || ends == std::string_view::npos) {
            pieces.push_back({std::string(text), ""});
            break;
        }
        if (begins > 0)
            pieces.push_back({std::string(text.substr(0, begins)), ""});
        const auto path = text.substr(begins + 2, ends - begins - 2);
        if (!path.empty())
            pieces.push_back({"", std::string(path)});
        text.remove_prefix(ends + 1);
    }
    return pieces;
}

// ---- the columns that are not always expressions

bool says_yes(std::string_view source)
{
    constexpr std::array<std::string_view, 7> words{"yes",  "Yes",  "YES",   "true",
                                                    "True", "TRUE", "true()"};
    return std::find(words.begin(), words.end(), source) != words.end();
}

bool says_no(std::string_view source)
{
    constexpr std::array<std::string_view, 8> words{"",      "no",    "No",    "NO",
                                                    "false", "False", "FALSE", "false()"};
    return std::find(words.begin(), words.end(), source) != words.end();
}

bool is_worked_out(std::string_view default_value)
{
    if (default_value.find("${") != std::string_view::npos)
        return true;
    const auto bracket = default_value.find('(');
    return bracket != std::string_view::npos &&
           find_function(default_value.substr(0, bracket)) != nullptr;
}

// ---- what a tree reads

namespace {

void add_reads(const Tree& tree, const std::string& context, std::vector<std::string>& reads)
{
    if (tree.is("self"))
        reads.push_back(context);
    else if (tree.is("path") && !is_column(tree.text))
        reads.push_back(absolute(tree.text, context));
    // How far one is within a repeat does not depend on what is answered there.
    if (tree.is("call") && tree.text == "position")
        return;
    for (const auto& part : tree.parts)
        add_reads(part, context, reads);
}

} // namespace

std::vector<std::string> reads_of(const Tree& tree, const std::string& context)
{
    std::vector<std::string> reads;
    add_reads(tree, context, reads);
    return reads;
}

bool is_stable(const Tree& tree)
{
    constexpr std::array<std::string_view, 4> changing{"today", "now", "once", "jr:choice-name"};
    if (tree.is("call") && std::find(changing.begin(), changing.end(), tree.text) != changing.end())
        return false;
    return std::all_of(tree.parts.begin(), tree.parts.end(), is_stable);
}

bool is_truth(const Tree& tree)
{
    constexpr std::array<std::string_view, 8> operations{
        "=", "!=", "<", "<=", ">", ">=", "and", "or"};
    constexpr std::array<std::string_view, 10> functions{
        "boolean",  "boolean-from-string", "contains", "ends-with", "false", "not", "regex",
        "selected", "starts-with",         "true"};
    const auto among = [](const auto& all, std::string_view one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    if (!tree.is("call"))
        return among(operations, tree.operation);
    // These are one of their arguments.
    const std::size_t first = tree.text == "if" ? 1 : 0;
    if (tree.text == "if" || tree.text == "coalesce" || tree.text == "once")
        return std::any_of(tree.parts.begin() + static_cast<std::ptrdiff_t>(first),
                           tree.parts.end(), is_truth);
    return among(functions, tree.text);
}

// ---- JSON

void write_tree(std::string& out, const Tree& tree)
{
    out += '[';
    write_json(out, tree.operation);
    if (tree.is("num"))
        out += "," + to_text(tree.number);
    if (tree.is("str") || tree.is("path") || tree.is("call")) {
        out += ',';
        write_json(out, tree.text);
    }
    for (const auto& part : tree.parts) {
        out += ',';
        write_tree(out, part);
    }
    out += ']';
}

namespace {

bool is_operation(std::string_view word)
{
    constexpr std::array<std::string_view, 13> all{
        "+", "-", "*", "div", "mod", "=", "!=", "<", "<=", ">", ">=", "and", "or"};
    return std::find(all.begin(), all.end(), word) != all.end();
}

[[noreturn]] void broken() { throw ExpressionWrong("broken_tree"); }

std::string text_at(JsonView json, std::size_t place)
{
    if (place >= json.size() || json.at(place).kind() != JsonView::Kind::text)
        broken();
    return std::string(json.at(place).text());
}

Tree read_tree_below(JsonView json, int depth)
{
    if (json.kind() != JsonView::Kind::list || depth > expression_depth_max)
        broken();
    Tree tree{text_at(json, 0), "", 0, {}};
    std::size_t first = 1;
    if (tree.is("num")) {
        const auto kind = json.size() == 2 ? json.at(1).kind() : JsonView::Kind::null;
        if (kind != JsonView::Kind::integer && kind != JsonView::Kind::real)
            broken();
        tree.number = json.at(1).real();
        return tree;
    }
    if (tree.is("str") || tree.is("path") || tree.is("call"))
        tree.text = text_at(json, first++);
    for (auto place = first; place < json.size(); ++place)
        tree.parts.push_back(read_tree_below(json.at(place), depth + 1));
    const auto* function = tree.is("call") ? find_function(tree.text) : nullptr;
    const auto count = static_cast<int>(tree.parts.size());
    const bool fits = is_operation(tree.operation) ? count == 2
                      : tree.is("neg")             ? count == 1
                      : tree.is("call")
                          ? function && count >= function->least && count <= function->most
                          : count == 0 && (tree.is("str") || tree.is("path") || tree.is("self"));
    if (!fits)
        broken();
    return tree;
}

} // namespace

Tree read_tree(JsonView json) { return read_tree_below(json, 1); }

// ---- XPath

namespace {

std::string quoted(const std::string& text)
{
    const char quote = text.find('\'') == std::string::npos ? '\'' : '"';
    return quote + text + quote;
}

std::string path_in(const std::string& path, Place place)
{
    const bool is_relative = path.starts_with('.');
    return place == Place::choice_filter && is_relative ? "current()/" + path : path;
}

} // namespace

std::string to_xpath(const Tree& tree, Place place)
{
    const auto inside = [&](const Tree& part) {
        const auto text = to_xpath(part, place);
        return is_operation(part.operation) || part.is("neg") ? "(" + text + ")" : text;
    };
    if (tree.is("num"))
        return to_text(tree.number);
    if (tree.is("str"))
        return quoted(tree.text);
    if (tree.is("path"))
        return path_in(tree.text, place);
    if (tree.is("self"))
        return ".";
    if (tree.is("neg"))
        return "-" + inside(tree.parts[0]);
    if (is_operation(tree.operation))
        return inside(tree.parts[0]) + " " + tree.operation + " " + inside(tree.parts[1]);
    std::string call = tree.text + "(";
    for (std::size_t i = 0; i < tree.parts.size(); ++i)
        call += (i > 0 ? ", " : "") + to_xpath(tree.parts[i], place);
    return call + ")";
}

std::vector<std::string> function_names()
{
    std::vector<std::string> names;
    for (const auto& one : functions())
        names.emplace_back(one.name);
    return names;
}

} // namespace xlsform
