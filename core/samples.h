// SPDX-License-Identifier: EUPL-1.2
// Ids of the cast (docs/cast.md): the examples of OpenAPI, the demonstration and the tests speak of
// the same invented persons and things. As JSON texts, for sample() of a field.
#pragma once

namespace core::samples {

// Accounts
inline constexpr auto giulia = R"("01900000-0000-7000-8000-0000000a0001")";
inline constexpr auto omar = R"("01900000-0000-7000-8000-0000000a0002")";
inline constexpr auto paola = R"("01900000-0000-7000-8000-0000000a0003")";
inline constexpr auto sara = R"("01900000-0000-7000-8000-0000000a0004")";
inline constexpr auto luca = R"("01900000-0000-7000-8000-0000000a0005")";
inline constexpr auto marco = R"("01900000-0000-7000-8000-0000000a0006")";
inline constexpr auto irene = R"("01900000-0000-7000-8000-0000000a0007")";
inline constexpr auto ada = R"("01900000-0000-7000-8000-0000000a0008")";
inline constexpr auto elvira = R"("01900000-0000-7000-8000-0000000a0009")"; // leads a workshop
inline constexpr auto noemi = R"("01900000-0000-7000-8000-0000000a000a")";  // interviews

// Persons of Roma
inline constexpr auto amina = R"("01900000-0000-7000-8000-0000000b0001")";    // has a case
inline constexpr auto ibrahima = R"("01900000-0000-7000-8000-0000000b0002")"; // has none
inline constexpr auto ibrahim = R"("01900000-0000-7000-8000-0000000b0003")";  // the same man again
// Ibrahima and Ibrahim, who may be one: people::pair_id of them.
inline constexpr auto pair = R"("f915e39a-3df5-8cf8-8e0d-cb3f9687feef")";
inline constexpr auto new_person = R"("01900000-0000-7000-8000-0000000b0fff")";

// Things of Roma
inline constexpr auto outing_tonight = R"("01900000-0000-7000-8000-0000000c0001")"; // open, um1
inline constexpr auto outing_closed = R"("01900000-0000-7000-8000-0000000c0002")";
inline constexpr auto new_outing = R"("01900000-0000-7000-8000-0000000c0fff")";
inline constexpr auto contact_unnamed = R"("01900000-0000-7000-8000-0000000d0001")";
inline constexpr auto contact_amina = R"("01900000-0000-7000-8000-0000000d0002")";
inline constexpr auto contact_cancelled = R"("01900000-0000-7000-8000-0000000d0003")";
inline constexpr auto new_contact = R"("01900000-0000-7000-8000-0000000d0fff")";
inline constexpr auto tally = R"("01900000-0000-7000-8000-0000000d1001")";
inline constexpr auto new_tally = R"("01900000-0000-7000-8000-0000000d1fff")";
// Undone: who it was is another man.
inline constexpr auto identification = R"("01900000-0000-7000-8000-0000000d2001")";
inline constexpr auto new_identification = R"("01900000-0000-7000-8000-0000000d2fff")";
inline constexpr auto merge = R"("01900000-0000-7000-8000-0000000e0001")";
inline constexpr auto new_merge = R"("01900000-0000-7000-8000-0000000e0fff")";
inline constexpr auto case_amina = R"("01900000-0000-7000-8000-0000000f0001")"; // temporary, open
inline constexpr auto case_closed = R"("01900000-0000-7000-8000-0000000f0002")";
inline constexpr auto new_case = R"("01900000-0000-7000-8000-0000000f0fff")";
inline constexpr auto intervention = R"("01900000-0000-7000-8000-0000000f1001")";
inline constexpr auto intervention_cancelled = R"("01900000-0000-7000-8000-0000000f1002")";
inline constexpr auto new_intervention = R"("01900000-0000-7000-8000-0000000f1fff")";
inline constexpr auto statement = R"("01900000-0000-7000-8000-000000100001")";
inline constexpr auto new_statement = R"("01900000-0000-7000-8000-000000100fff")";
inline constexpr auto new_account = R"("01900000-0000-7000-8000-0000000a0fff")";
inline constexpr auto new_team = R"("01900000-0000-7000-8000-000000110fff")";
inline constexpr auto token = R"("01900000-0000-7000-8000-000000120001")";
inline constexpr auto new_token = R"("01900000-0000-7000-8000-000000120fff")";
inline constexpr auto device = R"("01900000-0000-7000-8000-000000140001")"; // Giulia's telephone
inline constexpr auto device_revoked = R"("01900000-0000-7000-8000-000000140002")";
inline constexpr auto new_device = R"("01900000-0000-7000-8000-000000140fff")";

// Reports of Roma
inline constexpr auto report_new = R"("01900000-0000-7000-8000-000000130001")"; // not assessed
inline constexpr auto report_offered = R"("01900000-0000-7000-8000-000000130002")";
inline constexpr auto report_accepted = R"("01900000-0000-7000-8000-000000130003")";
inline constexpr auto report_verified = R"("01900000-0000-7000-8000-000000130004")";
inline constexpr auto report_closed = R"("01900000-0000-7000-8000-000000130005")";
inline constexpr auto report_photo = R"("01900000-0000-7000-8000-000000130006")"; // with a photo
inline constexpr auto report_grouped = R"("01900000-0000-7000-8000-000000130007")";
inline constexpr auto new_report = R"("01900000-0000-7000-8000-000000130fff")";
inline constexpr auto report_ticket = R"("01900000-0000-4000-8000-0000001300aa")"; // of report_new
inline constexpr auto report_code = R"("1572 5162 6600 9363")";                    // of report_new
inline constexpr auto new_report_ticket = R"("01900000-0000-4000-8000-0000001300ff")";
inline constexpr auto report_group = R"("01900000-0000-7000-8000-000000131001")";
inline constexpr auto new_report_group = R"("01900000-0000-7000-8000-000000131fff")";
inline constexpr auto dispatch_offered = R"("01900000-0000-7000-8000-000000132001")";
inline constexpr auto dispatch_accepted = R"("01900000-0000-7000-8000-000000132002")";
inline constexpr auto new_dispatch = R"("01900000-0000-7000-8000-000000132fff")";
inline constexpr auto verification = R"("01900000-0000-7000-8000-000000133001")";
inline constexpr auto new_verification = R"("01900000-0000-7000-8000-000000133fff")";
inline constexpr auto report_answer = R"("01900000-0000-7000-8000-000000134001")";
inline constexpr auto new_report_answer = R"("01900000-0000-7000-8000-000000134fff")";
inline constexpr auto new_remark = R"("01900000-0000-7000-8000-000000135fff")";

inline constexpr auto new_submission = R"("01900000-0000-7000-8000-000000150fff")"; // by a phone
inline constexpr auto phone_picture =
    R"("073c5381-ffc3-81e0-bdc8-1a2602495b1e")"; // of the aside, made from its name
inline constexpr auto aside = R"("01900000-0000-7000-8000-000000150002")"; // fits by now
inline constexpr auto aside_dismissed = R"("01900000-0000-7000-8000-000000150003")";

// Screenings of Roma; a warning's id is made of its screening and its rule
inline constexpr auto screening = R"("01900000-0000-7000-8000-000000160001")"; // of Ibrahima
inline constexpr auto screening_cancelled = R"("01900000-0000-7000-8000-000000160002")";
inline constexpr auto screening_amina = R"("01900000-0000-7000-8000-000000160003")";
inline constexpr auto new_screening = R"("01900000-0000-7000-8000-000000160fff")";
inline constexpr auto warning_open = R"("842f8772-9e86-8172-be01-6b92dd51c770")";
inline constexpr auto warning_answered = R"("3eecb7c9-9bb8-8272-b772-77ae73c8a9ac")";

// Around the outings of Roma
inline constexpr auto stop = R"("01900000-0000-7000-8000-000000170001")";
inline constexpr auto stop_cancelled = R"("01900000-0000-7000-8000-000000170002")";
inline constexpr auto new_stop = R"("01900000-0000-7000-8000-000000170fff")";
inline constexpr auto activity = R"("01900000-0000-7000-8000-000000171001")";
inline constexpr auto activity_cancelled = R"("01900000-0000-7000-8000-000000171002")";
inline constexpr auto new_activity = R"("01900000-0000-7000-8000-000000171fff")";

// Services of Roma
inline constexpr auto service = R"("01900000-0000-7000-8000-000000180001")";
inline constexpr auto service_cancelled = R"("01900000-0000-7000-8000-000000180002")";
inline constexpr auto new_service = R"("01900000-0000-7000-8000-000000180fff")";

// Between cities
inline constexpr auto case_luca = R"("01900000-0000-7000-8000-0000000f0003")";    // of Karim, open
inline constexpr auto case_offered = R"("01900000-0000-7000-8000-0000000f0004")"; // to Milano
inline constexpr auto handover_sent = R"("01900000-0000-7000-8000-0000001b0001")";
inline constexpr auto handover_received = R"("01900000-0000-7000-8000-0000001b0002")";
inline constexpr auto referral_sent = R"("01900000-0000-7000-8000-000000250001")";
inline constexpr auto referral_received = R"("01900000-0000-7000-8000-000000250002")";
inline constexpr auto new_handover = R"("01900000-0000-7000-8000-0000001b0fff")";

// The plan of Amina's case
inline constexpr auto goal = R"("01900000-0000-7000-8000-0000001a0001")";
inline constexpr auto goal_cancelled = R"("01900000-0000-7000-8000-0000001a0002")";
inline constexpr auto new_goal = R"("01900000-0000-7000-8000-0000001a0fff")";
inline constexpr auto action = R"("01900000-0000-7000-8000-0000001a1001")";
inline constexpr auto action_cancelled = R"("01900000-0000-7000-8000-0000001a1002")";
inline constexpr auto new_action = R"("01900000-0000-7000-8000-0000001a1fff")";

// Referrals of Roma
inline constexpr auto referral = R"("01900000-0000-7000-8000-000000190001")"; // of Amina, accepted
inline constexpr auto referral_ticket = R"("01900000-0000-4000-8000-0000001900aa")"; // of it
inline constexpr auto referral_code = R"("6242 3086 6175 0548")";                    // of it
inline constexpr auto referral_refused = R"("01900000-0000-7000-8000-000000190002")";
inline constexpr auto referral_late = R"("01900000-0000-7000-8000-000000190003")";
inline constexpr auto referral_closed = R"("01900000-0000-7000-8000-000000190004")";
inline constexpr auto new_referral = R"("01900000-0000-7000-8000-000000190fff")";
inline constexpr auto new_referral_ticket = R"("01900000-0000-4000-8000-0000001900ff")";
inline constexpr auto referral_step = R"("01900000-0000-7000-8000-000000191001")"; // accepted
inline constexpr auto new_referral_step = R"("01900000-0000-7000-8000-000000191fff")";

// In the care of the équipe for minors of Roma
inline constexpr auto samuel = R"("01900000-0000-7000-8000-0000000b0005")";     // guarded
inline constexpr auto minor_file = R"("01900000-0000-7000-8000-0000001c0001")"; // of Samuel
inline constexpr auto new_minor_file = R"("01900000-0000-7000-8000-0000001c0fff")";
inline constexpr auto minor_step = R"("01900000-0000-7000-8000-0000001c1001")";
// What is there of Samuel elsewhere: guarded as he is
inline constexpr auto contact_samuel = R"("01900000-0000-7000-8000-0000000d0005")";
inline constexpr auto screening_samuel = R"("01900000-0000-7000-8000-000000160005")";
inline constexpr auto case_samuel = R"("01900000-0000-7000-8000-0000000f0005")";
inline constexpr auto referral_sent_samuel = R"("01900000-0000-7000-8000-000000250003")";
inline constexpr auto intervention_samuel = R"("01900000-0000-7000-8000-0000000f1005")";
inline constexpr auto goal_samuel = R"("01900000-0000-7000-8000-0000001a0005")";
inline constexpr auto action_samuel = R"("01900000-0000-7000-8000-0000001a1005")";
inline constexpr auto referral_samuel = R"("01900000-0000-7000-8000-000000190005")";
inline constexpr auto step_samuel = R"("01900000-0000-7000-8000-000000191005")";
inline constexpr auto new_minor_step = R"("01900000-0000-7000-8000-0000001c1fff")";

// The desk of Roma
inline constexpr auto desk_site = R"("01900000-0000-7000-8000-0000001d0001")";
inline constexpr auto new_desk_site = R"("01900000-0000-7000-8000-0000001d0fff")";
inline constexpr auto desk_visit = R"("01900000-0000-7000-8000-0000001d1001")"; // waiting
inline constexpr auto desk_visit_called = R"("01900000-0000-7000-8000-0000001d1002")";
inline constexpr auto desk_visit_expected = R"("01900000-0000-7000-8000-0000001d1003")";
inline constexpr auto desk_visit_cancelled = R"("01900000-0000-7000-8000-0000001d1004")";
inline constexpr auto desk_visit_samuel = R"("01900000-0000-7000-8000-0000001d1005")"; // guarded
inline constexpr auto new_desk_visit = R"("01900000-0000-7000-8000-0000001d1fff")";

// Assessments and extensions of cases
inline constexpr auto assessment = R"("01900000-0000-7000-8000-0000001e0001")"; // Amina's, closed
inline constexpr auto assessment_open = R"("01900000-0000-7000-8000-0000001e0002")";
inline constexpr auto assessment_cancelled = R"("01900000-0000-7000-8000-0000001e0003")";
inline constexpr auto new_assessment = R"("01900000-0000-7000-8000-0000001e0fff")";
inline constexpr auto assessment_samuel = R"("01900000-0000-7000-8000-0000001e0005")"; // guarded
inline constexpr auto extension = R"("01900000-0000-7000-8000-0000001e1001")";
inline constexpr auto new_extension = R"("01900000-0000-7000-8000-0000001e1fff")";

// The diary of Amina's case
inline constexpr auto note = R"("01900000-0000-7000-8000-0000001f0001")";
inline constexpr auto note_cancelled = R"("01900000-0000-7000-8000-0000001f0002")";
inline constexpr auto new_note = R"("01900000-0000-7000-8000-0000001f0fff")";
inline constexpr auto note_samuel = R"("01900000-0000-7000-8000-0000001f0005")";
inline constexpr auto appointment = R"("01900000-0000-7000-8000-0000001f1001")";
inline constexpr auto appointment_cancelled = R"("01900000-0000-7000-8000-0000001f1002")";
inline constexpr auto new_appointment = R"("01900000-0000-7000-8000-0000001f1fff")";
inline constexpr auto appointment_samuel = R"("01900000-0000-7000-8000-0000001f1005")";

// What makes Amina vulnerable, and what answers it
inline constexpr auto vulnerability = R"("01900000-0000-7000-8000-000000200001")"; // answered
inline constexpr auto vulnerability_cancelled = R"("01900000-0000-7000-8000-000000200002")";
inline constexpr auto vulnerability_unanswered = R"("01900000-0000-7000-8000-000000200003")";
inline constexpr auto vulnerability_samuel = R"("01900000-0000-7000-8000-000000200005")"; // guarded
inline constexpr auto new_vulnerability = R"("01900000-0000-7000-8000-000000200fff")";

// What was attached to Amina's case
inline constexpr auto attachment = R"("01900000-0000-7000-8000-000000210001")";
inline constexpr auto attachment_cancelled = R"("01900000-0000-7000-8000-000000210002")";
inline constexpr auto new_attachment = R"("01900000-0000-7000-8000-000000210fff")";
inline constexpr auto attachment_samuel = R"("01900000-0000-7000-8000-000000210005")";
inline constexpr auto attachment_content = // a page with nothing on it
    R"("JVBERi0xLjQKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFI+PgplbmRvYmoKMiAwIG9iago8)"
    R"(PC9UeXBlL1BhZ2VzL0tpZHNbMyAwIFJdL0NvdW50IDE+PgplbmRvYmoKMyAwIG9iago8PC9UeXBlL1BhZ2Uv)"
    R"(UGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCAzMDAgMjAwXT4+CmVuZG9iagp4cmVmCjAgNAowMDAwMDAwMDAw)"
    R"(IDY1NTM1IGYgCjAwMDAwMDAwMDkgMDAwMDAgbiAKMDAwMDAwMDA1NCAwMDAwMCBuIAowMDAwMDAwMTA1IDAw)"
    R"(MDAwIG4gCnRyYWlsZXIKPDwvU2l6ZSA0L1Jvb3QgMSAwIFI+PgpzdGFydHhyZWYKMTcwCiUlRU9GCg==")";
// Who reads a case that is not theirs
inline constexpr auto access_request = R"("01900000-0000-7000-8000-000000220001")"; // Paola's
inline constexpr auto access_granted = R"("01900000-0000-7000-8000-000000220002")"; // Giulia's
inline constexpr auto new_access_request = R"("01900000-0000-7000-8000-000000220fff")";
inline constexpr auto emergency_access = R"("01900000-0000-7000-8000-000000220101")"; // over
inline constexpr auto new_emergency_access = R"("01900000-0000-7000-8000-000000220ffe")";
// What persons of Roma ask about their own data
inline constexpr auto rights_request = R"("01900000-0000-7000-8000-000000230001")"; // Amina's, open
inline constexpr auto rights_request_answered = R"("01900000-0000-7000-8000-000000230002")";
inline constexpr auto rights_request_granted = R"("01900000-0000-7000-8000-000000230003")";
inline constexpr auto rights_request_approved = R"("01900000-0000-7000-8000-000000230004")";
inline constexpr auto rights_request_samuel = R"("01900000-0000-7000-8000-000000230005")";
inline constexpr auto new_rights_request = R"("01900000-0000-7000-8000-000000230fff")";
// Places to live in Roma, who asks for one and who lives there
inline constexpr auto housing_place = R"("01900000-0000-7000-8000-000000280001")"; // co-housing
inline constexpr auto housing_dormitory = R"("01900000-0000-7000-8000-000000280002")";
inline constexpr auto housing_faro = R"("01900000-0000-7000-8000-000000280003")"; // for minors
inline constexpr auto new_housing_place = R"("01900000-0000-7000-8000-000000280fff")";
inline constexpr auto housing_bed = R"("01900000-0000-7000-8000-000000280101")"; // Karim's
inline constexpr auto housing_bed_free = R"("01900000-0000-7000-8000-000000280102")";
inline constexpr auto housing_bed_closed = R"("01900000-0000-7000-8000-000000280103")";
inline constexpr auto housing_bunk = R"("01900000-0000-7000-8000-000000280111")"; // promised
inline constexpr auto housing_bunk_free = R"("01900000-0000-7000-8000-000000280112")";
inline constexpr auto new_housing_bed = R"("01900000-0000-7000-8000-000000280ffe")";
inline constexpr auto housing_closing = R"("01900000-0000-7000-8000-000000280401")";
inline constexpr auto housing_closing_cancelled = R"("01900000-0000-7000-8000-000000280402")";
inline constexpr auto new_housing_closing = R"("01900000-0000-7000-8000-000000280ffd")";
inline constexpr auto housing_stay = R"("01900000-0000-7000-8000-000000280201")"; // running
inline constexpr auto housing_stay_ended = R"("01900000-0000-7000-8000-000000280202")";
inline constexpr auto housing_stay_promised = R"("01900000-0000-7000-8000-000000280203")";
inline constexpr auto housing_stay_cancelled = R"("01900000-0000-7000-8000-000000280204")";
inline constexpr auto housing_stay_samuel = R"("01900000-0000-7000-8000-000000280205")"; // guarded
inline constexpr auto new_housing_stay = R"("01900000-0000-7000-8000-000000280ffc")";
inline constexpr auto housing_request = R"("01900000-0000-7000-8000-000000280301")"; // open
inline constexpr auto housing_request_declined = R"("01900000-0000-7000-8000-000000280302")";
inline constexpr auto housing_request_cancelled = R"("01900000-0000-7000-8000-000000280303")";
inline constexpr auto housing_request_samuel = R"("01900000-0000-7000-8000-000000280305")";
inline constexpr auto housing_agreement = R"("01900000-0000-7000-8000-000000280501")";
inline constexpr auto new_housing_agreement = R"("01900000-0000-7000-8000-000000280ffa")";
inline constexpr auto housing_support = R"("01900000-0000-7000-8000-000000280601")"; // Karim's
inline constexpr auto housing_support_cancelled = R"("01900000-0000-7000-8000-000000280602")";
inline constexpr auto housing_support_samuel = R"("01900000-0000-7000-8000-000000280605")";
inline constexpr auto new_housing_support = R"("01900000-0000-7000-8000-000000280ff9")";
inline constexpr auto housing_instalment = R"("01900000-0000-7000-8000-000000280611")";
inline constexpr auto housing_instalment_cancelled = R"("01900000-0000-7000-8000-000000280612")";
inline constexpr auto housing_instalment_samuel = R"("01900000-0000-7000-8000-000000280615")";
inline constexpr auto new_housing_instalment = R"("01900000-0000-7000-8000-000000280ff8")";
inline constexpr auto housing_upkeep = R"("01900000-0000-7000-8000-000000280701")"; // open
inline constexpr auto housing_upkeep_cancelled = R"("01900000-0000-7000-8000-000000280702")";
inline constexpr auto new_housing_upkeep = R"("01900000-0000-7000-8000-000000280ff7")";
inline constexpr auto new_housing_request = R"("01900000-0000-7000-8000-000000280ffb")";

// The workshops of Roma
inline constexpr auto workshop = R"("01900000-0000-7000-8000-000000270001")";        // theatre
inline constexpr auto workshop_course = R"("01900000-0000-7000-8000-000000270002")"; // with a list
inline constexpr auto new_workshop = R"("01900000-0000-7000-8000-000000270fff")";
inline constexpr auto workshop_session = R"("01900000-0000-7000-8000-000000271001")"; // has been
inline constexpr auto workshop_session_cancelled = R"("01900000-0000-7000-8000-000000271002")";
inline constexpr auto workshop_session_coming = R"("01900000-0000-7000-8000-000000271003")";
inline constexpr auto new_workshop_session = R"("01900000-0000-7000-8000-000000271fff")";
inline constexpr auto enrolment = R"("01900000-0000-7000-8000-000000272001")"; // Amina's, theatre
inline constexpr auto enrolment_waiting = R"("01900000-0000-7000-8000-000000272002")";
inline constexpr auto enrolment_cancelled = R"("01900000-0000-7000-8000-000000272003")";
inline constexpr auto enrolment_samuel = R"("01900000-0000-7000-8000-000000272005")"; // guarded
inline constexpr auto new_enrolment = R"("01900000-0000-7000-8000-000000272fff")";
inline constexpr auto workshop_work = R"("01900000-0000-7000-8000-000000273001")";
inline constexpr auto workshop_work_cancelled = R"("01900000-0000-7000-8000-000000273002")";
inline constexpr auto new_workshop_work = R"("01900000-0000-7000-8000-000000273fff")";
inline constexpr auto workshop_answer = R"("01900000-0000-7000-8000-000000274001")";
inline constexpr auto workshop_answer_cancelled = R"("01900000-0000-7000-8000-000000274002")";
inline constexpr auto new_workshop_answer = R"("01900000-0000-7000-8000-000000274fff")";
inline constexpr auto workshop_sheet = R"("01900000-0000-7000-8000-000000275001")"; // signed
inline constexpr auto workshop_sheet_cancelled = R"("01900000-0000-7000-8000-000000275002")";
inline constexpr auto new_workshop_sheet = R"("01900000-0000-7000-8000-000000275fff")";
inline constexpr auto small_photo = // a white square
    R"("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAA)"
    R"(DklEQVR4nGP4DwUMlDEA98A/wbI0QbsAAAAASUVORK5CYII=")";

// Civic engagement in Roma
inline constexpr auto civic_project = R"("01900000-0000-7000-8000-000000290001")"; // runs
inline constexpr auto civic_project_cancelled = R"("01900000-0000-7000-8000-000000290002")";
inline constexpr auto civic_project_ended = R"("01900000-0000-7000-8000-000000290003")";
inline constexpr auto civic_project_uncovered = R"("01900000-0000-7000-8000-000000290004")";
inline constexpr auto new_civic_project = R"("01900000-0000-7000-8000-000000290fff")";
inline constexpr auto civic_insurance = R"("01900000-0000-7000-8000-000000291001")";
inline constexpr auto civic_insurance_cancelled = R"("01900000-0000-7000-8000-000000291002")";
inline constexpr auto civic_insurance_spare = R"("01900000-0000-7000-8000-000000291003")";
inline constexpr auto new_civic_insurance = R"("01900000-0000-7000-8000-000000291fff")";
inline constexpr auto civic_participant = R"("01900000-0000-7000-8000-000000292001")"; // Yusuf
inline constexpr auto civic_participant_cancelled = R"("01900000-0000-7000-8000-000000292002")";
inline constexpr auto civic_resident = R"("01900000-0000-7000-8000-000000292003")";
inline constexpr auto civic_participant_samuel = R"("01900000-0000-7000-8000-000000292005")";
inline constexpr auto new_civic_participant = R"("01900000-0000-7000-8000-000000292fff")";
inline constexpr auto civic_day = R"("01900000-0000-7000-8000-000000293001")"; // done
inline constexpr auto civic_day_cancelled = R"("01900000-0000-7000-8000-000000293002")";
inline constexpr auto civic_day_next = R"("01900000-0000-7000-8000-000000293003")"; // to come
inline constexpr auto new_civic_day = R"("01900000-0000-7000-8000-000000293fff")";
inline constexpr auto civic_picture = R"("01900000-0000-7000-8000-000000294001")"; // before
inline constexpr auto civic_picture_cancelled = R"("01900000-0000-7000-8000-000000294002")";
inline constexpr auto new_civic_picture = R"("01900000-0000-7000-8000-000000294fff")";
inline constexpr auto civic_picture_content = // green, and nothing else on it
    R"("iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAFUlEQVR42mNIWOBBEmIY1TCqATsCAKjS)"
    R"(9gGSYuacAAAAAElFTkSuQmCC")";
inline constexpr auto civic_membership = R"("01900000-0000-7000-8000-000000295001")"; // Amina's
inline constexpr auto civic_membership_cancelled = R"("01900000-0000-7000-8000-000000295002")";
inline constexpr auto civic_membership_samuel = R"("01900000-0000-7000-8000-000000295005")";
inline constexpr auto new_civic_membership = R"("01900000-0000-7000-8000-000000295fff")";

// Stories of Roma
inline constexpr auto story = R"("01900000-0000-7000-8000-0000002a0001")"; // published
inline constexpr auto story_waiting = R"("01900000-0000-7000-8000-0000002a0002")";
inline constexpr auto story_withdrawn = R"("01900000-0000-7000-8000-0000002a0003")";
inline constexpr auto story_cancelled = R"("01900000-0000-7000-8000-0000002a0004")";
inline constexpr auto story_minor = R"("01900000-0000-7000-8000-0000002a0005")";
inline constexpr auto new_story = R"("01900000-0000-7000-8000-0000002a0fff")";
inline constexpr auto story_consent = R"("01900000-0000-7000-8000-0000002a1001")"; // of story
inline constexpr auto story_consent_withdrawn = R"("01900000-0000-7000-8000-0000002a1003")";
inline constexpr auto new_story_consent = R"("01900000-0000-7000-8000-0000002a1fff")";
inline constexpr auto story_file = R"("01900000-0000-7000-8000-0000002a2001")";       // of story
inline constexpr auto story_file_begun = R"("01900000-0000-7000-8000-0000002a2002")"; // no chunk
inline constexpr auto story_file_whole = R"("01900000-0000-7000-8000-0000002a2003")"; // unchecked
inline constexpr auto story_file_cancelled = R"("01900000-0000-7000-8000-0000002a2004")";
inline constexpr auto new_story_file = R"("01900000-0000-7000-8000-0000002a2fff")";
inline constexpr auto story_site = R"("01900000-0000-7000-8000-0000002a3001")";      // of story
inline constexpr auto story_take_down = R"("01900000-0000-7000-8000-0000002a3002")"; // to be done
inline constexpr auto story_taken_down = R"("01900000-0000-7000-8000-0000002a3003")";
inline constexpr auto new_story_publication = R"("01900000-0000-7000-8000-0000002a3fff")";
inline constexpr auto story_chunk_bytes = "74"; // a picture of eight by eight points
inline constexpr auto story_chunk_hash =
    R"("f9acead84e24985e6bafc8e0bce2f80ac9f71e7a596fc691ecccc4f17e2e4056")";
inline constexpr auto story_chunk =
    R"("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4UWGDFTEMLQkAQfNfASk)"
    R"(qKa0AAAAASUVORK5CYII=")";

// The survey of Roma
inline constexpr auto survey_questionnaire = R"("01900000-0000-7000-8000-000000300001")";
inline constexpr auto new_survey_questionnaire = R"("01900000-0000-7000-8000-000000300fff")";
inline constexpr auto survey_version = R"("01900000-0000-7000-8000-000000301001")";
inline constexpr auto survey_version_unused = R"("01900000-0000-7000-8000-000000301002")";
inline constexpr auto new_survey_version = R"("01900000-0000-7000-8000-000000301fff")";
inline constexpr auto survey_wave = R"("01900000-0000-7000-8000-000000302001")"; // open
inline constexpr auto survey_wave_preparing = R"("01900000-0000-7000-8000-000000302002")";
inline constexpr auto survey_wave_closed = R"("01900000-0000-7000-8000-000000302003")";
inline constexpr auto survey_wave_trial = R"("01900000-0000-7000-8000-000000302005")"; // open
// Open since today: nobody was asked yet.
inline constexpr auto survey_wave_unasked = R"("01900000-0000-7000-8000-000000302006")";
inline constexpr auto new_survey_wave = R"("01900000-0000-7000-8000-000000302fff")";
inline constexpr auto survey_centre = R"("01900000-0000-7000-8000-000000303001")";
inline constexpr auto survey_centre_preparing = R"("01900000-0000-7000-8000-000000303002")";
inline constexpr auto new_survey_centre = R"("01900000-0000-7000-8000-000000303fff")";
inline constexpr auto survey_slot = R"("01900000-0000-7000-8000-000000304001")"; // Noemi's
inline constexpr auto survey_slot_preparing = R"("01900000-0000-7000-8000-000000304002")";
inline constexpr auto new_survey_slot = R"("01900000-0000-7000-8000-000000304fff")";
inline constexpr auto survey_unit = R"("01900000-0000-7000-8000-000000305001")"; // Noemi's
inline constexpr auto survey_unit_preparing = R"("01900000-0000-7000-8000-000000305002")";
inline constexpr auto new_survey_unit = R"("01900000-0000-7000-8000-000000305fff")";
inline constexpr auto survey_interview = R"("01900000-0000-7000-8000-000000306001")";
inline constexpr auto new_survey_interview = R"("01900000-0000-7000-8000-000000306fff")";
inline constexpr auto survey_workbook = // an XLSForm of two questions
    R"("UEsDBBQAAAAIAAAAIQCS8AvRzAAAAKgBAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbK2RPW7DMAyFr2JoLSIGHT)"
    R"(IEcZY2a9uhF2BkOhYsiYLIJO7tIzvNUnQp0Ik/7/F9A3efX5mkmWJI0ppBNW8BxA0UUSxnSlXpuUTUOpYTZHQj)"
    R"(ngie1+sNOE5KSVc6Z5j97pV6PAdtDlNdi+fUmkJBTPNyN86s1mDOwTvUqsMldT8oq2+CrZeLRwaf5akaDPxKmJ)"
    R"(U/AbjvvaOO3TnWEyu5EHYyEGkM9splXPoH8f1CpfiOmg8s+oax5sMUYPYdmUf7v/il2og+PfiwPGh/A1BLAwQU)"
    R"(AAAACAAAACEAq1+GZ4YAAADtAAAACwAAAF9yZWxzLy5yZWxzjc89DgIhFATgqxAOsG9jYWFYKhtb4wUQHz/h5x)"
    R"(Fg43p7KVdjYTmZyZeMuGJU3VNuzpfGthRzW7jrvZwAmnaYVJuoYB6NoZpUH7FaKEoHZREO83yEuje4FHuTXR4L)"
    R"(r5zdXgX/gckYr/FMek2Y+w//azFkVS32hW8RnlTDnShMA+UgBXy8k29QSwMEFAAAAAgAAAAhAFxRo6GqAAAAOg)"
    R"(EAAA8AAAB4bC93b3JrYm9vay54bWyNkEsOgzAMRK8S5QANpVIXCFh102OEYEgEiaM49HP7ptBItKuubI+fZizX)"
    R"(dwxThzixh50dNVzH6CshSGmwkg7owaXNgMHKmMYwCvIBZE8aINpZlEVxFlYaxzeHKvzjgcNgFFxQLRZc3EwCzD)"
    R"(IadKSNJ97WawJ9KnPSQsNpCTd4crZq177hR85CZVIjufhGlcYUQTu2zGz3yxLEaNy4h08ZVm9Y5GNE/lf7AlBL)"
    R"(AwQUAAAACAAAACEAo+fn8JIAAADSAQAAGgAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxztdE9CsJAEIbhqy)"
    R"(x7gEywsJAklY2teIHJOvtDsj/sTlBv7zZChAg2KYcPnreY7kozsouhWJeKePo5lF5a5nQCKMqSx9LERKEuOmaP)"
    R"(XM9sIKGa0BAc2vYIeW3IoVub4nLvJUpxeyX6B45aO0XnqBZPgTd8eMQ8FUvEFcVsiKvfVEXCRnncuTz+LKudy+)"
    R"(pThq8XDm9QSwMEFAAAAAgAAAAhAOQq/sdvAQAAkQQAAAgAAAB4bC9hLnhtbIWUz0rDQBDGX2UIgnpxtYKHkkTa)"
    R"(GsWLCh48yphOm6X7J+5Mq0V8MM++mNsiRWRXbzuz328Svm/Y8sWHBXdEAq/WOK6KTqQfKsVtRxb5yPfk4s3MB4)"
    R"(sSyzBX3AfC6RayRg2Oj8+URe2Kutz2LlCwLoN/gVAVJ7Hbbg6jkwKkKrQz2tG9hNjXXJdSy7qnUkldqk2t2m/9)"
    R"(OKd3aFP6SU5v8InMcHgtaDQ6DwdaDhP8xT984+ZGcwcH5FJ4k8MDPS91oGmCucwzhlboJMFcZRlvftmiYgS7HA)"
    R"(a7HAaZARw/2sqjdwRrlwokB86WxqQCyelHKxKCXn9+QNBtp4ljGbcNes+iz1PZZEeF+LN+CcgLmkLcUbA+tqRD)"
    R"(t+13uKLUwCY3cE38h4mnOxNPc8tMr6nUxjm9wXbBKfNywCT61HpGsOhaTJqVQx86FNAMVjNrN0+xlzl2722T8j)"
    R"(tUsB8t2k8tZg69vWtuUp6qH4+F2r1C9RdQSwMEFAAAAAgAAAAhACmbwmnvAAAA+gIAAAgAAAB4bC9iLnhtbJWS)"
    R"(wU4DIRCGX4Vwqhen3SYeNixJdT148dKTJzOu2CXCsIFJqu/kW/hi0mo22kDUG/x8P/Alo/YhPqfRGBYv3lHq5M)"
    R"(g8tQBpGI3HdB4mQ/nkKUSPnLdxB2mKBh+PJe+gWS4vwKMlqdUx65FRqxj2InZyldPhsNispOBOWnKWzJZjzm3S)"
    R"(irWzie8JvVHAWsEhhOGrdFkrVfir6iP4YFzb3jA6ixTEwvJZod//0r+mXf7uKBaGTuqQfWfpZpZuKve9Usm2Sp)"
    R"(tUkq3h2/e3klsNvzu9/YfLenZZ/8ulRlMoqdTo2xLd/5X+FIFvUwnzuOsPUEsDBBQAAAAIAAAAIQADSIUn2AAA)"
    R"(ADkCAAAIAAAAeGwvYy54bWx9kl9qwzAMh69ifICpycMehmPo1hvsAMUkaiLmP8FS27HTzykjjGHvzfpZn9CHbe)"
    R"(4pf/CCKOoz+MiDXkTWFwAeFwyOn9KKsdxcUg5OSpln4DWjmx5Q8NAfDs8QHEVtzSM7OXHW5HRXedBdScftcOy0)"
    R"(kkFT9BTxXXLJia0Ru00+C4lHA2INbCmMP9TrvxRNFeSthdwwM6VYQU4tZMKLu3o5exfnq5v/bAjFcRftd9G+Me)"
    R"(zIY/KS1ISkGPONvqhm3MI9sWCkONecW1BXs201k9T84Nejwv5b7DdQSwECFAMUAAAACAAAACEAkvAL0cwAAACo)"
    R"(AQAAEwAAAAAAAAAAAAAAgAEAAAAAW0NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAIAAAAIQCrX4ZnhgAAAO)"
    R"(0AAAALAAAAAAAAAAAAAACAAf0AAABfcmVscy8ucmVsc1BLAQIUAxQAAAAIAAAAIQBcUaOhqgAAADoBAAAPAAAA)"
    R"(AAAAAAAAAACAAawBAAB4bC93b3JrYm9vay54bWxQSwECFAMUAAAACAAAACEAo+fn8JIAAADSAQAAGgAAAAAAAA)"
    R"(AAAAAAgAGDAgAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHNQSwECFAMUAAAACAAAACEA5Cr+x28BAACRBAAA)"
    R"(CAAAAAAAAAAAAAAAgAFNAwAAeGwvYS54bWxQSwECFAMUAAAACAAAACEAKZvCae8AAAD6AgAACAAAAAAAAAAAAA)"
    R"(AAgAHiBAAAeGwvYi54bWxQSwECFAMUAAAACAAAACEAA0iFJ9gAAAA5AgAACAAAAAAAAAAAAAAAgAH3BQAAeGwv)"
    R"(Yy54bWxQSwUGAAAAAAcABwChAQAA9QYAAAAA")";
// What is made of the answers of the survey of Roma
inline constexpr auto survey_theme = R"("01900000-0000-7000-8000-000000307001")"; // rent
inline constexpr auto survey_theme_queue = R"("01900000-0000-7000-8000-000000307002")";
inline constexpr auto survey_theme_retired = R"("01900000-0000-7000-8000-000000307003")";
inline constexpr auto new_survey_theme = R"("01900000-0000-7000-8000-000000307fff")";
inline constexpr auto survey_themes = R"(["01900000-0000-7000-8000-000000307001"])";
// What a centre said, in the trial; nobody has coded it.
inline constexpr auto survey_open_answer = R"("b939ce1a-ad36-86e4-8af9-87c351a6e487")";
// Two have coded it, and do not agree.
inline constexpr auto survey_open_answer_disputed = R"("c038e033-94a8-8099-a25b-6a52ed5ee0b3")";

// Links of the network with cities that have a machine of their own; their keys are nobody's.
inline constexpr auto link = R"("01900000-0000-7000-8000-000000303101")";         // with Sassari
inline constexpr auto link_stopped = R"("01900000-0000-7000-8000-000000303102")"; // with Trieste
inline constexpr auto new_link = R"("01900000-0000-7000-8000-0000003031ff")";     // with Potenza
inline constexpr auto new_link_card =
    R"("lgnet1:potenza:MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE=:)"
    R"(MjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjI=")";
inline constexpr auto new_link_fingerprint = R"("92278 35433 95690 74038 80139 16704")";
inline constexpr auto link_card = R"("lgnet1:sassari:MzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzM=:)"
                                  R"(NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ=")";
inline constexpr auto link_fingerprint = R"("54933 47972 47978 48719 99156 59538")";
inline constexpr auto link_stopped_card =
    R"("lgnet1:trieste:NTU1NTU1NTU1NTU1NTU1NTU1NTU1NTU1NTU1NTU1NTU=:)"
    R"(NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY=")";
inline constexpr auto link_stopped_fingerprint = R"("11948 25035 20283 51841 32047 86162")";

// A release of the catalogue that Roma has not taken yet, and a code that Roma has of its own.
inline constexpr auto release = R"("01900000-0000-7000-8000-000000303103")";
inline constexpr auto new_release = R"("01900000-0000-7000-8000-0000003031fe")";
inline constexpr auto own_code = R"("01900000-0000-7000-8000-000000303104")";
inline constexpr auto new_own_code = R"("01900000-0000-7000-8000-0000003031fd")";
inline constexpr auto draft_text = R"("code,it,en,group,retired\nINFO_ONLY,Solo,Only,,\n")";
// A count of persons across cities, open; in the network's store and in each city's.
inline constexpr auto headcount_round = R"("01900000-0000-7000-8000-000000303401")";
inline constexpr auto new_headcount_round = R"("01900000-0000-7000-8000-000000303410")";
inline constexpr auto new_headcount_left_out = R"("01900000-0000-7000-8000-000000303411")";

} // namespace core::samples
