// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/check.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

#include "base/problem.h"
#include "base/utf8.h"
#include "survey/xlsform/answer_kinds.h"
#include "survey/xlsform/compiled.h"
#include "survey/xlsform/evaluation.h"
#include "survey/xlsform/moments.h"

namespace xlsform {

namespace {

constexpr std::size_t wrong_max = 500;

bool is_plain(std::string_view text)
{
    return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
           });
}

bool is_group(Kind kind) { return kind == Kind::group || kind == Kind::repeat; }

// With an exponent, as Collect writes what is large or small: "3.0E9".
double number_said(const std::string& text)
{
    double number = std::numeric_limits<double>::quiet_NaN();
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ec == std::errc() && end.ptr == text.data() + text.size()
               ? number
               : std::numeric_limits<double>::quiet_NaN();
}

// Two texts of the same number are the same: "2" and "2.0".
bool says_the_same(const std::string& one, const std::string& other)
{
    if (one == other)
        return true;
    const auto left = number_said(one);
    const auto right = number_said(other);
    return std::fabs(left - right) <= 1e-9 * std::max(1.0, std::fabs(left));
}

// One filled-in form, from its answers to what is wrong with them.
class Run {
public:
    Run(const Form& form, const Compiled& compiled, Instant now)
        : form_(form), compiled_(compiled), now_(wall_text(now)), instance_(form)
    {
    }

    std::vector<WrongAnswer> check(const std::vector<Answer>& answers)
    {
        if (answers.size() > answers_max) {
            wrong("", "", "too_many", std::to_string(answers_max));
            return std::move(wrong_);
        }
        for (const auto& answer : answers)
            take(answer);
        try {
            for (const auto& step : compiled_.order())
                work_out(step);
            for (const auto& node : compiled_.nodes())
                for (const auto* item : instance_.items_of(*node.node))
                    look_at(node, *item);
        } catch (const TooComplex&) {
            wrong("", "", "too_complex");
        }
        return std::move(wrong_);
    }

private:
    void wrong(const std::string& question, const std::string& occurrence, const char* code,
               std::string fact = {})
    {
        if (wrong_.size() < wrong_max)
            wrong_.push_back({question, occurrence, code, std::move(fact)});
    }
    void wrong(const Item& item, const char* code, std::string fact = {})
    {
        wrong(item.node->path, item.occurrence(), code, std::move(fact));
    }

    Asking asking(const Item& self)
    {
        return {form_, instance_.root(),       &self,       nullptr,
                now_,  form_.default_language, &steps_left_};
    }

    // ---- taking answers

    void take(const Answer& answer)
    {
        const auto& [question, occurrence, value] = answer;
        if (value.empty())
            return;
        const auto* known = compiled_.names().by_path(question);
        if (!known || is_group(known->node->kind) || known->node->kind == Kind::note)
            return wrong(question, occurrence, "unknown_question");
        if (value.size() > answer_bytes_max)
            return wrong(question, occurrence, "too_long", std::to_string(answer_bytes_max));
        if (!is_plain(value))
            return wrong(question, occurrence, "wrong_type");
        // One number for each repeat that it stands in.
        const auto numbers = occurrence.empty()
                                 ? 0
                                 : 1 + static_cast<std::size_t>(
                                           std::count(occurrence.begin(), occurrence.end(), '.'));
        auto* item = numbers == known->repeats.size()
                         ? instance_.place(question, occurrence, occurrences_max)
                         : nullptr;
        if (!item)
            return wrong(question, occurrence, "wrong_occurrence");
        if (!item->value.empty())
            return wrong(question, occurrence, "answered_twice");
        item->value = value;
    }

    // ---- working out what is asked, and what is calculated

    void work_out(const Step& step)
    {
        const auto& of = *step.of;
        if (step.what == Step::What::repeat_count && of.repeat_count) {
            const auto path = of.node->path.substr(0, of.node->path.rfind('/'));
            const auto* above = compiled_.names().by_path(path);
            if (!above)
                return work_out_count(of, instance_.root());
            const auto parents = instance_.items_of(*above->node);
            for (auto* parent : parents)
                work_out_count(of, *parent);
        }
        for (auto* item : instance_.items_of(*of.node))
            if (step.what == Step::What::relevance)
                work_out_relevance(of, *item);
            else if (step.what == Step::What::value)
                work_out_value(of, *item);
    }

    // An occurrence in which nothing was answered is not sent: what counts or joins them cannot be
    // worked out again here, and stays as it was said.
    bool counts_blanks(const Tree& tree, const Node& node) const
    {
        if (tree.is("call") && (tree.text == "count" || tree.text == "join"))
            for (const auto& read : reads_of(tree, node.path)) {
                const auto* known = compiled_.names().by_path(read);
                if (known && (known->node->kind == Kind::repeat || !known->repeats.empty()))
                    return true;
            }
        return std::any_of(tree.parts.begin(), tree.parts.end(),
                           [&](const Tree& part) { return counts_blanks(part, node); });
    }

    // There are as many occurrences as the form says, answered or not.
    void work_out_count(const CompiledNode& of, Item& parent)
    {
        Item outside; // stands where an occurrence would, so that "../x" is what it says
        outside.node = of.node;
        outside.parent = &parent;
        const auto wanted = to_number(evaluate(*of.repeat_count, asking(outside)));
        const auto count =
            wanted >= 1 ? static_cast<int>(std::min(wanted, 1.0 * occurrences_max)) : 0;
        if (!instance_.extend(parent, *of.node, count))
            throw TooComplex();
        const auto place = static_cast<std::size_t>(
            of.node - (parent.node ? parent.node->children : form_.nodes).data());
        if (static_cast<int>(parent.children[place].size()) > count)
            wrong(*parent.children[place].back(), "wrong_occurrence", std::to_string(count));
    }

    void work_out_relevance(const CompiledNode& of, Item& item)
    {
        item.relevant = item.parent->relevant;
        if (item.relevant && of.relevant)
            item.relevant = to_truth(evaluate(*of.relevant, asking(item)));
        if (item.relevant || item.value.empty())
            return;
        wrong(item, "not_relevant");
        item.value.clear();
    }

    void work_out_value(const CompiledNode& of, Item& item)
    {
        if (!of.calculation || !item.relevant)
            return;
        const auto value = evaluate(*of.calculation, asking(item));
        const auto* number = std::get_if<double>(&value);
        const auto expected = number && std::isnan(*number) ? std::string() : to_text(value);
        const bool is_ours =
            is_stable(*of.calculation) && !counts_blanks(*of.calculation, *of.node);
        if (is_ours || item.value.empty()) {
            if (!item.value.empty() && !says_the_same(item.value, expected))
                wrong(item, "calculation", expected);
            item.value = expected;
        }
    }

    // ---- looking at each answer

    void look_at(const CompiledNode& of, const Item& item)
    {
        const auto& node = *of.node;
        if (!item.relevant || is_group(node.kind) || node.kind == Kind::note)
            return;
        if (item.value.empty()) {
            if (of.required && to_truth(evaluate(*of.required, asking(item))))
                wrong(item, "required");
            return;
        }
        if (!fits_kind(node, item.value))
            return wrong(item, "wrong_type");
        if (node.kind == Kind::one || node.kind == Kind::many)
            look_at_choices(of, item);
        if (of.constraint && !to_truth(evaluate(*of.constraint, asking(item))))
            wrong(item, "constraint");
    }

    void look_at_choices(const CompiledNode& of, const Item& item)
    {
        const auto list = form_.choices.find(of.node->choices);
        const auto codes = of.node->kind == Kind::many ? codes_of(item.value)
                                                       : std::vector<std::string>{item.value};
        std::set<std::string> seen;
        for (const auto& code : codes) {
            if (!seen.insert(code).second)
                wrong(item, "answered_twice", code);
            // A list may have the same code for several rows of a filter: one must be offered.
            bool is_there = false;
            bool is_offered = false;
            for (const auto& choice : list->second) {
                if (choice.name != code)
                    continue;
                is_there = true;
                is_offered |= offers(of, item, choice);
            }
            if (!is_offered)
                wrong(item, is_there ? "filtered_choice" : "unknown_choice", code);
        }
    }

    bool offers(const CompiledNode& of, const Item& item, const Choice& choice)
    {
        if (!of.choice_filter)
            return true;
        auto filtering = asking(item);
        filtering.choice = &choice;
        return to_truth(evaluate(*of.choice_filter, filtering));
    }

    const Form& form_;
    const Compiled& compiled_;
    const std::string now_;
    Instance instance_;
    long steps_left_ = steps_max;
    std::vector<WrongAnswer> wrong_;
};

} // namespace

struct Checker::Inside {
    explicit Inside(const Form& form) : form(form), compiled(form, faults) {}

    const Form& form;
    std::vector<Fault> faults;
    Compiled compiled;
};

Checker::Checker(const Form& form) : inside_(std::make_unique<Inside>(form))
{
    ENSURE(inside_->faults.empty()); // it was read without one
}

Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;

std::vector<WrongAnswer> Checker::check(const std::vector<Answer>& answers, Instant now) const
{
    return Run(inside_->form, inside_->compiled, now).check(answers);
}

std::vector<WrongAnswer> check_answers(const Form& form, const std::vector<Answer>& answers,
                                       Instant now)
{
    return Checker(form).check(answers, now);
}

const Node* find_node(const Form& form, std::string_view path)
{
    const auto* nodes = &form.nodes;
    while (true) {
        const auto found = std::find_if(nodes->begin(), nodes->end(), [&](const Node& node) {
            return path == node.path || path.starts_with(node.path + "/");
        });
        if (found == nodes->end() || found->path == path)
            return found == nodes->end() ? nullptr : &*found;
        nodes = &found->children;
    }
}

} // namespace xlsform
