// SPDX-License-Identifier: EUPL-1.2
// Questionnaires and their versions: read from an XLSForm, kept as they were asked.
#include <algorithm>

#include "access/access.h"
#include "base/base64.h"
#include "store/rows.h"
#include "survey/house_forms.h"
#include "survey/kept_forms.h"
#include "survey/work.h"
#include "survey/xlsform/form_json.h"
#include "survey/xlsform/reading.h"

using core::Context;

namespace survey {

namespace {

VersionLine line_of(Context& context, const VersionRow& row, int interviews)
{
    const auto read = form_of(context, row);
    VersionLine line;
    line.id = row.id;
    line.number = row.number;
    line.version = row.version;
    line.languages = read->form.languages;
    line.questions = questions_in(read->form);
    line.of_the_house = !row.imported_by;
    if (row.imported_by) {
        line.imported_at = row.imported_at;
        line.imported_by_name = access::name_of(context, *row.imported_by);
    }
    line.interviews = interviews;
    line.withdrawn = row.withdrawn_at.has_value();
    return line;
}

std::string state_of(const Known& known, const VersionRow& row)
{
    if (row.withdrawn_at)
        return "WITHDRAWN";
    const auto* current = known.current();
    return current && current->id == row.id ? "CURRENT" : "EARLIER";
}

Version show(Context& context, const VersionRow& row)
{
    const auto known = find_known(context, row.questionnaire);
    ENSURE(known);
    Version shown;
    shown.id = row.id;
    shown.questionnaire = row.questionnaire;
    shown.code = known->row.code;
    shown.respondents = known->row.respondents;
    shown.number = row.number;
    shown.version = row.version;
    shown.state = state_of(*known, row);
    shown.form = row.form;
    if (row.imported_by)
        shown.imported_at = row.imported_at;
    return shown;
}

// "survey!12.relevant": the sheet, the row as it shows it, the column.
FieldError error_of(const xlsform::Fault& fault)
{
    auto place = fault.sheet;
    if (fault.row > 0)
        place += '!' + std::to_string(fault.row);
    if (!fault.column.empty())
        place += '.' + fault.column;
    return {place, "survey.form." + fault.code, {{"fact", fault.fact}}};
}

// A need that no list knows would be compared with nothing.
void check_needs(const core::Catalogue& catalogue, const std::vector<xlsform::Node>& nodes,
                 std::vector<xlsform::Fault>& faults)
{
    for (const auto& node : nodes) {
        if (!node.need.empty() && !catalogue.find_code("need_item", node.need)) {
            const auto mark = node.at.find('!');
            const int row = mark == std::string::npos ? 0 : std::stoi(node.at.substr(mark + 1));
            faults.push_back({"survey", row, "need", "unknown_need", node.need});
        }
        check_needs(catalogue, node.children, faults);
    }
}

[[noreturn]] void refuse_form(const std::vector<xlsform::Fault>& faults)
{
    std::vector<FieldError> errors;
    for (const auto& fault : faults)
        errors.push_back(error_of(fault));
    throw Problem(422, "survey.form_faulty", {{"count", std::to_string(faults.size())}},
                  std::move(errors));
}

QuestionnaireRow get_or_add(Context& context, const ImportQuestionnaire& wish)
{
    const auto all = known_questionnaires(context);
    for (const auto& known : all) {
        if (known.row.code == wish.code && known.row.id != wish.questionnaire)
            throw Problem(409, "survey.code_taken", {{"code", wish.code}});
        if (known.row.id != wish.questionnaire)
            continue;
        if (known.row.code != wish.code)
            throw Problem(409, "survey.other_form",
                          {{"code", wish.code}, {"expected", known.row.code}});
        if (known.row.respondents != wish.respondents)
            refuse("respondents", "survey.other_respondents");
        keep_house_forms(context);
        return known.row;
    }
    const QuestionnaireRow row{wish.questionnaire, wish.code, wish.respondents,
                               context.actor.account, context.now};
    store::insert_row(context.store, row);
    return row;
}

VersionRow get_stored(Context& context, const Id<VersionLine>& id)
{
    auto row = find_version(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

} // namespace

Questionnaires list_questionnaires(Context& context)
{
    const auto interviews = interviews_by_version(context.store);
    Questionnaires list;
    for (const auto& known : known_questionnaires(context)) {
        Questionnaire shown;
        shown.id = known.row.id;
        shown.code = known.row.code;
        shown.respondents = known.row.respondents;
        for (const auto& version : known.versions) {
            const auto found = interviews.find(version.id);
            shown.versions.push_back(
                line_of(context, version, found == interviews.end() ? 0 : found->second));
        }
        const auto* named = known.current() ? known.current() : &known.versions.front();
        shown.name = title_of(form_of(context, *named)->form, context.language());
        list.items.push_back(std::move(shown));
    }
    return list;
}

void read_questionnaire(Context& context, ImportQuestionnaire& wish)
{
    const auto bytes = from_base64(wish.content, "\r\n");
    if (!bytes)
        refuse("content", "survey.no_base64");
    wish.content = {};
    std::vector<xlsform::Fault> faults;
    const auto form = xlsform::read_xlsx(*bytes, faults);
    check_needs(context.catalogue(), form.nodes, faults);
    if (!faults.empty())
        refuse_form(faults);
    wish.form = xlsform::form_json(form);
    wish.code = form.id;
    wish.version = form.version;
    wish.workbook = to_base64(*bytes);
}

// The same file under the same id again is answered as the first time.
Version import_questionnaire(Context& context, const ImportQuestionnaire& wish)
{
    const auto digest = digest_of(wish.form);
    if (const auto known = find_version(context.store, wish.id)) {
        if (known->digest != digest || known->questionnaire != wish.questionnaire)
            throw Problem(409, "core.id_taken");
        return show(context, *known);
    }
    const auto questionnaire = get_or_add(context, wish);
    const auto versions = versions_of(context.store, questionnaire.id);
    VersionRow row;
    row.id = wish.id;
    row.questionnaire = questionnaire.id;
    row.number = versions.empty() ? 1 : versions.front().number + 1;
    row.version = wish.version;
    row.form = wish.form;
    row.workbook = wish.workbook;
    row.digest = digest;
    row.imported_by = context.actor.account;
    row.imported_at = context.now;
    store::insert_row(context.store, row);
    return show(context, row);
}

std::optional<std::string> form_id_of(std::string_view workbook)
{
    std::vector<xlsform::Fault> faults;
    auto form = xlsform::read_xlsx(workbook, faults);
    if (form.id.empty())
        return std::nullopt;
    return std::move(form.id);
}

Version get_version(Context& context, const VersionPath& wish)
{
    const auto row = find_whole(context, wish.id);
    if (!row)
        throw not_found();
    return show(context, *row);
}

core::Bytes get_workbook(Context& context, const VersionPath& wish)
{
    const auto row = find_whole(context, wish.id);
    if (!row || !row->workbook)
        throw not_found();
    auto bytes = from_base64(*row->workbook);
    ENSURE(bytes);
    context.add_header("Content-Disposition", "attachment; filename=\"questionario-" +
                                                  std::to_string(row->number) + ".xlsx\"");
    return {std::move(*bytes), workbook_type, 200};
}

// With what somebody answered it stays: the words of the question belong to the answer.
Version withdraw_version(Context& context, const UnusedVersionPath& wish)
{
    auto row = get_stored(context, wish.id);
    if (!row.imported_by)
        throw Problem(409, "survey.version_of_the_house");
    if (const int used = interviews_with(context.store, row.id); used > 0)
        throw Problem(409, "survey.version_in_use", {{"count", std::to_string(used)}});
    if (!row.withdrawn_at) {
        row.withdrawn_at = context.now;
        store::update_row(context.store, row);
    }
    return show(context, row);
}

Version restore_version(Context& context, const UnusedVersionPath& wish)
{
    auto row = get_stored(context, wish.id);
    if (row.withdrawn_at) {
        row.withdrawn_at.reset();
        store::update_row(context.store, row);
    }
    return show(context, row);
}

} // namespace survey
