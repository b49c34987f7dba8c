// SPDX-License-Identifier: EUPL-1.2
// What somebody who does not exist might answer: for the demonstration, for trying out a
// questionnaire, and for the tests.
#include <cmath>

#include "survey/draw.h"
#include "survey/survey.h"
#include "survey/xlsform/answer_kinds.h"
#include "survey/xlsform/compiled.h"
#include "survey/xlsform/evaluation.h"
#include "survey/xlsform/form_json.h"
#include "survey/xlsform/moments.h"

namespace survey {

namespace {

using xlsform::Item;
using xlsform::Kind;

constexpr int tries_max = 60; // until an answer keeps the rule of its question

// From 0 to 1, always the same for the same text: how much a thing is liked.
double liking(const std::string& text) { return Chance("liking " + text).share(); }

class Respondent {
public:
    Respondent(const xlsform::Form& form, const xlsform::Compiled& compiled, const Invented& who)
        : form_(form),
          compiled_(compiled),
          who_(who),
          now_(xlsform::wall_text(who.now)),
          chance_("respondent " + who.seed),
          instance_(form)
    {
    }

    // In the order of the form: what comes later is asked because of what was said before.
    std::vector<InterviewAnswer> answers()
    {
        std::vector<InterviewAnswer> all;
        for (const auto& of : compiled_.nodes())
            for (auto* item : instance_.items_of(*of.node)) {
                answer(of, *item);
                if (!item->value.empty())
                    all.push_back({of.node->path, occurrence_of(*item), item->value});
            }
        return all;
    }

private:
    static std::optional<std::string> occurrence_of(const Item& item)
    {
        auto text = item.occurrence();
        if (text.empty())
            return std::nullopt;
        return text;
    }

    xlsform::Asking asking(const Item& self)
    {
        return {form_, instance_.root(),       &self,       nullptr,
                now_,  form_.default_language, &steps_left_};
    }
    bool is_true(const xlsform::Tree& tree, const Item& item)
    {
        return xlsform::to_truth(evaluate(tree, asking(item)));
    }

    void answer(const xlsform::CompiledNode& of, Item& item)
    {
        item.relevant = item.parent->relevant && (!of.relevant || is_true(*of.relevant, item));
        const auto kind = of.node->kind;
        if (!item.relevant || kind == Kind::group || kind == Kind::repeat || kind == Kind::note)
            return;
        if (of.calculation)
            return calculate(of, item);
        const bool is_needed = of.required && is_true(*of.required, item);
        if (!is_needed && chance_.share() > 0.85)
            return;
        for (int attempt = 0; attempt < tries_max; ++attempt) {
            item.value = said(of, item, attempt);
            if (item.value.empty() || !of.constraint || is_true(*of.constraint, item))
                return;
        }
        item.value.clear();
    }

    void calculate(const xlsform::CompiledNode& of, Item& item)
    {
        const auto value = evaluate(*of.calculation, asking(item));
        const auto* number = std::get_if<double>(&value);
        item.value = number && std::isnan(*number) ? std::string() : xlsform::to_text(value);
    }

    std::string said(const xlsform::CompiledNode& of, const Item& item, int attempt)
    {
        const auto& node = *of.node;
        if (const auto given = who_.given.find(node.name); given != who_.given.end())
            return given->second;
        switch (node.kind) {
        case Kind::one:
            return one_of(of, item);
        case Kind::many:
            return some_of(of, item, attempt);
        case Kind::text:
            return who_.phrases.empty() ? "-" : who_.phrases[chance_.below(who_.phrases.size())];
        case Kind::integer:
        case Kind::decimal:
            return std::to_string(number_for(node, attempt));
        case Kind::range:
            return xlsform::range_of(node.parameters)->start;
        case Kind::date:
            return now_.substr(0, 10);
        case Kind::acknowledge:
            return "OK";
        case Kind::meta:
            return node.parameters == "today" ? now_.substr(0, 10) : now_;
        default:
            return "";
        }
    }

    std::vector<std::string> offered(const xlsform::CompiledNode& of, const Item& item)
    {
        std::vector<std::string> codes;
        for (const auto& choice : form_.choices.at(of.node->choices)) {
            auto filtering = asking(item);
            filtering.choice = &choice;
            if (!of.choice_filter || xlsform::to_truth(evaluate(*of.choice_filter, filtering)))
                codes.push_back(choice.name);
        }
        return codes;
    }

    // What everybody of the same kind likes alike, and somewhat what their own district does.
    double liking_of(const xlsform::Node& node, const std::string& code)
    {
        return 0.7 * liking(node.choices + code) + 0.3 * liking(who_.kind + code);
    }

    std::string one_of(const xlsform::CompiledNode& of, const Item& item)
    {
        const auto codes = offered(of, item);
        double sum = 0;
        for (const auto& code : codes)
            sum += 0.1 + liking_of(*of.node, code);
        double place = chance_.share() * sum;
        for (const auto& code : codes) {
            place -= 0.1 + liking_of(*of.node, code);
            if (place < 0)
                return code;
        }
        return codes.empty() ? "" : codes.back();
    }

    // Where several of them contradict each other, fewer are tried, at last one alone.
    std::string some_of(const xlsform::CompiledNode& of, const Item& item, int attempt)
    {
        std::string codes;
        const double less = 1.0 / (1 + attempt / 10);
        for (const auto& code : offered(of, item))
            if (chance_.share() < 0.75 * less * liking_of(*of.node, code))
                codes += (codes.empty() ? "" : " ") + code;
        if (codes.empty() || attempt > tries_max / 2)
            return one_of(of, item);
        return codes;
    }

    // Around what is usual for the question; anything that its rule takes, if that is refused.
    int number_for(const xlsform::Node& node, int attempt)
    {
        if (attempt > 5)
            return attempt - 6;
        const double usual = 7 * liking(node.name) + 2 * liking(who_.kind + node.name);
        return static_cast<int>(usual + 3 * chance_.share());
    }

    const xlsform::Form& form_;
    const xlsform::Compiled& compiled_;
    const Invented& who_;
    const std::string now_;
    Chance chance_;
    xlsform::Instance instance_;
    long steps_left_ = 5'000'000;
};

} // namespace

struct Inventor::Inside {
    explicit Inside(std::string_view json)
        : form(xlsform::form_from_json(json)), compiled(form, faults)
    {
        ENSURE(faults.empty());
    }

    xlsform::Form form;
    std::vector<xlsform::Fault> faults;
    xlsform::Compiled compiled;
};

Inventor::Inventor(std::string_view form) : inside_(std::make_unique<Inside>(form)) {}

Inventor::~Inventor() = default;

std::vector<InterviewAnswer> Inventor::answers(const Invented& who) const
{
    return Respondent(inside_->form, inside_->compiled, who).answers();
}

} // namespace survey
