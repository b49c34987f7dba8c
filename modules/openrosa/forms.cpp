// SPDX-License-Identifier: EUPL-1.2
#include "openrosa/forms.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "base/csv.h"
#include "base/embedded.h"
#include "openrosa/openrosa.h"
#include "openrosa/xform.h"
#include "store/seal.h"

namespace openrosa {

namespace {

constexpr auto forms_path = "catalogue/forms/phone_forms.csv";
constexpr auto questions_path = "catalogue/forms/phone_questions.csv";

[[noreturn]] void fail(const char* path, int line, const std::string& fault)
{
    throw std::runtime_error(std::string(path) + ", line " + std::to_string(line) + ": " + fault);
}

// Rows below a header of exactly these columns.
std::vector<CsvRow> rows_of(const char* path, std::string_view text,
                            const std::vector<std::string>& columns)
{
    auto rows = read_csv(text, ',', Remarks::leave_out);
    if (rows.empty() || rows.front().cells != columns)
        fail(path, rows.empty() ? 1 : rows.front().line, "the header has other columns");
    rows.erase(rows.begin());
    for (const auto& row : rows)
        if (row.cells.size() != columns.size())
            fail(path, row.line, "has " + std::to_string(row.cells.size()) + " cells");
    return rows;
}

const core::Act* act_named(const core::House& house, const CsvRow& row, std::size_t column)
{
    const auto& name = row.cells[column];
    if (name.empty())
        return nullptr;
    const auto* act = house.find_act(name);
    if (!act)
        fail(forms_path, row.line, "there is no act " + name);
    return act;
}

bool has_member(const core::Act& act, std::string_view name)
{
    return std::any_of(act.input.members.begin(), act.input.members.end(),
                       [&](const Member& one) { return one.name == name; });
}

Form form_of(const core::House& house, const CsvRow& row)
{
    Form form;
    form.id = row.cells[0];
    form.act = act_named(house, row, 1);
    form.show = act_named(house, row, 2);
    form.change = act_named(house, row, 3);
    form.purpose = row.cells[4];
    form.title = {row.cells[5], row.cells[6]};
    if (form.id.empty() || form.title.it.empty() || form.title.en.empty())
        fail(forms_path, row.line, "form, it and en must be there");
    if (!form.act || !form.act->writes || form.act->takes || !has_member(*form.act, "id"))
        fail(forms_path, row.line, "the act must be one that makes a thing with an id");
    if ((form.show == nullptr) != (form.change == nullptr))
        fail(forms_path, row.line, "show and change stand there together");
    if (!house.catalogue().find_code("access_purpose", form.purpose))
        fail(forms_path, row.line, "the purpose " + form.purpose + " is in no list");
    return form;
}

std::vector<std::string> codes_in(const std::string& cell)
{
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < cell.size();) {
        const auto end = std::min(cell.find(';', at), cell.size());
        codes.push_back(cell.substr(at, end - at));
        at = end + 1;
    }
    return codes;
}

// An input of its own, or one of a thing of the city, which no phone knows.
bool can_be_asked(const Member& field)
{
    return field.kind != Kind::id && field.kind != Kind::object;
}

Question question_of(const Form& form, const CsvRow& row)
{
    Question question;
    question.name = row.cells[1];
    const auto& kind = row.cells[2];
    question.screen = std::atoi(row.cells[3].c_str());
    question.when = row.cells[4];
    question.is = codes_in(row.cells[5]);
    if (form.find_question(question.name))
        fail(questions_path, row.line, question.name + " is asked twice");
    if (!question.when.empty() && !form.find_question(question.when))
        fail(questions_path, row.line, question.when + " is not asked before");
    if (kind == "photo")
        return question;
    question.field = form.find_field(question.name);
    if (!question.field || !can_be_asked(*question.field))
        fail(questions_path, row.line, "a phone cannot ask " + question.name);
    question.now = kind == "now" && question.field->kind == Kind::instant;
    if (!kind.empty() && !question.now)
        fail(questions_path, row.line, question.name + " cannot be of the kind " + kind);
    if (question.field->required && !question.when.empty())
        fail(questions_path, row.line, question.name + " is needed, so it is always asked");
    return question;
}

void check_whole(const Form& form)
{
    if (form.questions.empty())
        fail(forms_path, 0, form.id + " asks nothing");
    for (const auto& member : form.act->input.members)
        if (member.required && member.name != "id" && !form.find_question(member.name))
            fail(questions_path, 0, form.id + " does not ask " + member.name + ", which is needed");
}

std::string_view file(const char* path)
{
    const auto found = find_embedded(path);
    ENSURE(found.has_value());
    return *found;
}

} // namespace

const Question* Form::find_question(std::string_view name) const
{
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question& one) { return one.name == name; });
    return found == questions.end() ? nullptr : &*found;
}

const Member* Form::find_field(std::string_view name) const
{
    const auto& members = act->input.members;
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const Member& one) { return one.name == name; });
    return found == members.end() || name == "id" ? nullptr : &*found;
}

std::vector<Form> read_forms(const core::House& house, std::string_view forms,
                             std::string_view questions)
{
    std::vector<Form> all;
    for (const auto& row :
         rows_of(forms_path, forms, {"form", "act", "show", "change", "purpose", "it", "en"})) {
        all.push_back(form_of(house, row));
        for (std::size_t i = 0; i + 1 < all.size(); ++i)
            if (all[i].id == all.back().id)
                fail(forms_path, row.line, "the form " + all[i].id + " stands there twice");
    }
    for (const auto& row :
         rows_of(questions_path, questions, {"form", "question", "kind", "screen", "when", "is"})) {
        const auto form = std::find_if(all.begin(), all.end(),
                                       [&](const Form& one) { return one.id == row.cells[0]; });
        if (form == all.end())
            fail(questions_path, row.line, "there is no form " + row.cells[0]);
        form->questions.push_back(question_of(*form, row));
    }
    for (const auto& form : all)
        check_whole(form);
    return all;
}

void check_forms(const core::House& house)
{
    read_forms(house, file(forms_path), file(questions_path));
}

const std::vector<Form>& Forms::all(const core::House& house)
{
    const std::scoped_lock lock(mutex_);
    if (!forms_)
        forms_ = read_forms(house, file(forms_path), file(questions_path));
    return *forms_;
}

const XForm& Forms::written(const core::House& house, const std::string& city,
                            const store::Seal& seal, const Form& form)
{
    const std::scoped_lock lock(mutex_);
    auto& xform = written_[form.id];
    if (xform.text.empty())
        xform = write_xform(house, city, seal, form);
    return xform;
}

const std::vector<Form>& all_forms(core::Context& context)
{
    return context.kept<Forms>().all(context.house);
}

const Form* find_form(core::Context& context, std::string_view id)
{
    for (const auto& form : all_forms(context))
        if (form.id == id)
            return context.house.may_ask(context.actor, *form.act) ? &form : nullptr;
    return nullptr;
}

const XForm& written_form(core::Context& context, const Form& form)
{
    return context.kept<Forms>().written(context.house, context.city().slug, context.store.seal(),
                                         form);
}

// ---- versions: of what the form says, and a keyed mark by which we know our own again

namespace {

constexpr std::size_t half = 8;

std::string second_half(const store::Seal& seal, const std::string& form,
                        const std::string& first_half)
{
    return seal.mark("form version", form + " " + first_half).substr(0, half);
}

} // namespace

std::string version_of(const store::Seal& seal, const std::string& form, std::string_view content)
{
    const auto first_half = seal.mark("form content", content).substr(0, half);
    return first_half + second_half(seal, form, first_half);
}

bool is_version(const store::Seal& seal, const std::string& form, const std::string& version)
{
    return version.size() == 2 * half &&
           version.substr(half) == second_half(seal, form, version.substr(0, half));
}

// ---- what things are called

namespace {

const std::string& in(const core::Label& label, const std::string& language)
{
    return language == "it" ? label.it : label.en;
}

std::string word_of(const Form& form, const Question& question)
{
    const auto& act = form.act->name;
    const auto module = question.is_picture() ? "openrosa" : act.substr(0, act.find('.'));
    return "field." + module + "." + question.name;
}

} // namespace

std::string title_of(const Form& form, const std::string& language)
{
    return in(form.title, language);
}

std::string label_of(const core::House& house, const std::string& language, const Form& form,
                     const Question& question)
{
    return house.words().say(language, word_of(form, question));
}

std::string hint_of(const core::House& house, const std::string& language, const Form& form,
                    const Question& question)
{
    const auto word = word_of(form, question) + "_hint";
    return house.words().knows("it", word) ? house.words().say(language, word) : "";
}

std::vector<Choice> choices_of(const core::House& house, const std::string& city,
                               const std::string& language, const Member& field)
{
    const auto& words = house.words();
    std::vector<Choice> choices;
    if (field.kind == Kind::boolean)
        return {{"true", words.say(language, "form.openrosa.yes")},
                {"false", words.say(language, "form.openrosa.no")}};
    if (!field.about.list)
        return {};
    const std::string_view list = field.about.list;
    if (list == "district") {
        for (const auto& district : house.catalogue_of(city).districts(city))
            choices.push_back({district.code, district.code.ends_with("-NR")
                                                  ? words.say(language, "form.openrosa.no_district")
                                                  : district.name});
        return choices;
    }
    for (const auto& code : house.catalogue_of(city).lists_of(city).codes(list)) {
        const auto* known = house.catalogue_of(city).find_code(list, code);
        choices.push_back({code, known ? in(known->label, language) : code});
    }
    return choices;
}

} // namespace openrosa
