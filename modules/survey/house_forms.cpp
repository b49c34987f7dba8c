// SPDX-License-Identifier: EUPL-1.2
#include "survey/house_forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "survey/xlsform/form_json.h"

namespace survey {

namespace {

struct Folder {
    const char* name;
    const char* respondents;
};

constexpr std::array folders{
    Folder{"survey_migrants", "MIGRANT"},
    Folder{"survey_operators", "OPERATOR"},
    Folder{"survey_bodies", "BODY"},
};

std::map<std::string, std::string> files_below(const core::Catalogue& catalogue,
                                               const std::string& prefix)
{
    std::map<std::string, std::string> files;
    for (const auto& [path, text] : catalogue.files_below(prefix))
        files.emplace(path.substr(prefix.size()), text);
    return files;
}

[[noreturn]] void fail(const std::string& place, const xlsform::Fault& fault)
{
    throw std::runtime_error(place + fault.sheet + ".csv, line " + std::to_string(fault.row) +
                             ", " + fault.column + ": " + fault.code +
                             (fault.fact.empty() ? "" : " (" + fault.fact + ")"));
}

HouseForm form_of(const core::Catalogue& catalogue, const Folder& folder)
{
    const auto place = "catalogue/forms/" + std::string(folder.name) + "/";
    std::vector<xlsform::Fault> faults;
    HouseForm one;
    one.respondents = folder.respondents;
    one.sheets = xlsform::sheets_of_csv(files_below(catalogue, place), faults);
    if (faults.empty())
        one.form = xlsform::read_sheets(one.sheets, faults);
    if (!faults.empty())
        fail(place, faults.front());
    if (one.form.id != folder.name)
        throw std::runtime_error(place + "settings.csv: the form_id is not " + folder.name);
    one.json = xlsform::form_json(one.form);
    one.digest = digest_of(one.json);
    one.questionnaire =
        Id<Questionnaire>(named_uuid("survey questionnaire " + std::string(folder.name)));
    one.version =
        Id<VersionLine>(named_uuid("survey version " + std::string(folder.name) + one.digest));
    return one;
}

int questions_among(const std::vector<xlsform::Node>& nodes)
{
    using xlsform::Kind;
    int questions = 0;
    for (const auto& node : nodes) {
        const bool is_asked = node.kind != Kind::group && node.kind != Kind::repeat &&
                              node.kind != Kind::note && node.kind != Kind::calculate &&
                              node.kind != Kind::meta && !node.read_only;
        questions += (is_asked ? 1 : 0) + questions_among(node.children);
    }
    return questions;
}

struct OfCatalogue {
    std::vector<HouseForm> all;

    static OfCatalogue read(const core::Catalogue& catalogue)
    {
        std::vector<HouseForm> read;
        for (const auto& folder : folders)
            read.push_back(form_of(catalogue, folder));
        return {std::move(read)};
    }
};

// ---- as people read what a release changes

using Parts = std::vector<std::pair<std::string, std::string>>;

constexpr auto between_cells = " · ";

// "survey need_today": what stands in the row of that name, or of that name in its list.
void add_rows(Parts& parts, const xlsform::Sheet& sheet)
{
    if (sheet.rows.empty())
        return;
    const auto& header = sheet.rows.front().cells;
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        std::string name = sheet.name;
        std::string text;
        for (std::size_t column = 0; column < header.size(); ++column) {
            const auto& cells = sheet.rows[i].cells;
            if (column >= cells.size() || cells[column].empty())
                continue;
            const bool is_name = header[column] == "name" || header[column] == "list_name";
            auto& into = is_name ? name : text;
            into += (is_name ? " " : text.empty() ? "" : between_cells) + cells[column];
        }
        if (name != sheet.name || sheet.name == "settings")
            parts.emplace_back(name, text);
    }
}

std::string said_in(const xlsform::Texts& texts, const char* language)
{
    const auto found = texts.find(language);
    return found != texts.end() ? found->second : texts.empty() ? "" : texts.begin()->second;
}

} // namespace

const std::vector<HouseForm>& house_forms(const core::Catalogue& catalogue)
{
    return catalogue.worked_out<OfCatalogue>().all;
}

std::vector<core::CatalogueEntry> questionnaire_entries(const core::Catalogue& catalogue)
{
    std::vector<core::CatalogueEntry> all;
    for (const auto& form : house_forms(catalogue)) {
        core::CatalogueEntry entry{"questionnaire",
                                   form.form.id,
                                   {said_in(form.form.title, "it"), said_in(form.form.title, "en")},
                                   false,
                                   "catalogue/forms/" + form.form.id + "/survey.csv"};
        for (const auto& sheet : form.sheets)
            add_rows(entry.parts, sheet);
        all.push_back(std::move(entry));
    }
    return all;
}

std::vector<HouseQuestionnaire> house_questionnaires(const core::Catalogue& catalogue)
{
    std::vector<HouseQuestionnaire> all;
    for (const auto& form : house_forms(catalogue))
        all.push_back({form.form.id, form.respondents, to_string(form.version), form.json});
    return all;
}

std::string digest_of(const std::string& json)
{
    return to_string(named_uuid("survey form " + json));
}

int questions_in(const xlsform::Form& form) { return questions_among(form.nodes); }

} // namespace survey
