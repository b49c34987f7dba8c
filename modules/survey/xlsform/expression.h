// SPDX-License-Identifier: EUPL-1.2
// The expressions of a form: the part of XPath 1.0 that the ODK XForms specification has and a
// questionnaire needs. Each is compiled once to a tree, which C++ evaluates (evaluation.h) and
// which the browser gets as JSON; the browser never evaluates text. expressions.json holds what
// both must make of it.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "survey/xlsform/form.h"

namespace xlsform {

// ["+",a,b] "-" "*" "div" "mod" "=" "!=" "<" "<=" ">" ">=" "and" "or" ["neg",a] ["str","x"]
// ["num",3] ["path","/data/a"] ["path","../b"] ["self"] ["call","selected",a,b].
// In a choice_filter ["path","area"], without a slash, is a column of the choice.
struct Tree {
    std::string operation;   // "+", "str", "path", "call" …
    std::string text;        // of "str" and "path"; the function's name of "call"
    double number = 0;       // of "num"
    std::vector<Tree> parts; // operands, arguments

    bool is(std::string_view which) const { return operation == which; }
    bool operator==(const Tree&) const = default;
};

inline constexpr std::size_t expression_bytes_max = 8000;
inline constexpr int expression_depth_max = 100; // of the tree, and of brackets

// What is wrong with an expression: "unknown_function" and "pulldata".
class ExpressionWrong : public std::runtime_error {
public:
    explicit ExpressionWrong(std::string code, std::string fact = {})
        : std::runtime_error(code + " " + fact), code(std::move(code)), fact(std::move(fact))
    {
    }
    std::string code;
    std::string fact;
};

enum class Place { question, choice_filter };

// The nodes of a form by name and by path; lives no longer than the form.
class Names {
public:
    explicit Names(const Form& form);

    struct Known {
        const Node* node = nullptr;
        std::vector<std::string> repeats; // paths of the repeats above it, outermost first
    };
    // All that are called so.
    const std::vector<const Known*>& by_name(const std::string& name) const;
    // Null where no node is.
    const Known* by_path(const std::string& path) const;
    const Form& form() const { return form_; }

private:
    void add(const std::vector<Node>& nodes, const std::vector<std::string>& repeats);

    const Form& form_;
    std::map<std::string, Known> by_path_;
    std::map<std::string, std::vector<const Known*>> by_name_;
};

// Throws ExpressionWrong. `context` is the path of the node that it is written for.
Tree compile(std::string_view source, const Names& names, const std::string& context,
             Place place = Place::question);

// What the columns `required` and `read_only` hold beside expressions.
bool says_yes(std::string_view source);
bool says_no(std::string_view source);
// A default that must be worked out; any other is the value as it stands.
bool is_worked_out(std::string_view default_value);

// "${name}" in a text becomes "${/data/name}", or a path that begins with ".." where both stand in
// the same repeat. A path that is there already stays. Throws ExpressionWrong.
std::string with_paths(std::string_view text, const Names& names, const std::string& context);
// The pieces of such a text: words, and paths between them.
struct TextPiece {
    std::string words;
    std::string path; // empty: words
};
std::vector<TextPiece> pieces_of(std::string_view text);

// How a path is written for `context`: from the repeat that both stand in, or absolute.
std::string path_between(const Names& names, const std::string& context, const std::string& path);
// "area": a column of the choice, not a path to a node.
bool is_column(std::string_view path);
// The absolute path that a path of a tree means, seen from `context`.
std::string absolute(const std::string& path, const std::string& context);
// Absolute paths of everything that the tree reads; "." is `context`.
std::vector<std::string> reads_of(const Tree& tree, const std::string& context);
// Whether its result is the same whenever and in whatever language it is asked.
bool is_stable(const Tree& tree);

// Whether it may come to a truth: as an answer, phones write that as "1", browsers as "true".
bool is_truth(const Tree& tree);

void write_tree(std::string& out, const Tree& tree);
// Throws ExpressionWrong("broken_tree").
Tree read_tree(JsonView json);
// As XPath, for an XForm. In a choice_filter, what is relative starts at current().
std::string to_xpath(const Tree& tree, Place place = Place::question);

// The names of all functions there are, for papers and tests.
std::vector<std::string> function_names();

} // namespace xlsform
