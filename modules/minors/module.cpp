// SPDX-License-Identifier: EUPL-1.2
// The équipe for minors, at a glance.
#include "minors/acts.h"
#include "minors/rows.h"

namespace minors {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<FileRow>("minors")
            .of_person({"person"})
            .coded_as<File>()
            .running_until({"closed_on"})
            .untold({"version", "exportable", "released"}),
        holding<StepRow>("minors").through("file", "minors_file").coded_as<StepShown>(),
        holding<DeadlineRow>("minors")
            .through("file", "minors_file")
            .coded_as<Deadline>()
            .untold({"reminded_at"}),
    };
}

} // namespace

core::Module module()
{
    using namespace core;

    return {
        "minors",
        Where::city,
        {
            act("minors.entrust_minor", "POST /api/minors/files", city_team, entrust_minor),
            act("minors.list_files", "GET /api/minors/files", may(minors_worker), list_files),
            act("minors.find_file_of_person", "GET /api/minors/persons/{person}/file",
                may(minors_worker), find_file_of_person),
            act("minors.get_file", "GET /api/minors/files/{id}", may(minors_worker), get_file),
            act("minors.change_file", "PUT /api/minors/files/{id}", may(minors_worker),
                change_file),
            act("minors.record_step", "POST /api/minors/files/{file}/steps", may(minors_worker),
                record_step),
            act("minors.undo_step", "DELETE /api/minors/steps/{id}", may(minors_worker), undo_step),
            act("minors.close_file", "POST /api/minors/files/{id}/closure", may(minors_worker),
                close_file)
                .without_receipt(),
            act("minors.reopen_file", "DELETE /api/minors/files/{id}/closure", may(minors_worker),
                reopen_file),
            act("minors.list_clocks", "GET /api/minors/clocks",
                may(minors_worker, city_coordinator), list_clocks),
            act("minors.set_clock", "PUT /api/minors/clocks/{what}",
                may(minors_worker, city_coordinator), set_clock),
            act("minors.show_sinba", "GET /api/minors/sinba", may(minors_worker), show_sinba),
            act("minors.export_sinba", "POST /api/minors/sinba", may(minors_worker), export_sinba)
                .reads_only()
                .with_answer("application/xml", true),
        },
        {},
        {{"minors.watch_clocks", watch_clocks}},
        holdings()};
}

} // namespace minors
