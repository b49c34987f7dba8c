// SPDX-License-Identifier: EUPL-1.2
// From tokens to a tree: a descent through the levels of XPath 1.0. What it descends is bounded, as
// are the trees that come out.
#include <algorithm>
#include <charconv>

#include "survey/xlsform/expression.h"
#include "survey/xlsform/functions.h"
#include "survey/xlsform/moments.h"
#include "survey/xlsform/pattern.h"
#include "survey/xlsform/tokens.h"

namespace xlsform {

namespace {

// A tree and how deep it is.
struct Part {
    Tree tree;
    int depth = 1;
};

class Parser {
public:
    Parser(std::string_view source, const Names& names, const std::string& context, Place place)
        : names_(names), context_(context), place_(place), tokens_(tokens_of(source))
    {
    }

    Tree read()
    {
        auto part = read_level(0);
        if (now().kind != Token::Kind::end)
            throw ExpressionWrong("unexpected", now().text);
        refuse_many(part.tree);
        return std::move(part.tree);
    }

private:
    const Token& now() const { return tokens_[at_]; }
    bool is_sign(std::string_view sign) const
    {
        return now().kind == Token::Kind::sign && now().text == sign;
    }
    void expect(std::string_view sign)
    {
        if (!is_sign(sign))
            throw ExpressionWrong("expected", std::string(sign));
        ++at_;
    }

    // ---- the levels, from the one that binds least

    bool is_operator_of(std::size_t level) const
    {
        static const std::vector<std::vector<std::string_view>> levels{
            {"or"}, {"and"}, {"=", "!="}, {"<", "<=", ">", ">="}, {"+", "-"}, {"*", "div", "mod"}};
        if (now().kind != Token::Kind::sign && now().kind != Token::Kind::name)
            return false;
        const auto& all = levels[level];
        return std::find(all.begin(), all.end(), now().text) != all.end();
    }

    Part read_level(std::size_t level)
    {
        constexpr std::size_t levels = 6;
        static_assert(expression_depth_max <= 100); // each bracket goes through all levels
        if (level == levels)
            return read_unary();
        auto left = read_level(level + 1);
        while (is_operator_of(level)) {
            const auto operation = tokens_[at_++].text;
            auto right = read_level(level + 1);
            refuse_many(left.tree);
            refuse_many(right.tree);
            if (operation == "=" || operation == "!=") {
                check_choice(left.tree, right.tree);
                check_choice(right.tree, left.tree);
            }
            left = joined(operation, "", std::move(left), std::move(right));
        }
        return left;
    }

    Part read_unary()
    {
        if (!is_sign("-"))
            return read_primary();
        ++at_;
        const Deeper deeper(*this);
        auto part = read_unary();
        refuse_many(part.tree);
        Part negative{{"neg", "", 0, {}}, bounded(part.depth + 1)};
        negative.tree.parts.push_back(std::move(part.tree));
        return negative;
    }

    Part read_primary()
    {
        const auto token = now();
        ++at_;
        switch (token.kind) {
        case Token::Kind::number:
            return {{"num", "", number_in(token.text), {}}};
        case Token::Kind::text:
            return {{"str", token.text, 0, {}}};
        case Token::Kind::reference:
            return {path_tree(path_of_name(token.text))};
        case Token::Kind::path:
            return {path_tree(token.text)};
        case Token::Kind::name:
            return is_sign("(") ? read_call(token.text) : Part{column_tree(token.text)};
        case Token::Kind::sign:
            break;
        case Token::Kind::end:
            throw ExpressionWrong("ends_too_soon");
        }
        if (token.text != "(")
            throw ExpressionWrong("unexpected", token.text);
        const Deeper deeper(*this);
        auto inside = read_level(0);
        expect(")");
        return inside;
    }

    static double number_in(const std::string& text)
    {
        double number = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), number,
                                         std::chars_format::fixed);
        if (end.ec != std::errc())
            throw ExpressionWrong("not_a_number", text);
        return number;
    }

    Part joined(const std::string& operation, const std::string& text, Part left, Part right)
    {
        Part part{{operation, text, 0, {}}, bounded(std::max(left.depth, right.depth) + 1)};
        part.tree.parts.push_back(std::move(left.tree));
        part.tree.parts.push_back(std::move(right.tree));
        return part;
    }

    static int bounded(int depth)
    {
        if (depth > expression_depth_max)
            throw ExpressionWrong("too_deep", std::to_string(expression_depth_max));
        return depth;
    }

    // Brackets within brackets, for as long as it lives.
    class Deeper {
    public:
        explicit Deeper(Parser& parser) : parser_(parser) { bounded(++parser_.open_); }
        ~Deeper() { --parser_.open_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;

    private:
        Parser& parser_;
    };

    // ---- calls

    Part read_call(const std::string& name)
    {
        const auto* function = find_function(name);
        if (!function)
            throw ExpressionWrong("unknown_function", name);
        const Deeper deeper(*this);
        expect("(");
        Part call{{"call", name, 0, {}}, 1};
        const bool was_in_indexed = in_indexed_repeat_;
        while (!is_sign(")")) {
            if (!call.tree.parts.empty())
                expect(",");
            in_indexed_repeat_ = name == "indexed-repeat" || was_in_indexed;
            auto argument = read_level(0);
            call.depth = bounded(std::max(call.depth, argument.depth + 1));
            call.tree.parts.push_back(std::move(argument.tree));
        }
        in_indexed_repeat_ = was_in_indexed;
        expect(")");
        check_call(*function, call.tree);
        return call;
    }

    void check_call(const Function& function, Tree& call)
    {
        const auto count = static_cast<int>(call.parts.size());
        if (count < function.least || count > function.most)
            throw ExpressionWrong("wrong_arguments", std::string(function.name));
        for (std::size_t i = 0; i < call.parts.size(); ++i) {
            const char kind = function.arguments[std::min(i, function.arguments.size() - 1)];
            auto& argument = call.parts[i];
            if (kind == '.')
                refuse_many(argument);
            if (kind == 't' && !argument.is("str"))
                throw ExpressionWrong("text_wanted", std::string(function.name));
            if (kind == 'n' && !argument.is("path") && !argument.is("self"))
                throw ExpressionWrong("path_wanted", std::string(function.name));
            if ((kind == 'n' || kind == 'e') && !takes_groups(function.name))
                refuse_groups(argument);
        }
        check_particular(call);
    }

    static bool takes_groups(std::string_view name)
    {
        return name == "count" || name == "position" || name == "indexed-repeat";
    }

    void refuse_groups(const Tree& tree) const
    {
        if (!tree.is("path"))
            return;
        const auto* known = names_.by_path(absolute(tree.text, context_));
        if (known && (known->node->kind == Kind::group || known->node->kind == Kind::repeat))
            throw ExpressionWrong("not_a_question", tree.text);
    }

    void check_particular(Tree& call)
    {
        if (call.text == "selected")
            check_choice(call.parts[0], call.parts[1]);
        if (call.text == "regex")
            refuse_pattern(call.parts[1].text);
        else if (call.text == "format-date" && !is_date_format(call.parts[1].text))
            throw ExpressionWrong("date_format", call.parts[1].text);
        else if (call.text == "jr:choice-name")
            take_choice_question(call.parts[1].text);
        else if (call.text == "position")
            check_position(call.parts[0]);
        else if (call.text == "indexed-repeat")
            check_indexed_repeat(call);
    }

    // What is compared with the code of a choice must be one of that question's.
    void check_choice(const Tree& question, const Tree& code) const
    {
        const bool is_question = question.is("self") || question.is("path");
        if (!is_question || !code.is("str") || code.text.empty() ||
            (question.is("path") && is_column(question.text)))
            return;
        const auto path = absolute(question.is("self") ? "." : question.text, context_);
        const auto* known = names_.by_path(path);
        const auto& lists = names_.form().choices;
        const auto list = known ? lists.find(known->node->choices) : lists.end();
        if (list == lists.end())
            return;
        const bool is_there =
            std::any_of(list->second.begin(), list->second.end(),
                        [&](const Choice& choice) { return choice.name == code.text; });
        if (!is_there)
            throw ExpressionWrong("unknown_choice", code.text);
    }

    static void refuse_pattern(const std::string& pattern)
    {
        if (const auto why = fault_of_pattern(pattern); !why.empty())
            throw ExpressionWrong("bad_pattern", why);
    }

    // '${question}' or its path, within quotes: becomes its absolute path.
    void take_choice_question(std::string& text) const
    {
        const bool is_reference = text.starts_with("${") && text.ends_with("}");
        auto path = is_reference ? path_of_name(text.substr(2, text.size() - 3)) : text;
        path = absolute(path, context_);
        const auto* known = names_.by_path(path);
        if (!known || known->node->choices.empty())
            throw ExpressionWrong("not_a_choice_question", text);
        text = path;
    }

    // How far one is in a repeat: only from inside it.
    void check_position(const Tree& argument) const
    {
        const auto path = absolute(argument.text.empty() ? "." : argument.text, context_);
        const auto* known = names_.by_path(path);
        const bool above = context_ == path || context_.starts_with(path + "/");
        if (!known || known->node->kind != Kind::repeat || !above)
            throw ExpressionWrong("position_outside_repeat", path);
    }

    void check_indexed_repeat(Tree& call) const
    {
        if (call.parts.size() % 2 == 0)
            throw ExpressionWrong("wrong_arguments", "indexed-repeat");
        for (std::size_t i = 0; i < call.parts.size(); i += i == 0 ? 1 : 2) {
            auto& path = call.parts[i].text;
            path = absolute(path.empty() ? "." : path, context_);
            call.parts[i].operation = "path";
            const auto* known = names_.by_path(path);
            if (!known || (i > 0 && known->node->kind != Kind::repeat) ||
                (i > 0 && !call.parts[0].text.starts_with(path + "/")))
                throw ExpressionWrong("not_a_repeat_of_it", path);
        }
    }

    // ---- paths

    std::string path_of_name(const std::string& name) const
    {
        if (name.starts_with("last-saved#"))
            throw ExpressionWrong("unknown_function", "last-saved");
        const auto& known = names_.by_name(name);
        if (known.empty())
            throw ExpressionWrong("unknown_name", name);
        if (known.size() > 1)
            throw ExpressionWrong("ambiguous_name", name);
        const auto& path = known.front()->node->path;
        return in_indexed_repeat_ ? path : path_between(names_, context_, path);
    }

    Tree path_tree(const std::string& path) const
    {
        if (path == "." || path == "./") {
            if (place_ == Place::choice_filter)
                throw ExpressionWrong("unexpected", ".");
            return {"self", "", 0, {}};
        }
        const auto full = absolute(path, context_);
        if (!names_.by_path(full))
            throw ExpressionWrong("unknown_path", path);
        return {"path", path.ends_with('/') ? path.substr(0, path.size() - 1) : path, 0, {}};
    }

    // A name alone is a column of the choice; it must be there for one choice at least.
    Tree column_tree(const std::string& name) const
    {
        if (place_ != Place::choice_filter)
            throw ExpressionWrong("unknown_word", name);
        const auto* known = names_.by_path(context_);
        const auto& lists = names_.form().choices;
        const auto list = known ? lists.find(known->node->choices) : lists.end();
        const bool is_there =
            name == "name" ||
            (list != lists.end() &&
             std::any_of(list->second.begin(), list->second.end(),
                         [&](const Choice& choice) { return choice.columns.contains(name); }));
        if (!is_there)
            throw ExpressionWrong("unknown_column", name);
        return {"path", name, 0, {}};
    }

    // One value is wanted: a path to a group, or into a repeat from outside it, is none.
    void refuse_many(const Tree& tree) const
    {
        if (!tree.is("path") || is_column(tree.text))
            return;
        const auto* known = names_.by_path(absolute(tree.text, context_));
        if (!known || known->node->kind == Kind::group || known->node->kind == Kind::repeat)
            throw ExpressionWrong("not_a_question", tree.text);
        for (const auto& repeat : known->repeats)
            if (context_ != repeat && !context_.starts_with(repeat + "/"))
                throw ExpressionWrong("many_values", tree.text);
    }

    const Names& names_;
    const std::string& context_;
    const Place place_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int open_ = 0;
    bool in_indexed_repeat_ = false;
};

} // namespace

Tree compile(std::string_view source, const Names& names, const std::string& context, Place place)
{
    if (source.size() > expression_bytes_max)
        throw ExpressionWrong("too_long", std::to_string(expression_bytes_max));
    return Parser(source, names, context, place).read();
}

} // namespace xlsform
