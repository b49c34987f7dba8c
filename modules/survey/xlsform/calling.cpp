// SPDX-License-Identifier: EUPL-1.2
// What each function comes to. The browser's are in modules/survey/web; expressions.json holds both
// to the same.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

#include "survey/xlsform/evaluation.h"
#include "survey/xlsform/moments.h"
#include "survey/xlsform/pattern.h"

namespace xlsform {

namespace {

constexpr std::size_t text_bytes_max = 200'000;
constexpr auto none = std::numeric_limits<double>::quiet_NaN();

// A call and where it is asked: each argument is worked out when it is wanted.
class Call {
public:
    Call(const Tree& tree, const Asking& asking) : tree_(tree), asking_(asking) {}

    const Asking& asking() const { return asking_; }
    std::size_t count() const { return tree_.parts.size(); }
    const Tree& part(std::size_t place) const { return tree_.parts[place]; }

    Value value(std::size_t place) const { return evaluate(tree_.parts[place], asking_); }
    double number(std::size_t place) const { return to_number(value(place)); }
    bool truth(std::size_t place) const { return to_truth(value(place)); }
    std::string text(std::size_t place) const
    {
        auto text = to_text(value(place));
        spend(asking_, text.size() / 16);
        return text;
    }

    std::vector<const Item*> items(std::size_t place) const
    {
        const auto& part = tree_.parts[place];
        return items_at(part.is("self") ? "." : part.text, asking_);
    }

    // Each value of the arguments from `first` on; of a path, those of all its nodes.
    std::vector<Value> values_from(std::size_t first) const
    {
        std::vector<Value> values;
        for (auto place = first; place < count(); ++place) {
            const auto& part = tree_.parts[place];
            if (!part.is("path") || is_column(part.text)) {
                values.push_back(value(place));
                continue;
            }
            for (const auto* item : items(place))
                values.push_back(value_of(*item));
        }
        spend(asking_, values.size());
        return values;
    }

private:
    const Tree& tree_;
    const Asking& asking_;
};

bool is_empty(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text && text->empty();
}

std::vector<std::string> codes_in(const std::string& text)
{
    constexpr auto space = " \t\r\n";
    std::vector<std::string> codes;
    for (auto begins = text.find_first_not_of(space); begins != std::string::npos;) {
        const auto ends = std::min(text.find_first_of(space, begins), text.size());
        codes.push_back(text.substr(begins, ends - begins));
        begins = text.find_first_not_of(space, ends);
    }
    return codes;
}

// By characters, not bytes.
std::vector<std::string> characters_of(const std::string& text)
{
    std::vector<std::string> characters;
    for (const char c : text) {
        if ((c & 0xC0) != 0x80 || characters.empty())
            characters.emplace_back();
        characters.back() += c;
    }
    return characters;
}

// ---- numbers

// The number that such a text is, with its point so many places further on: "2.675" and 2 are
// 267.5, which 2.675 * 100 is not.
double shifted(double number, int places)
{
    const auto text = to_text(number) + "e" + std::to_string(places);
    double found = none;
    std::from_chars(text.data(), text.data() + text.size(), found);
    return found;
}

// Halves go up, of the number as it is written: as Collect does.
Value round_of(const Call& call)
{
    const auto number = call.number(0);
    const auto places = call.count() > 1 ? call.number(1) : 0;
    if (!std::isfinite(number) || std::isnan(places))
        return std::isnan(places) ? none : number;
    constexpr double places_max = 10;
    const auto whole = static_cast<int>(std::clamp(places, -places_max, places_max));
    return shifted(std::floor(shifted(number, whole) + 0.5), -whole);
}

// What is not answered, or is no number, counts for nothing.
std::vector<double> numbers_in(const Call& call)
{
    std::vector<double> numbers;
    for (const auto& value : call.values_from(0))
        if (const auto number = to_number(value); !std::isnan(number))
            numbers.push_back(number);
    return numbers;
}

Value sum_of(const Call& call)
{
    const auto numbers = numbers_in(call);
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

Value extreme_of(const Call& call, bool largest)
{
    const auto numbers = numbers_in(call);
    if (numbers.empty())
        return none;
    return largest ? *std::max_element(numbers.begin(), numbers.end())
                   : *std::min_element(numbers.begin(), numbers.end());
}

Value count_non_empty(const Call& call)
{
    const auto items = call.items(0);
    return static_cast<double>(std::count_if(
        items.begin(), items.end(), [](const Item* item) { return !item->value.empty(); }));
}

// ---- texts

std::string joined(const std::vector<Value>& values, const std::string& between,
                   const Asking& asking)
{
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        text += (i > 0 ? between : "") + to_text(values[i]);
        if (text.size() > text_bytes_max)
            throw TooComplex();
    }
    spend(asking, text.size() / 16);
    return text;
}

// From nought, the end left out; a negative place counts from the end.
Value substr_of(const Call& call)
{
    const auto characters = characters_of(call.text(0));
    const auto size = static_cast<double>(characters.size());
    const auto place = [&](double number) {
        if (std::isnan(number))
            return 0.0;
        const auto whole = std::trunc(number);
        return std::clamp(whole < 0 ? size + whole : whole, 0.0, size);
    };
    const auto begins = place(call.number(1));
    const auto ends = call.count() > 2 ? place(call.number(2)) : size;
    std::string text;
    for (auto at = begins; at < ends; ++at)
        text += characters[static_cast<std::size_t>(at)];
    return text;
}

Value translated(const Call& call)
{
    const auto from = characters_of(call.text(1));
    const auto to = characters_of(call.text(2));
    std::map<std::string, std::string> table;
    for (std::size_t i = 0; i < from.size(); ++i)
        table.emplace(from[i], i < to.size() ? to[i] : "");
    std::string text;
    for (const auto& character : characters_of(call.text(0))) {
        const auto found = table.find(character);
        text += found == table.end() ? character : found->second;
    }
    return text;
}

// Not by the columns of a sheet of values: each space once, none at the ends.
Value normalized(const Call& call)
{
    std::string text;
    for (const auto& code : codes_in(call.text(0)))
        text += (text.empty() ? "" : " ") + code;
    return text;
}

bool boolean_from(const std::string& text)
{
    std::string small;
    for (const char c : text)
        small += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small == "true" || small == "1";
}

// ---- choices

Value is_selected(const Call& call)
{
    const auto codes = codes_in(call.text(0));
    const auto wanted = codes_in(call.text(1));
    return wanted.size() == 1 && std::find(codes.begin(), codes.end(), wanted[0]) != codes.end();
}

Value selected_at(const Call& call)
{
    const auto codes = codes_in(call.text(0));
    const auto place = std::trunc(call.number(1));
    const bool is_there = place >= 0 && place < static_cast<double>(codes.size());
    return is_there ? codes[static_cast<std::size_t>(place)] : std::string();
}

const Node* node_at(const std::vector<Node>& nodes, std::string_view path)
{
    for (const auto& node : nodes) {
        if (node.path == path)
            return &node;
        if (path.starts_with(node.path + "/"))
            return node_at(node.children, path);
    }
    return nullptr;
}

Value choice_name(const Call& call)
{
    const auto& asking = call.asking();
    const auto* node = node_at(asking.form.nodes, call.part(1).text);
    const auto list = node ? asking.form.choices.find(node->choices) : asking.form.choices.end();
    if (list == asking.form.choices.end())
        return std::string();
    const auto code = call.text(0);
    for (const auto& choice : list->second) {
        spend(asking, 1);
        if (choice.name != code)
            continue;
        auto label = choice.label.find(asking.language);
        if (label == choice.label.end())
            label = choice.label.find(asking.form.default_language);
        return label == choice.label.end() ? std::string() : label->second;
    }
    return std::string();
}

// ---- days

Value date_of(const Call& call)
{
    const auto value = call.value(0);
    if (is_empty(value))
        return std::string();
    if (const auto moment = parse_moment(to_text(value)))
        return to_string(moment->date);
    constexpr double days_most = 2'900'000; // the year 9909
    const auto days = std::floor(to_number(value));
    return days > -700'000 && days < days_most ? to_string(Date{static_cast<int>(days)})
                                               : std::string();
}

Value format_date(const Call& call)
{
    const auto value = call.value(0);
    const auto* number = std::get_if<double>(&value);
    auto moment = parse_moment(to_text(value));
    if (number && std::fabs(*number) < 700'000)
        moment = Moment{Date{static_cast<int>(std::floor(*number))}, std::nullopt};
    return moment ? formatted(*moment, call.part(1).text) : std::string();
}

// ---- repeats

Value position_of(const Call& call)
{
    const auto& part = call.part(0);
    const auto path = part.is("self") ? std::string(".") : part.text;
    if (!path.starts_with('/')) {
        const auto found = items_at(path, call.asking());
        return found.empty() ? none : static_cast<double>(found.front()->position);
    }
    for (const auto* item = call.asking().self; item; item = item->parent)
        if (item->node && item->node->path == path)
            return static_cast<double>(item->position);
    return none;
}

// indexed-repeat(question, repeat, number, …): the question in that occurrence of that repeat.
Value indexed_repeat(const Call& call)
{
    std::vector<const Item*> found{&call.asking().root};
    std::string_view rest = call.part(0).text;
    std::string path = std::string(rest.substr(0, rest.find('/', 1)));
    while (path.size() < rest.size() && !found.empty()) {
        const auto name_begins = path.size() + 1;
        path = rest.substr(0, std::min(rest.find('/', name_begins), rest.size()));
        std::optional<double> wanted; // none: the one that one stands in
        for (std::size_t i = 1; i + 1 < call.count(); i += 2)
            if (call.part(i).text == path)
                wanted = std::max(1.0, std::trunc(call.number(i + 1))); // none before the first
        std::vector<const Item*> below;
        for (const auto& occurrences : found.front()->children)
            for (const auto& one : occurrences)
                if (one->node->path == path)
                    below.push_back(one.get());
        spend(call.asking(), below.size() + 1);
        const bool is_asked = std::any_of(below.begin(), below.end(), [](const Item* one) {
            return one->node->kind == Kind::repeat;
        });
        if (is_asked)
            std::erase_if(below, [&](const Item* one) {
                const auto* self = call.asking().self;
                while (!wanted && self && self != one)
                    self = self->parent;
                return wanted ? one->position != *wanted : self != one;
            });
        found = std::move(below);
    }
    return found.empty() || !found.front()->relevant ? std::string() : value_of(*found.front());
}

// Its own answer, once it has one.
Value once_of(const Call& call)
{
    const auto own = value_of(*call.asking().self);
    return is_empty(own) ? call.value(0) : own;
}

using Doing = std::function<Value(const Call&)>;

const std::map<std::string, Doing, std::less<>>& doings()
{
    static const std::map<std::string, Doing, std::less<>> all{
        {"abs", [](const Call& c) { return Value(std::fabs(c.number(0))); }},
        {"boolean", [](const Call& c) { return Value(c.truth(0)); }},
        {"boolean-from-string", [](const Call& c) { return Value(boolean_from(c.text(0))); }},
        {"coalesce",
         [](const Call& c) {
             auto first = c.value(0);
             return is_empty(first) ? c.value(1) : first;
         }},
        {"concat", [](const Call& c) { return Value(joined(c.values_from(0), "", c.asking())); }},
        {"contains",
         [](const Call& c) { return Value(c.text(0).find(c.text(1)) != std::string::npos); }},
        {"count", [](const Call& c) { return Value(static_cast<double>(c.items(0).size())); }},
        {"count-non-empty", count_non_empty},
        {"count-selected",
         [](const Call& c) { return Value(static_cast<double>(codes_in(c.text(0)).size())); }},
        {"date", date_of},
        {"decimal-date-time", [](const Call& c) { return Value(c.number(0)); }},
        {"ends-with", [](const Call& c) { return Value(c.text(0).ends_with(c.text(1))); }},
        {"false", [](const Call&) { return Value(false); }},
        {"format-date", format_date},
        {"if", [](const Call& c) { return c.truth(0) ? c.value(1) : c.value(2); }},
        {"indexed-repeat", indexed_repeat},
        {"int", [](const Call& c) { return Value(std::trunc(c.number(0))); }},
        {"join",
         [](const Call& c) { return Value(joined(c.values_from(1), c.text(0), c.asking())); }},
        {"jr:choice-name", choice_name},
        {"max", [](const Call& c) { return extreme_of(c, true); }},
        {"min", [](const Call& c) { return extreme_of(c, false); }},
        {"normalize-space", normalized},
        {"not", [](const Call& c) { return Value(!c.truth(0)); }},
        {"now", [](const Call& c) { return Value(c.asking().now); }},
        {"number", [](const Call& c) { return Value(c.number(0)); }},
        {"once", once_of},
        {"position", position_of},
        {"pow", [](const Call& c) { return Value(std::pow(c.number(0), c.number(1))); }},
        {"regex",
         [](const Call& c) {
             spend(c.asking(), 10'000);
             return Value(matches(c.text(0), c.part(1).text));
         }},
        {"round", round_of},
        {"selected", is_selected},
        {"selected-at", selected_at},
        {"starts-with", [](const Call& c) { return Value(c.text(0).starts_with(c.text(1))); }},
        {"string", [](const Call& c) { return Value(c.text(0)); }},
        {"string-length",
         [](const Call& c) { return Value(static_cast<double>(characters_of(c.text(0)).size())); }},
        {"substr", substr_of},
        {"sum", sum_of},
        {"today", [](const Call& c) { return Value(c.asking().now.substr(0, 10)); }},
        {"translate", translated},
        {"true", [](const Call&) { return Value(true); }},
    };
    return all;
}

} // namespace

Value call(const Tree& tree, const Asking& asking)
{
    return doings().at(tree.text)(Call(tree, asking));
}

} // namespace xlsform
