// SPDX-License-Identifier: EUPL-1.2
// OpenRosa, at a glance.
#include "openrosa/acts.h"
#include "openrosa/replies.h"
#include "openrosa/rows.h"

namespace openrosa {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        // What became a contact is told there.
        holding<SubmissionRow>("contacts").through("thing", "outreach_contact").not_told(),
        holding<AsideRow>("contacts").through("thing", "outreach_contact").not_told(),
        holding<AttachmentRow>("contacts").through("submission", "openrosa_submission").not_told(),
    };
}

} // namespace

core::Module module()
{
    using namespace core;
    constexpr auto who_looks = may(city_coordinator);
    // Each is given the forms whose act they may ask.
    constexpr auto with_phones = city_team | interviewer;
    return {
        "openrosa",
        Where::city,
        {
            act("openrosa.list_forms", "GET /openrosa/{city}/formList", with_phones, list_forms)
                .with_answer(xml_type),
            act("openrosa.show_manifest", "GET /openrosa/{city}/forms/{form}/manifest", with_phones,
                show_manifest)
                .with_answer(xml_type),
            act("openrosa.show_form", "GET /openrosa/{city}/forms/{form}", with_phones, show_form)
                .with_answer(xml_type),
            act("openrosa.check_submission", "GET /openrosa/{city}/submission", with_phones,
                check_submission),
            act("openrosa.submit", "POST /openrosa/{city}/submission", with_phones, submit,
                prepare_submission, keep_aside)
                .with_body(example_type, example_of_submission)
                .with_answer(xml_type),

            act("openrosa.show_setting", "GET /api/openrosa/setting", with_phones, show_setting),
            act("openrosa.list_received", "GET /api/openrosa/received", who_looks, list_received),
            act("openrosa.get_picture", "GET /api/openrosa/pictures/{id}", who_looks, get_picture)
                .with_answer("image/jpeg", true),
            act("openrosa.list_asides", "GET /api/openrosa/asides", who_looks, list_asides),
            act("openrosa.get_aside", "GET /api/openrosa/asides/{id}", who_looks, get_aside),
            act("openrosa.record_aside", "POST /api/openrosa/asides/{id}/record", who_looks,
                record_aside),
            act("openrosa.dismiss_aside", "DELETE /api/openrosa/asides/{id}", who_looks,
                dismiss_aside),
            act("openrosa.restore_aside", "POST /api/openrosa/asides/{id}/restore", who_looks,
                restore_aside),
        },
        dialect(),
        {},
        holdings()};
}

} // namespace openrosa
