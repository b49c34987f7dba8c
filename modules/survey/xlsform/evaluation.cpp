// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/evaluation.h"

#include <algorithm>
#include <cmath>

#include "survey/xlsform/moments.h"

namespace xlsform {

// ---- one kind of value as another

std::string to_text(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    if (const auto* number = std::get_if<double>(&value))
        return to_text(*number);
    return std::get<bool>(value) ? "true" : "false";
}

double to_number(const Value& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? 1 : 0;
    const auto& text = std::get<std::string>(value);
    if (const auto moment = parse_moment(text))
        return days_of(*moment);
    return number_of_text(text);
}

bool to_truth(const Value& value)
{
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth;
    if (const auto* number = std::get_if<double>(&value))
        return *number != 0 && !std::isnan(*number);
    return !std::get<std::string>(value).empty();
}

void spend(const Asking& asking, std::size_t steps)
{
    *asking.steps_left -= static_cast<long>(steps);
    if (*asking.steps_left < 0)
        throw TooComplex();
}

// ---- paths

namespace {

bool stands_in(const Item* self, const Item* item)
{
    for (; self; self = self->parent)
        if (self == item)
            return true;
    return false;
}

// The children called `name` of all of `above`. Of a repeat that one stands in, on the way to
// something below it, only that occurrence.
std::vector<const Item*> children_called(const std::vector<const Item*>& above,
                                         std::string_view name, bool is_last, const Asking& asking)
{
    std::vector<const Item*> found;
    for (const auto* item : above) {
        spend(asking, item->children.size() / 8);
        for (const auto& occurrences : item->children) {
            if (occurrences.empty() || occurrences.front()->node->name != name)
                continue;
            spend(asking, occurrences.size());
            const auto own = std::find_if(occurrences.begin(), occurrences.end(),
                                          [&](const std::unique_ptr<Item>& one) {
                                              return stands_in(asking.self, one.get());
                                          });
            if (!is_last && own != occurrences.end())
                found.push_back(own->get());
            else
                for (const auto& one : occurrences)
                    found.push_back(one.get());
        }
    }
    return found;
}

std::string_view take_step(std::string_view& path)
{
    const auto step = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), step.size() + 1));
    return step;
}

Value column_of(const Choice& choice, const std::string& name)
{
    if (name == "name")
        return choice.name;
    const auto found = choice.columns.find(name);
    return found == choice.columns.end() ? std::string() : found->second;
}

} // namespace

std::vector<const Item*> items_at(const std::string& path, const Asking& asking)
{
    std::string_view rest = path;
    std::vector<const Item*> found{asking.self};
    if (rest.starts_with('/')) {
        found = {&asking.root};
        rest.remove_prefix(1);
        take_step(rest); // "data"
    }
    while (!rest.empty() && !found.empty()) {
        const auto step = take_step(rest);
        spend(asking, found.size());
        if (step == "..")
            found = {found.front()->parent ? found.front()->parent : found.front()};
        else if (step != ".")
            found = children_called(found, step, rest.empty(), asking);
    }
    std::erase_if(found, [](const Item* item) { return !item->relevant; });
    return found;
}

Value value_of(const Item& item)
{
    const auto kind = item.node ? item.node->kind : Kind::group;
    if (kind == Kind::integer || kind == Kind::decimal || kind == Kind::range)
        if (const auto number = number_of_text(item.value); !std::isnan(number))
            return number;
    return item.value;
}

// ---- operators

namespace {

Value value_at(const std::string& path, const Asking& asking)
{
    if (is_column(path) && asking.choice)
        return column_of(*asking.choice, path);
    const auto found = items_at(path, asking);
    return found.empty() ? std::string() : value_of(*found.front());
}

// XPath 1.0, 3.4: as truths if one is a truth, as numbers if one is a number, else as texts.
bool is_equal(const Value& left, const Value& right)
{
    if (std::holds_alternative<bool>(left) || std::holds_alternative<bool>(right))
        return to_truth(left) == to_truth(right);
    if (std::holds_alternative<double>(left) || std::holds_alternative<double>(right))
        return to_number(left) == to_number(right);
    return to_text(left) == to_text(right);
}

Value compute(const std::string& operation, double left, double right)
{
    if (operation == "+")
        return left + right;
    if (operation == "-")
        return left - right;
    if (operation == "*")
        return left * right;
    if (operation == "div")
        return left / right;
    if (operation == "mod")
        return std::fmod(left, right);
    if (operation == "<")
        return left < right;
    if (operation == "<=")
        return left <= right;
    return operation == ">" ? left > right : left >= right;
}

} // namespace

Value evaluate(const Tree& tree, const Asking& asking)
{
    spend(asking, 1);
    if (tree.is("str"))
        return tree.text;
    if (tree.is("num"))
        return tree.number;
    if (tree.is("path"))
        return value_at(tree.text, asking);
    if (tree.is("self"))
        return value_of(*asking.self);
    if (tree.is("call"))
        return call(tree, asking);
    if (tree.is("neg"))
        return -to_number(evaluate(tree.parts[0], asking));

    const auto left = evaluate(tree.parts[0], asking);
    if (tree.is("and"))
        return to_truth(left) && to_truth(evaluate(tree.parts[1], asking));
    if (tree.is("or"))
        return to_truth(left) || to_truth(evaluate(tree.parts[1], asking));
    const auto right = evaluate(tree.parts[1], asking);
    if (tree.is("="))
        return is_equal(left, right);
    if (tree.is("!="))
        return !is_equal(left, right);
    return compute(tree.operation, to_number(left), to_number(right));
}

} // namespace xlsform
