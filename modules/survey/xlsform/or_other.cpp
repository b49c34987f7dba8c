// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/or_other.h"

#include <algorithm>

#include "survey/xlsform/compiled.h"

namespace xlsform {

namespace {

constexpr auto other = "other"; // as every tool for XLSForm calls it

struct OtherWords {
    const char* choice;
    const char* question;
};

// Of the languages in which the house asks; a form in others writes the choice itself.
const std::map<std::string, OtherWords>& other_words()
{
    static const std::map<std::string, OtherWords> words{
        {"it", {"Altro", "Altro: che cosa?"}},  {"en", {"Other", "Other: what?"}},
        {"fr", {"Autre", "Autre : quoi ?"}},    {"es", {"Otro", "Otro: ¿qué?"}},
        {"ar", {"غير ذلك", "غير ذلك: ما هو؟"}}, {"bn", {"অন্যান্য", "অন্যান্য: কী?"}},
        {"uk", {"Інше", "Інше: що саме?"}},     {"zh", {"其他", "其他：是什么？"}}};
    return words;
}

class Writer {
public:
    Writer(Form& form, std::vector<Fault>& faults) : form_(form), faults_(faults) {}

    void write(std::vector<Node>& nodes)
    {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            write(nodes[i].children);
            if (!nodes[i].or_other || !may_be_written(nodes[i], nodes))
                continue;
            nodes[i].choices = list_with_other(nodes[i].choices);
            auto question = question_of(nodes[i]);
            nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(question));
            ++i;
        }
    }

private:
    bool may_be_written(const Node& node, const std::vector<Node>& beside)
    {
        const auto name = node.name + "_other";
        const auto fault = [&](const char* column, const char* code, const std::string& fact) {
            faults_.push_back(fault_at(node, column, code, fact));
            return false;
        };
        for (const auto& language : form_.languages)
            if (!other_words().contains(language))
                return fault("type", "or_other_without_words", language);
        if (!node.choice_filter.empty())
            return fault("choice_filter", "or_other_with_filter", node.name);
        if (std::any_of(beside.begin(), beside.end(),
                        [&](const Node& one) { return one.name == name; }))
            return fault("name", "name_twice", name);
        return true;
    }

    Texts texts(const char* OtherWords::*which) const
    {
        Texts texts;
        for (const auto& language : form_.languages)
            texts[language] = other_words().at(language).*which;
        return texts;
    }

    // A list of its own: who asks the list without "other" does not offer it.
    std::string list_with_other(const std::string& list)
    {
        const auto name = list + "_or_other";
        if (form_.choices.contains(name))
            return name;
        auto choices = form_.choices[list];
        const bool has_one = std::any_of(choices.begin(), choices.end(),
                                         [](const Choice& choice) { return choice.name == other; });
        if (!has_one)
            choices.push_back({other, texts(&OtherWords::choice), {}});
        form_.choices[name] = std::move(choices);
        return name;
    }

    Node question_of(const Node& node) const
    {
        Node question;
        question.name = node.name + "_other";
        question.path = node.path + "_other";
        question.at = node.at;
        question.kind = Kind::text;
        question.label = texts(&OtherWords::question);
        question.relevant = "selected(../" + node.name + ", '" + other + "')";
        question.role = "OPEN";
        return question;
    }

    Form& form_;
    std::vector<Fault>& faults_;
};

} // namespace

void write_out_others(Form& form, std::vector<Fault>& faults)
{
    Writer(form, faults).write(form.nodes);
}

} // namespace xlsform
