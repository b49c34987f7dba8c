// SPDX-License-Identifier: EUPL-1.2
#include "survey/analysis/codebook.h"

#include <algorithm>
#include <optional>

#include "survey/analysis/names.h"

namespace analysis {

namespace {

using xlsform::Kind;
using xlsform::Node;

// A question of one version, as far as a table is concerned.
struct Asked {
    int version = 1;
    const Node* node = nullptr;
    const xlsform::Form* form = nullptr;
    Measure measure = Measure::text;
};

// One question in all versions in which its answers are of one kind.
struct Question {
    std::string path;
    Measure measure = Measure::text;
    std::vector<Asked> asked; // the earliest first
};

std::optional<Measure> measure_of(const Node& node)
{
    switch (node.kind) {
    case Kind::text:
        return Measure::text;
    case Kind::one:
    case Kind::acknowledge:
        return Measure::code;
    case Kind::many:
        return Measure::flag;
    case Kind::integer:
    case Kind::decimal:
    case Kind::range:
        return Measure::number;
    case Kind::calculate: // words that were put together stay out, see tables.cpp
        return node.aspect.empty() ? Measure::number : Measure::code;
    case Kind::date:
        return Measure::day;
    default: // what is read only, and what the device says of when
        return std::nullopt;
    }
}

void collect(const VersionForm& version, const std::vector<Node>& nodes,
             std::vector<Question>& questions)
{
    for (const auto& node : nodes) {
        collect(version, node.children, questions);
        const auto measure = measure_of(node);
        if (!measure)
            continue;
        auto found = std::find_if(questions.begin(), questions.end(), [&](const Question& one) {
            return one.path == node.path && one.measure == *measure;
        });
        if (found == questions.end())
            found = questions.insert(questions.end(), {node.path, *measure, {}});
        found->asked.push_back({version.number, &node, &version.form, *measure});
    }
}

std::string text_in(const xlsform::Texts& texts, const std::string& language,
                    const xlsform::Form& form)
{
    for (const auto& one : {language, form.default_language})
        if (const auto found = texts.find(one); found != texts.end() && !found->second.empty())
            return found->second;
    return texts.empty() ? std::string() : texts.begin()->second;
}

std::string label_of(const Asked& asked, const std::string& language)
{
    const auto text = text_in(asked.node->label, language, *asked.form);
    return text.empty() ? asked.node->name : text;
}

// Adds a wording, to the versions that have it already where there are some.
void add_wording(std::vector<Wording>& wordings, int version, const std::string& label)
{
    for (auto& one : wordings)
        if (one.label == label) {
            one.versions.push_back(version);
            return;
        }
    wordings.push_back({{version}, label});
}

std::string numbers_of(const std::vector<int>& versions)
{
    std::string text;
    for (const int one : versions)
        text += (text.empty() ? "v" : ", v") + std::to_string(one);
    return text;
}

// The newest wording; where there are several, each with its versions.
std::string label_of(const std::vector<Wording>& wordings)
{
    if (wordings.size() == 1)
        return wordings.front().label;
    std::string text;
    for (auto one = wordings.rbegin(); one != wordings.rend(); ++one)
        text += (text.empty() ? "" : " / ") + one->label + " (" + numbers_of(one->versions) + ")";
    return text;
}

const std::vector<xlsform::Choice>* choices_of(const Asked& asked)
{
    const auto found = asked.form->choices.find(asked.node->choices);
    return found == asked.form->choices.end() ? nullptr : &found->second;
}

// Codes in the order in which they came, version by version, so that a code keeps its number when
// others are added; whole numbers that were codes already are kept.
class Categories {
public:
    void add(const std::string& code, int version, const std::string& label)
    {
        auto found = std::find(codes_.begin(), codes_.end(), code);
        if (found == codes_.end()) {
            found = codes_.insert(codes_.end(), code);
            wordings_.emplace_back();
        }
        add_wording(wordings_[static_cast<std::size_t>(found - codes_.begin())], version, label);
    }
    bool has(const std::string& code) const
    {
        return std::find(codes_.begin(), codes_.end(), code) != codes_.end();
    }
    std::vector<Category> take() const
    {
        const bool are_numbers = std::all_of(codes_.begin(), codes_.end(), [](const auto& code) {
            return !code.empty() && code.size() <= 6 && (code.size() == 1 || code[0] != '0') &&
                   code.find_first_not_of("0123456789") == std::string::npos;
        });
        std::vector<Category> taken;
        for (std::size_t i = 0; i < codes_.size(); ++i)
            taken.push_back({are_numbers ? std::stoi(codes_[i]) : static_cast<int>(i) + 1,
                             codes_[i], label_of(wordings_[i])});
        return taken;
    }

private:
    std::vector<std::string> codes_;
    std::vector<std::vector<Wording>> wordings_;
};

std::vector<std::string> pieces_of(const std::string& value)
{
    std::vector<std::string> pieces;
    for (std::size_t begins = 0; begins < value.size();) {
        const auto ends = std::min(value.find(' ', begins), value.size());
        if (ends > begins)
            pieces.push_back(value.substr(begins, ends - begins));
        begins = ends + 1;
    }
    return pieces;
}

// "YES", "NOT_KNOWN": what a calculation about a need may answer.
bool is_code(const std::string& text)
{
    return !text.empty() && text.size() <= 40 &&
           text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string::npos;
}

// What was answered to each question: the occurrences, and codes that no list has.
struct Observed {
    std::set<std::string> occurrences;
    std::set<std::string> codes;
};

bool by_number(const std::string& one, const std::string& other)
{
    return one.size() != other.size() ? one.size() < other.size() : one < other;
}

class Maker {
public:
    Maker(const CodebookWish& wish, const std::vector<Interview>& interviews) : wish_(wish)
    {
        for (const auto& interview : interviews)
            for (const auto& answer : interview.answers) {
                auto& seen = observed_[answer.question];
                seen.occurrences.insert(answer.occurrence);
                seen.codes.insert(answer.value);
            }
    }

    std::vector<Variable> make()
    {
        for (auto one : wish_.own) {
            one.name = names_.take(one.name);
            made_.push_back(std::move(one));
        }
        std::vector<Question> questions;
        for (const auto& version : wish_.versions)
            collect(version, version.form.nodes, questions);
        std::map<std::string, int> kinds; // of one path
        for (const auto& one : questions)
            ++kinds[one.path];
        for (const auto& one : questions)
            add(one, kinds[one.path] > 1);
        return std::move(made_);
    }

private:
    void add(const Question& question, bool has_other_kinds)
    {
        Variable variable;
        const auto& newest = question.asked.back();
        variable.question = question.path;
        variable.measure = question.measure;
        variable.need = newest.node->need;
        variable.aspect = newest.node->aspect;
        variable.role = newest.node->role;
        for (const auto& one : question.asked) {
            add_wording(variable.wordings, one.version, label_of(one, wish_.language));
            variable.versions.push_back(one.version);
        }
        variable.label = label_of(variable.wordings);
        std::string name = newest.node->name;
        if (has_other_kinds)
            name += "_v" + std::to_string(question.asked.front().version);

        auto occurrences = std::vector<std::string>{""};
        if (const auto seen = observed_.find(question.path); seen != observed_.end())
            occurrences.assign(seen->second.occurrences.begin(), seen->second.occurrences.end());
        std::sort(occurrences.begin(), occurrences.end(), by_number);
        occurrences.resize(std::min(occurrences.size(), wish_.occurrences_most));
        const auto categories = categories_of(question);
        for (const auto& occurrence : occurrences)
            add_occurrence(variable, name, occurrence, categories);
    }

    void add_occurrence(Variable variable, std::string name, const std::string& occurrence,
                        const std::vector<Category>& categories)
    {
        variable.occurrence = occurrence;
        if (!occurrence.empty()) {
            name += "_" + occurrence;
            variable.label += " [" + occurrence + "]";
        }
        if (variable.measure == Measure::text) {
            add_words(std::move(variable), name);
            return;
        }
        if (variable.measure == Measure::flag) {
            for (const auto& one : categories)
                add_flag(variable, name, one, false);
            return;
        }
        variable.categories = categories;
        variable.name = names_.take(name);
        made_.push_back(std::move(variable));
    }

    // Of words: that there are some, and their themes.
    void add_words(Variable variable, const std::string& name)
    {
        const auto label = variable.label;
        Variable said = variable;
        said.measure = Measure::flag;
        said.label = label + ": " + wish_.terms.answered;
        said.categories = yes_or_no();
        said.name = names_.take(name + "_said");
        made_.push_back(std::move(said));
        if (variable.role == "OPEN")
            for (const auto& one : wish_.themes)
                add_flag(variable, name, one, true);
    }

    void add_flag(Variable variable, const std::string& name, const Category& of, bool theme)
    {
        variable.measure = Measure::flag;
        variable.choice = of.code;
        variable.theme = theme;
        variable.label += ": " + of.label;
        variable.categories = yes_or_no();
        variable.name = names_.take(name + "_" + of.code);
        made_.push_back(std::move(variable));
    }

    std::vector<Category> yes_or_no() const
    {
        return {{0, "0", wish_.terms.no}, {1, "1", wish_.terms.yes}};
    }

    std::vector<Category> categories_of(const Question& question) const
    {
        Categories categories;
        if (question.measure != Measure::code && question.measure != Measure::flag)
            return {};
        for (const auto& asked : question.asked)
            if (const auto* choices = choices_of(asked))
                for (const auto& one : *choices)
                    categories.add(one.name, asked.version,
                                   text_in(one.label, wish_.language, *asked.form));
        const bool is_calculated = question.asked.back().node->kind == Kind::calculate;
        // The places of the frame are choices that no form holds.
        if (const auto seen = observed_.find(question.path); seen != observed_.end())
            for (const auto& value : seen->second.codes)
                for (const auto& code : pieces_of(value))
                    if (!categories.has(code) && (!is_calculated || is_code(code)))
                        categories.add(code, question.asked.back().version, label_of_code(code));
        return categories.take();
    }

    std::string label_of_code(const std::string& code) const
    {
        if (code == "YES" || code == "1")
            return wish_.terms.yes;
        return code == "NO" || code == "0" ? wish_.terms.no : code;
    }

    const CodebookWish& wish_;
    std::map<std::string, Observed> observed_;
    VariableNames names_;
    std::vector<Variable> made_;
};

} // namespace

const Category* Variable::find_category(std::string_view code) const
{
    for (const auto& one : categories)
        if (one.code == code)
            return &one;
    return nullptr;
}

std::string place_of(const std::string& question, const std::string& occurrence)
{
    return occurrence.empty() ? question : question + "#" + occurrence;
}

std::vector<Variable> make_codebook(const CodebookWish& wish,
                                    const std::vector<Interview>& interviews)
{
    return Maker(wish, interviews).make();
}

} // namespace analysis
