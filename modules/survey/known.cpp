// SPDX-License-Identifier: EUPL-1.2
// Questionnaires that are stored together with those that come with the program.
#include <algorithm>

#include "base/base64.h"
#include "store/rows.h"
#include "survey/house_forms.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

VersionRow version_of(const HouseForm& form, int number, Instant now)
{
    VersionRow row;
    row.id = form.version;
    row.questionnaire = form.questionnaire;
    row.number = number;
    row.version = form.form.version;
    row.digest = form.digest;
    row.imported_at = now;
    return row;
}

Known* find_in(std::vector<Known>& all, const Id<Questionnaire>& id)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Known& one) { return one.row.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool has_version(const Known& known, const Id<VersionLine>& id)
{
    return std::any_of(known.versions.begin(), known.versions.end(),
                       [&](const VersionRow& one) { return one.id == id; });
}

std::vector<Known> stored(Context& context)
{
    std::vector<Known> all;
    for (auto& row : every_questionnaire(context.store))
        all.push_back({std::move(row), {}});
    for (auto& version : every_version(context.store)) {
        auto* known = find_in(all, version.questionnaire);
        ENSURE(known != nullptr);
        known->versions.push_back(std::move(version));
    }
    return all;
}

} // namespace

const VersionRow* Known::current() const
{
    const VersionRow* of_the_house = nullptr;
    for (const auto& version : versions) {
        if (version.withdrawn_at)
            continue;
        if (version.imported_by)
            return &version;
        if (!of_the_house)
            of_the_house = &version;
    }
    return of_the_house;
}

std::vector<Known> known_questionnaires(Context& context)
{
    auto all = stored(context);
    for (const auto& form : house_forms(context.catalogue())) {
        auto* known = find_in(all, form.questionnaire);
        if (!known) {
            all.push_back(
                {{form.questionnaire, form.form.id, form.respondents, {}, context.now}, {}});
            known = &all.back();
        }
        if (has_version(*known, form.version))
            continue;
        const int last = known->versions.empty() ? 0 : known->versions.front().number;
        known->versions.insert(known->versions.begin(), version_of(form, last + 1, context.now));
    }
    return all;
}

std::optional<Known> find_known(Context& context, const Id<Questionnaire>& id)
{
    auto all = known_questionnaires(context);
    if (auto* known = find_in(all, id))
        return std::move(*known);
    return std::nullopt;
}

std::optional<VersionRow> find_whole(Context& context, const Id<VersionLine>& id)
{
    if (auto row = find_version(context.store, id))
        return row;
    for (const auto& form : house_forms(context.catalogue())) {
        if (form.version != id)
            continue;
        const auto known = find_known(context, form.questionnaire);
        ENSURE(known && !known->versions.empty());
        auto row = known->versions.front();
        row.form = form.json;
        row.workbook = to_base64(xlsform::write_xlsx(form.sheets));
        return row;
    }
    return std::nullopt;
}

void keep_house_forms(Context& context)
{
    for (const auto& form : house_forms(context.catalogue())) {
        if (find_version(context.store, form.version))
            continue;
        const auto versions = versions_of(context.store, form.questionnaire);
        if (!find_questionnaire(context.store, form.questionnaire))
            store::insert_row(context.store,
                              QuestionnaireRow{form.questionnaire, form.form.id, form.respondents,
                                               std::nullopt, context.now});
        auto row =
            version_of(form, versions.empty() ? 1 : versions.front().number + 1, context.now);
        row.form = form.json;
        row.workbook = to_base64(xlsform::write_xlsx(form.sheets));
        store::insert_row(context.store, row);
    }
}

} // namespace survey
