// SPDX-License-Identifier: EUPL-1.2
// Services from a file of another directory: each is taken or named with what is wrong with it, and
// the same file twice changes nothing.
#include "core/house.h"
#include "directory/acts.h"
#include "directory/hours.h"
#include "directory/hsds.h"
#include "directory/rows.h"

using core::Context;

namespace directory {

namespace {

std::vector<std::string> sentences_of(const Context& context, const Problem& problem)
{
    std::vector<std::string> sentences;
    for (const auto& error : problem.errors)
        sentences.push_back(
            error.field + ": " +
            context.house.words().say(context.language(), "error." + error.code, error.facts));
    return sentences;
}

void check(const HsdsService& read)
{
    auto faults = faults_of(read.details.hours);
    const auto& least = read.details.min_age;
    if (least && read.details.max_age && *least > *read.details.max_age)
        faults.push_back({"maximum_age", "too_small", {{"least", std::to_string(*least)}}});
    if (!faults.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(faults));
}

void take(Context& context, ServiceRow& row, const HsdsService& read)
{
    static_cast<ServiceDetails&>(row) = read.details;
    row.changed_by = context.actor.account;
    row.changed_by_name = context.actor.name;
    row.changed_at = context.now;
    // Whoever keeps the other directory knew it on that day; who imports does not.
    row.assured_on = std::min(read.assured_on.value_or(context.today()), context.today());
    row.assured_by_name = read.details.organisation;
    row.fresh_until = row.assured_on.plus_days(fresh_days);
}

void import_one(Context& context, const HsdsService& read, ImportedServices& imported)
{
    check(read);
    auto row = find_row(context.store, read.id);
    if (row && row->cancelled_at)
        refuse("id", "directory.taken_out");
    if (row && static_cast<const ServiceDetails&>(*row) == read.details) {
        ++imported.unchanged;
        return;
    }
    if (row) {
        ++row->version;
        take(context, *row, read);
        update_service(context.store, *row);
        ++imported.changed;
        return;
    }
    ServiceRow made;
    made.id = read.id;
    made.added_on = context.today();
    take(context, made, read);
    insert_service(context.store, made);
    ++imported.added;
}

std::string name_in(JsonView service)
{
    if (service.kind() != JsonView::Kind::object)
        return {};
    const auto name = service.member("name");
    return name.kind() == JsonView::Kind::text ? std::string(name.text()) : std::string();
}

} // namespace

ImportedServices import_services(Context& context)
{
    const auto document = JsonDocument::parse(context.request.body);
    const auto services = services_in(document.root());
    if (!services)
        throw Problem(422, "directory.not_hsds");
    ImportedServices imported;
    for (std::size_t i = 0; i < services->size(); ++i) {
        const auto service = (*services)[i];
        try {
            import_one(context, read_hsds(context.catalogue(), context.city().slug, service),
                       imported);
        } catch (const Problem& problem) {
            imported.refused.push_back(
                {static_cast<int>(i) + 1, name_in(service), sentences_of(context, problem)});
        }
    }
    return imported;
}

std::string example_of_import(const Lists&)
{
    return R"({"contents":[{"id":"01900000-0000-7000-8000-000000180ffe",)"
           R"("name":"Docce di quartiere","status":"active","organization":{"name":"Comune"},)"
           R"("schedules":[{"freq":"WEEKLY","byday":"MO,TH","opens_at":"09:00",)"
           R"("closes_at":"12:00"}],"attributes":[{"taxonomy_term":)"
           R"({"taxonomy":"referral_area","code":"BASIC_NEEDS"}}]}]})";
}

} // namespace directory
