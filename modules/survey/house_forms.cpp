// SPDX-License-Identifier: EUPL-1.2
#include "survey/house_forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "base/embedded.h"
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

std::map<std::string, std::string> files_below(const std::string& prefix)
{
    std::map<std::string, std::string> files;
    for (const auto& file : embedded_below(prefix))
        files.emplace(file.path.substr(prefix.size()), file.bytes);
    return files;
}

[[noreturn]] void fail(const std::string& place, const xlsform::Fault& fault)
{
    throw std::runtime_error(place + fault.sheet + ".csv, line " + std::to_string(fault.row) +
                             ", " + fault.column + ": " + fault.code +
                             (fault.fact.empty() ? "" : " (" + fault.fact + ")"));
}

HouseForm form_of(const Folder& folder)
{
    const auto place = "catalogue/forms/" + std::string(folder.name) + "/";
    std::vector<xlsform::Fault> faults;
    HouseForm one;
    one.respondents = folder.respondents;
    one.sheets = xlsform::sheets_of_csv(files_below(place), faults);
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

} // namespace

const std::vector<HouseForm>& house_forms()
{
    static const auto all = [] {
        std::vector<HouseForm> read;
        for (const auto& folder : folders)
            read.push_back(form_of(folder));
        return read;
    }();
    return all;
}

void check_questionnaires() { house_forms(); }

std::vector<HouseQuestionnaire> house_questionnaires()
{
    std::vector<HouseQuestionnaire> all;
    for (const auto& form : house_forms())
        all.push_back({form.form.id, form.respondents, to_string(form.version), form.json});
    return all;
}

std::string digest_of(const std::string& json)
{
    return to_string(named_uuid("survey form " + json));
}

int questions_in(const xlsform::Form& form) { return questions_among(form.nodes); }

} // namespace survey
