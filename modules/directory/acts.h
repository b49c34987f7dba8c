// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "directory/directory.h"

namespace directory {

struct ListServices {
    static constexpr const char* title = "ListServices";
    std::optional<std::string> text;
    std::optional<std::string> area;
    std::optional<std::string> language;
    std::optional<std::string> district;
    std::optional<bool> open_now;
    std::optional<bool> all;

    static constexpr auto fields()
    {
        return std::tuple(
            field("text", &ListServices::text)
                .up_to(100)
                .says("In the name, the body, the address."),
            field("area", &ListServices::area).one_of("referral_area"),
            field("language", &ListServices::language).one_of("language"),
            field("district", &ListServices::district).one_of("district").says("It comes first."),
            field("open_now", &ListServices::open_now),
            field("all", &ListServices::all)
                .says("Also those that are closed for now, or for good."));
    }
};

struct AddService : ServiceDetails {
    static constexpr const char* title = "AddService";
    Id<Service> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddService::id).sample(core::samples::new_service)),
            ServiceDetails::fields());
    }
};

struct ChangeService : ServiceDetails {
    static constexpr const char* title = "ChangeService";
    Id<Service> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeService::id).sample(core::samples::service),
                       field("base", &ChangeService::base)
                           .says("The version that was changed; see core.changed_meanwhile.")),
            ServiceDetails::fields());
    }
};

struct ServicePath {
    static constexpr const char* title = "ServicePath";
    Id<Service> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ServicePath::id).sample(core::samples::service));
    }
};

struct PrintSheet {
    static constexpr const char* title = "PrintServiceSheet";
    Id<Service> id;
    std::string language;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &PrintSheet::id).sample(core::samples::service),
            field("language", &PrintSheet::language).one_of("sheet_language").sample(R"("ar")"));
    }
};

// Of a file in HSDS: what was taken, and what was not and why.
struct RefusedService {
    static constexpr const char* title = "RefusedService";

    int place = 0;
    std::string name;
    std::vector<std::string> faults; // as sentences

    static constexpr auto fields()
    {
        return std::tuple(
            field("place", &RefusedService::place)
                .says("In the file, from 1; of a package, the line of the table."),
            field("name", &RefusedService::name)
                .says("Of the service; of a row that belongs to none, its table."),
            field("faults", &RefusedService::faults)
                .at_most(50)
                .says("In words; of a package, each with its table, line and column."));
    }
};

struct ImportedServices {
    static constexpr const char* title = "ImportedServices";

    int added = 0;
    int changed = 0;
    int unchanged = 0;
    std::vector<RefusedService> refused;

    static constexpr auto fields()
    {
        return std::tuple(field("added", &ImportedServices::added),
                          field("changed", &ImportedServices::changed),
                          field("unchanged", &ImportedServices::unchanged),
                          field("refused", &ImportedServices::refused).at_most(1000));
    }
};

struct RestoreService {
    static constexpr const char* title = "RestoreService";
    Id<Service> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreService::id).sample(core::samples::service_cancelled));
    }
};

Services list_services(core::Context& context, const ListServices& wish);
Service show_service(core::Context& context, const ServicePath& wish);
Service add_service(core::Context& context, const AddService& wish);
Service change_service(core::Context& context, const ChangeService& wish);
Service assure_service(core::Context& context, const ServicePath& wish);
core::Bytes export_services(core::Context& context);
core::Bytes export_package(core::Context& context);
ImportedServices import_services(core::Context& context);
ImportedServices preview_services(core::Context& context);
std::string example_of_import(const Lists& lists);
core::Bytes print_sheet(core::Context& context, const PrintSheet& wish);
Service cancel_service(core::Context& context, const ServicePath& wish);
Service restore_service(core::Context& context, const RestoreService& wish);

} // namespace directory
