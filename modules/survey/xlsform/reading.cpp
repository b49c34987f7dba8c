// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/reading.h"

#include <algorithm>
#include <array>
#include <set>

#include "survey/xlsform/answer_kinds.h"
#include "survey/xlsform/columns.h"
#include "survey/xlsform/compiled.h"
#include "survey/xlsform/or_other.h"
#include "survey/xlsform/survey_sheet.h"

namespace xlsform {

namespace {

bool knows_setting(const std::string& name)
{
    return name == "form_title" || name == "form_id" || name == "version" ||
           name == "default_language";
}

// Further columns of choices are the author's own, for choice_filter; these would be something
// else.
bool knows_choice_column(const std::string& name)
{
    static const std::set<std::string> not_done{"image", "big-image", "audio",    "video",
                                                "media", "order",     "geometry", "hint"};
    return !not_done.contains(name);
}

bool is_form_id(std::string_view text)
{
    constexpr std::size_t characters_max = 64;
    return !text.empty() && text.size() <= characters_max &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-' || c == '.';
           });
}

bool is_choice_name(std::string_view text)
{
    constexpr std::size_t bytes_max = 64;
    return text.size() <= bytes_max && text.find_first_of(" \t\r\n'\"<>&") == std::string::npos;
}

class Reader {
public:
    Reader(const Sheets& sheets, std::vector<Fault>& faults) : faults_(faults)
    {
        for (const auto& sheet : sheets) {
            const bool is_ours =
                sheet.name == "survey" || sheet.name == "choices" || sheet.name == "settings";
            // A name with a line below in front is a note to oneself, as in every XLSForm.
            if (!is_ours && !sheet.name.starts_with('_') && !sheet.rows.empty())
                fault(sheet.name, 0, "", "unknown_sheet", sheet.name);
            if (is_ours && !sheets_.emplace(sheet.name, &sheet).second)
                fault(sheet.name, 0, "", "sheet_twice", sheet.name);
        }
    }

    Form read()
    {
        const auto faults_before = faults_.size();
        const auto survey_sheet = sheets_.find("survey");
        if (survey_sheet == sheets_.end() || survey_sheet->second->rows.empty()) {
            if (faults_.empty()) // else it is there, and could not be read
                fault("survey", 0, "", "missing_sheet", "survey");
            return {};
        }
        const Table settings(sheet_called("settings"), knows_setting, faults_);
        const Table choices(sheet_called("choices"), knows_choice_column, faults_);
        const Table survey(*survey_sheet->second, knows_survey_column, faults_);
        read_settings(settings);
        read_languages(survey, choices);
        read_choices(choices);
        form_.nodes = read_survey_sheet(survey, form_, faults_);
        // An expression is judged only where all that it can speak of is there.
        if (faults_.size() == faults_before)
            finish(survey);
        if (faults_.size() > faults_max)
            faults_.resize(faults_max);
        return std::move(form_);
    }

private:
    void fault(const std::string& sheet, int row, const std::string& column, const char* code,
               const std::string& fact = {})
    {
        faults_.push_back({sheet, row, column, code, fact});
    }

    const Sheet& sheet_called(const std::string& name) const
    {
        static const Sheet none;
        const auto found = sheets_.find(name);
        return found == sheets_.end() ? none : *found->second;
    }

    void read_settings(const Table& settings)
    {
        if (settings.rows().empty())
            return fault("settings", 0, "form_id", "missing", "form_id");
        const auto& row = settings.rows().front();
        for (std::size_t i = 1; i < settings.rows().size(); ++i)
            fault("settings", settings.rows()[i].line, "", "more_settings");
        form_.id = settings.cell(row, "form_id");
        form_.version = settings.cell(row, "version");
        if (!is_form_id(form_.id))
            fault("settings", row.line, "form_id", form_.id.empty() ? "missing" : "bad_name",
                  form_.id.empty() ? "form_id" : form_.id);
        const auto language = settings.cell(row, "default_language");
        if (const auto code = language_code(language))
            form_.default_language = *code;
        else if (!language.empty())
            fault("settings", row.line, "default_language", "language_without_code", language);
        title_ = {row, &settings};
    }

    // The default one first, then as the columns stand.
    void read_languages(const Table& survey, const Table& choices)
    {
        std::vector<std::string> found;
        for (const auto* table : {&survey, &choices})
            for (const auto& column : table->columns())
                if (!column.language.empty() &&
                    std::find(found.begin(), found.end(), column.language) == found.end())
                    found.push_back(column.language);
        auto& first = form_.default_language;
        if (!first.empty() && !found.empty() &&
            std::find(found.begin(), found.end(), first) == found.end())
            fault("settings", 0, "default_language", "unknown_language", first);
        if (first.empty())
            first = found.empty() ? "it" : found.front();
        std::erase(found, first);
        found.insert(found.begin(), first);
        if (found.size() > languages_max)
            fault("survey", 0, "", "too_many_languages", std::to_string(languages_max));
        form_.languages = std::move(found);
        refuse_translated(survey, "survey",
                          {"label", "hint", "constraint_message", "required_message"});
        refuse_translated(choices, "choices", {"label"});
        if (title_.table)
            refuse_translated(*title_.table, "settings", {"form_title"});
        refuse_doubled(survey, "survey");
        refuse_doubled(choices, "choices");
        if (title_.table)
            form_.title = title_.table->texts(title_.row, "form_title", first);
        if (form_.title.empty())
            form_.title[first] = form_.id;
    }

    void refuse_translated(const Table& table, const char* sheet,
                           const std::set<std::string>& in_languages)
    {
        for (const auto& column : table.columns())
            if (!column.language.empty() && !column.name.empty() &&
                !in_languages.contains(column.name))
                fault(sheet, 1, column.header, "unknown_column", column.header);
    }

    // `label` beside `label::Italiano (it)`, where Italian is what `label` is in.
    void refuse_doubled(const Table& table, const char* sheet)
    {
        for (const auto& column : table.columns())
            for (const auto& other : table.columns())
                if (!column.name.empty() && column.name == other.name && column.language.empty() &&
                    other.language == form_.default_language)
                    fault(sheet, 1, column.header, "column_twice", other.header);
    }

    // ---- choices

    void read_choices(const Table& choices)
    {
        if (choices.rows().size() > choices_max)
            return fault("choices", 0, "", "too_many_choices", std::to_string(choices_max));
        for (const auto& row : choices.rows())
            read_choice(choices, row);
    }

    void read_choice(const Table& choices, const SheetRow& row)
    {
        const auto list = choices.cell(row, "list_name");
        Choice choice{
            choices.cell(row, "name"), choices.texts(row, "label", form_.default_language), {}};
        const auto wrong = [&](const char* column, const char* code, const std::string& fact) {
            fault("choices", row.line, choices.header(column), code, fact);
        };
        if (list.empty())
            return wrong("list_name", "missing", "list_name");
        if (choice.name.empty())
            return wrong("name", "missing", "name");
        if (!is_choice_name(choice.name))
            return wrong("name", "bad_choice_name", choice.name);
        if (!choice.label.contains(form_.default_language))
            wrong("label", "missing_label", form_.default_language);
        for (const auto& [language, text] : choice.label)
            if (text.find("${") != std::string::npos)
                wrong("label", "reference_in_choice", text);
        if (!seen_.emplace(list, choice.name).second)
            wrong("name", "choice_twice", choice.name);
        for (const auto& column : choices.columns())
            if (!column.name.empty() && column.name != "list_name" && column.name != "name" &&
                column.name != "label")
                if (const auto cell = choices.cell(row, column.name); !cell.empty())
                    choice.columns[column.name] = cell;
        form_.choices[list].push_back(std::move(choice));
    }

    // ---- what needs the whole form

    void finish(const Table& survey)
    {
        write_out_others(form_, faults_);
        const auto before = faults_.size();
        const Compiled compiled(form_, faults_);
        for (auto i = before; i < faults_.size(); ++i)
            faults_[i].column = survey.header(faults_[i].column);
        put_paths(form_.nodes, compiled.names(), survey);
    }

    void put_paths(std::vector<Node>& nodes, const Names& names, const Table& survey)
    {
        for (auto& node : nodes) {
            const std::array<std::pair<const char*, Texts*>, 4> texts{
                {{"label", &node.label},
                 {"hint", &node.hint},
                 {"constraint_message", &node.constraint_message},
                 {"required_message", &node.required_message}}};
            for (const auto& [column, in_languages] : texts)
                for (auto& [language, text] : *in_languages)
                    try {
                        text = with_paths(text, names, node.path);
                    } catch (const ExpressionWrong& wrong) {
                        faults_.push_back(
                            fault_at(node, survey.header(column), wrong.code, wrong.fact));
                    }
            put_paths(node.children, names, survey);
        }
    }

    struct Title {
        SheetRow row;
        const Table* table = nullptr;
    };

    std::vector<Fault>& faults_;
    std::map<std::string, const Sheet*> sheets_;
    std::set<std::pair<std::string, std::string>> seen_; // list and choice
    Title title_;
    Form form_;
};

} // namespace

Form read_sheets(const Sheets& sheets, std::vector<Fault>& faults)
{
    return Reader(sheets, faults).read();
}

} // namespace xlsform
