// SPDX-License-Identifier: EUPL-1.2
// The directory at a glance.
#include "directory/acts.h"

namespace directory {

core::Module module()
{
    using namespace core;
    // Units in the street read it, and tell the desk what they have found.
    constexpr auto keepers = may(desk_operator, social_worker, city_coordinator);
    return {
        "directory",
        Where::city,
        {
            act("directory.list_services", "GET /api/directory/services", city_team, list_services),
            act("directory.show_service", "GET /api/directory/services/{id}", city_team,
                show_service),
            act("directory.print_sheet", "GET /api/directory/services/{id}/sheet", city_team,
                print_sheet)
                .with_answer("application/pdf"),
            act("directory.export_services", "GET /api/directory/hsds", city_team, export_services)
                .with_answer("application/hsds+json"),
            act("directory.export_package", "GET /api/directory/hsds/package", city_team,
                export_package)
                .with_answer("application/zip"),
            act("directory.import_services", "POST /api/directory/hsds", keepers, import_services)
                .with_body("application/hsds+json", example_of_import)
                .or_body("application/zip"),
            act("directory.preview_services", "POST /api/directory/hsds/preview", keepers,
                preview_services)
                .with_body("application/hsds+json", example_of_import)
                .or_body("application/zip")
                .reads_only(),
            act("directory.add_service", "POST /api/directory/services", keepers, add_service),
            act("directory.change_service", "PUT /api/directory/services/{id}", keepers,
                change_service),
            act("directory.assure_service", "POST /api/directory/services/{id}/assure", city_team,
                assure_service),
            act("directory.cancel_service", "DELETE /api/directory/services/{id}", keepers,
                cancel_service),
            act("directory.restore_service", "POST /api/directory/services/{id}/restore", keepers,
                restore_service),
        }};
}

} // namespace directory
