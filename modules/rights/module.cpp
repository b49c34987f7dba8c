// SPDX-License-Identifier: EUPL-1.2
// The rights of the person over their own data, at a glance.
#include "rights/acts.h"
#include "rights/rows.h"

namespace rights {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<RequestRow>("rights")
            .of_person({"person"})
            .coded_as<Request>()
            .running_until({"answered_on", "cancelled_at"})
            .untold({"reminded_at", "approved_at", "carried_out_at"}),
    };
}

} // namespace

core::Module module()
{
    using namespace core;
    constexpr auto decide = may(city_coordinator, data_protection_officer, minors_worker);
    constexpr auto record = may(desk_operator, social_worker, city_coordinator, minors_worker);
    constexpr auto readers = record | may(data_protection_officer);
    constexpr auto retention_readers = may(city_coordinator, data_protection_officer);

    return {
        "rights",
        Where::city,
        {
            act("rights.record_request", "POST /api/rights/requests", record, record_request),
            act("rights.list_requests", "GET /api/rights/requests", readers, list_requests),
            act("rights.get_request", "GET /api/rights/requests/{id}", readers, get_request),
            act("rights.list_of_person", "GET /api/rights/persons/{person}/requests", readers,
                list_of_person),
            act("rights.cancel_request", "DELETE /api/rights/requests/{id}", readers,
                cancel_request),
            act("rights.extend_request", "PUT /api/rights/requests/{id}/extension", decide,
                extend_request),
            act("rights.undo_extension", "DELETE /api/rights/requests/{id}/extension", decide,
                undo_extension),
            act("rights.answer_request", "PUT /api/rights/requests/{id}/answer", decide,
                answer_request),
            act("rights.withdraw_answer", "DELETE /api/rights/requests/{id}/answer", decide,
                withdraw_answer),

            act("rights.print_file", "GET /api/rights/persons/{person}/file",
                may(social_worker, city_coordinator, minors_worker), print_file)
                .with_answer("application/pdf", true),

            // Four eyes: one approves, another erases.
            act("rights.preview_erasure", "GET /api/rights/requests/{id}/erasure",
                retention_readers, preview_erasure),
            act("rights.approve_erasure", "PUT /api/rights/requests/{id}/erasure/approval",
                may(data_protection_officer), approve_erasure),
            act("rights.withdraw_approval", "DELETE /api/rights/requests/{id}/erasure/approval",
                may(data_protection_officer), withdraw_approval),
            act("rights.erase_person", "POST /api/rights/requests/{id}/erasure",
                may(city_coordinator), erase_person)
                .without_receipt(),

            act("rights.preview_retention", "GET /api/rights/retention", retention_readers,
                preview_retention),
            act("rights.set_rule", "PUT /api/rights/retention/{rule}", retention_readers, set_rule),
            act("rights.propose_erasure", "POST /api/rights/retention/proposals", retention_readers,
                propose_erasure),
        },
        {},
        {{"rights.remind", remind}},
        holdings()};
}

} // namespace rights
