// SPDX-License-Identifier: EUPL-1.2
// Services from a file of another directory: each is taken or named with what is wrong with it, and
// the same file twice changes nothing. Who only looks is told the same, and nothing is written.
#include <algorithm>
#include <functional>
#include <tuple>

#include "base/zip.h"
#include "core/house.h"
#include "directory/acts.h"
#include "directory/hsds.h"
#include "directory/package.h"
#include "directory/rows.h"

using core::Context;

namespace directory {

namespace {

enum class Taking { look, write };

// How the sentence of a wrong field begins: by its name, or by where it stands in a table.
using PlaceOf = std::function<std::string(const std::string& field)>;

std::string sentence(const Context& context, const std::string& place, const FieldError& error)
{
    return place + ": " +
           context.house.words().say(context.language(), "error." + error.code, error.facts);
}

std::string place_in_words(const Context& context, const CellPlace& place)
{
    return context.house.words().say(
        context.language(), "page.directory.cell",
        {{"table", place.table}, {"line", std::to_string(place.line)}, {"column", place.column}});
}

std::vector<std::string> sentences_of(const Context& context, const std::vector<FieldError>& errors,
                                      const PlaceOf& place)
{
    std::vector<std::string> sentences;
    for (const auto& error : errors)
        sentences.push_back(sentence(context, place(error.field), error));
    return sentences;
}

// What is taken from outside is held to the same bounds as what is typed.
void check(const Context& context, HsdsService& read)
{
    Reading reading{context.catalogue().lists_of(context.city().slug), context.now, false, {}};
    const auto document = JsonDocument::parse(to_json(read.details));
    read.details = read_input<ServiceDetails>(reading, document.root());
    auto faults = faults_of(read.details.hours);
    const auto& least = read.details.min_age;
    if (least && read.details.max_age && *least > *read.details.max_age)
        faults.push_back({"maximum_age", "too_small", {{"least", std::to_string(*least)}}});
    if (!faults.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(faults));
}

// Nobody says anything by the order in which hours were written down.
bool is_the_same(ServiceDetails one, ServiceDetails other)
{
    for (auto* details : {&one, &other})
        std::sort(details->hours.begin(), details->hours.end(),
                  [](const Opening& first, const Opening& second) {
                      return std::tie(first.weekday, first.opens, first.closes) <
                             std::tie(second.weekday, second.opens, second.closes);
                  });
    return one == other;
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

void import_one(Context& context, HsdsService read, Taking taking, ImportedServices& imported)
{
    check(context, read);
    auto row = find_row(context.store, read.id);
    if (row && row->cancelled_at)
        refuse("id", "directory.taken_out");
    if (row && is_the_same(*row, read.details)) {
        ++imported.unchanged;
        return;
    }
    ++(row ? imported.changed : imported.added);
    if (taking == Taking::look)
        return;
    if (row) {
        ++row->version;
        take(context, *row, read);
        update_service(context.store, *row);
        return;
    }
    ServiceRow made;
    made.id = read.id;
    made.added_on = context.today();
    take(context, made, read);
    insert_service(context.store, made);
}

std::string name_in(JsonView service)
{
    if (service.kind() != JsonView::Kind::object)
        return {};
    const auto name = service.member("name");
    return name.kind() == JsonView::Kind::text ? std::string(name.text()) : std::string();
}

// More than anybody reads.
constexpr std::size_t told_max = 1000;

void refuse_one(ImportedServices& imported, RefusedService refused)
{
    if (imported.refused.size() < told_max)
        imported.refused.push_back(std::move(refused));
}

ImportedServices take_json(Context& context, Taking taking)
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
                       taking, imported);
        } catch (const Problem& problem) {
            refuse_one(imported, {static_cast<int>(i) + 1, name_in(service),
                                  sentences_of(context, problem.errors,
                                               [](const std::string& field) { return field; })});
        }
    }
    return imported;
}

// Every wrong cell of a service is named, also where its service could not be taken for another.
std::vector<FieldError> faults_in(Context& context, const PackedService& packed, Taking taking,
                                  ImportedServices& imported)
{
    auto faults = packed.faults;
    try {
        const auto document = JsonDocument::parse(packed.json);
        const auto read = read_hsds(context.catalogue(), context.city().slug, document.root());
        if (faults.empty())
            import_one(context, read, taking, imported);
    } catch (const Problem& problem) {
        if (problem.errors.empty())
            throw;
        faults.insert(faults.end(), problem.errors.begin(), problem.errors.end());
    }
    return faults;
}

ImportedServices take_package(Context& context, Taking taking)
{
    const auto unpacked = read_package(context.request.body);
    ImportedServices imported;
    for (const auto& packed : unpacked.services) {
        const auto faults = faults_in(context, packed, taking, imported);
        if (faults.empty())
            continue;
        refuse_one(imported, {packed.line, packed.name,
                              sentences_of(context, faults, [&](const std::string& field) {
                                  return place_in_words(context, packed.place_of(field));
                              })});
    }
    for (const auto& [place, error] : unpacked.strays)
        refuse_one(
            imported,
            {place.line, place.table, {sentence(context, place_in_words(context, place), error)}});
    return imported;
}

// The kind of the file is told by its first bytes.
ImportedServices take_file(Context& context, Taking taking)
{
    return begins_as_zip(context.request.body) ? take_package(context, taking)
                                               : take_json(context, taking);
}

} // namespace

ImportedServices import_services(Context& context) { return take_file(context, Taking::write); }

// Asked on a connection that only reads.
ImportedServices preview_services(Context& context) { return take_file(context, Taking::look); }

std::string example_of_import(const Lists&)
{
    return R"({"contents":[{"id":"01900000-0000-7000-8000-000000180ffe",)"
           R"("name":"Docce di quartiere","status":"active","organization":{"name":"Comune"},)"
           R"("schedules":[{"freq":"WEEKLY","byday":"MO,TH","opens_at":"09:00",)"
           R"("closes_at":"12:00"}],"attributes":[{"taxonomy_term":)"
           R"({"taxonomy":"referral_area","code":"BASIC_NEEDS"}}]}]})";
}

} // namespace directory
