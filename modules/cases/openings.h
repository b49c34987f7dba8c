// SPDX-License-Identifier: EUPL-1.2
// Reading a case that is not one's own: asked for and granted by who keeps it (richiesta di
// accesso), or opened at once in an emergency, for three hours and under the eyes of the
// data-protection officer (accesso in emergenza). Either lets one account read one case and nothing
// else: no list grows longer, nothing can be written (work.h, get_readable).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cases/acts.h"

namespace cases {

inline constexpr int access_days_usual = 7;
inline constexpr int access_days_max = 30;
// Three hours, as DHIS2 gives who breaks its glass: enough for a night in a first-aid station, too
// short to make a habit of. Nothing renews it; to go on one opens it again, with a reason again.
inline constexpr std::int64_t emergency_seconds = 3 * 60 * 60;
// As many characters as it takes to say what is happening.
inline constexpr std::size_t emergency_words_least = 20;

struct AccessRequest {
    static constexpr const char* title = "AccessRequest";

    Id<AccessRequest> id;
    Id<Case> case_id;
    Id<people::Person> person;
    people::Card person_card;
    std::string worker_name;
    std::string reason;
    std::string asked_by_name;
    std::optional<std::string> asked_by_team;
    Instant asked_at;
    std::string state;
    bool own = false;
    bool may_answer = false;
    std::optional<std::string> answer;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;
    std::optional<Instant> until;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AccessRequest::id), field("case", &AccessRequest::case_id),
                          field("person", &AccessRequest::person),
                          field("person_card", &AccessRequest::person_card),
                          field("worker_name", &AccessRequest::worker_name),
                          field("reason", &AccessRequest::reason).sealed(Mark::note),
                          field("asked_by_name", &AccessRequest::asked_by_name),
                          field("asked_by_team", &AccessRequest::asked_by_team).says("Its name."),
                          field("asked_at", &AccessRequest::asked_at),
                          field("state", &AccessRequest::state).one_of("access_request_state"),
                          field("own", &AccessRequest::own).says("The asker made it."),
                          field("may_answer", &AccessRequest::may_answer),
                          field("answer", &AccessRequest::answer).sealed(Mark::note),
                          field("answered_by_name", &AccessRequest::answered_by_name),
                          field("answered_at", &AccessRequest::answered_at),
                          field("until", &AccessRequest::until).says("Where it was granted."));
    }
};

struct AccessRequests {
    static constexpr const char* title = "AccessRequests";

    std::vector<AccessRequest> items; // those that wait, then the newest

    static constexpr auto fields()
    {
        return std::tuple(field("items", &AccessRequests::items)
                              .at_most(500)
                              .says("Those that wait first, then the newest."));
    }
};

// Nothing in it tells of anybody: it stands beside the list of cases, whenever that is looked at.
struct WaitingRequests {
    static constexpr const char* title = "WaitingRequests";

    int count = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("count", &WaitingRequests::count)
                              .says("Requests that wait for an answer of who asks."));
    }
};

struct EmergencyAccess {
    static constexpr const char* title = "EmergencyAccess";

    Id<EmergencyAccess> id;
    Id<Case> case_id;
    Id<people::Person> person;
    std::string by_name;
    Instant at;
    Instant until;
    std::optional<Instant> closed_at;
    std::string reason;
    std::string words;
    int readings = 0;
    std::optional<std::string> judgement;
    std::optional<std::string> judgement_note;
    std::optional<std::string> judged_by_name;
    std::optional<Instant> judged_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &EmergencyAccess::id), field("case", &EmergencyAccess::case_id),
            field("person", &EmergencyAccess::person), field("by_name", &EmergencyAccess::by_name),
            field("at", &EmergencyAccess::at), field("until", &EmergencyAccess::until),
            field("closed_at", &EmergencyAccess::closed_at).says("Where it was ended before."),
            field("reason", &EmergencyAccess::reason)
                .one_of("emergency_reason")
                .sealed(Mark::health),
            field("words", &EmergencyAccess::words).sealed(Mark::note),
            field("readings", &EmergencyAccess::readings)
                .says("How often something of the person's cases was read in that time, by the "
                      "journal."),
            field("judgement", &EmergencyAccess::judgement).one_of("emergency_judgement"),
            field("judgement_note", &EmergencyAccess::judgement_note).sealed(Mark::note),
            field("judged_by_name", &EmergencyAccess::judged_by_name),
            field("judged_at", &EmergencyAccess::judged_at));
    }
};

struct EmergencyAccesses {
    static constexpr const char* title = "EmergencyAccesses";

    std::vector<EmergencyAccess> items; // those that nobody has judged, then the newest

    static constexpr auto fields()
    {
        return std::tuple(field("items", &EmergencyAccesses::items)
                              .at_most(500)
                              .says("Those not judged yet first, then the newest."));
    }
};

// ---- wishes

struct AskAccess {
    static constexpr const char* title = "AskAccess";

    Id<Case> case_id;
    Id<AccessRequest> id;
    std::string reason;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &AskAccess::case_id).sample(core::samples::case_amina),
            field("id", &AskAccess::id).sample(core::samples::new_access_request),
            field("reason", &AskAccess::reason)
                .up_to(2000)
                .sealed(Mark::note)
                .sample(
                    R"("La incontriamo ogni sera: per non chiederle di nuovo le stesse cose")"));
    }
};

struct ListAccessRequests {
    static constexpr const char* title = "ListAccessRequests";

    std::optional<std::string> state;

    static constexpr auto fields()
    {
        return std::tuple(
            field("state", &ListAccessRequests::state).one_of("access_request_state"));
    }
};

struct OneAccessRequest {
    static constexpr const char* title = "OneAccessRequest";

    Id<AccessRequest> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneAccessRequest::id).sample(core::samples::access_request));
    }
};

struct OneGrantedRequest {
    static constexpr const char* title = "OneGrantedRequest";

    Id<AccessRequest> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OneGrantedRequest::id).sample(core::samples::access_granted));
    }
};

struct GrantAccess {
    static constexpr const char* title = "GrantAccess";

    Id<AccessRequest> id;
    std::optional<int> days;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &GrantAccess::id).sample(core::samples::access_request),
                          field("days", &GrantAccess::days)
                              .between(1, access_days_max)
                              .says("From now on; 7 when left out."),
                          field("words", &GrantAccess::words).up_to(2000).sealed(Mark::note));
    }
};

struct RefuseAccess {
    static constexpr const char* title = "RefuseAccess";

    Id<AccessRequest> id;
    std::string words;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RefuseAccess::id).sample(core::samples::access_request),
                          field("words", &RefuseAccess::words)
                              .up_to(2000)
                              .sealed(Mark::note)
                              .sample(R"("Chiamami domattina, te lo dico a voce")"));
    }
};

struct OpenInEmergency {
    static constexpr const char* title = "OpenInEmergency";

    Id<Case> case_id;
    Id<EmergencyAccess> id;
    std::string reason;
    std::string words;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &OpenInEmergency::case_id).sample(core::samples::case_amina),
            field("id", &OpenInEmergency::id).sample(core::samples::new_emergency_access),
            field("reason", &OpenInEmergency::reason)
                .one_of("emergency_reason")
                .sealed(Mark::health)
                .sample(R"("HEALTH")"),
            field("words", &OpenInEmergency::words)
                .up_to(2000)
                .sealed(Mark::note)
                .says("At least 20 characters.")
                .sample(R"("Non risponde alle domande, il 118 chiede che farmaci prende")"));
    }
};

struct OneEmergencyAccess {
    static constexpr const char* title = "OneEmergencyAccess";

    Id<EmergencyAccess> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OneEmergencyAccess::id).sample(core::samples::emergency_access));
    }
};

struct JudgeEmergencyAccess {
    static constexpr const char* title = "JudgeEmergencyAccess";

    Id<EmergencyAccess> id;
    std::string judgement;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &JudgeEmergencyAccess::id).sample(core::samples::emergency_access),
            field("judgement", &JudgeEmergencyAccess::judgement)
                .one_of("emergency_judgement")
                .sample(R"("PROPER")"),
            field("note", &JudgeEmergencyAccess::note)
                .up_to(2000)
                .sealed(Mark::note)
                .says("Needed where it was not proper."));
    }
};

AccessRequest ask_access(core::Context& context, const AskAccess& wish);
// One's own, and those that one may answer.
AccessRequests list_access_requests(core::Context& context, const ListAccessRequests& wish);
WaitingRequests count_access_requests(core::Context& context);
AccessRequest withdraw_access_request(core::Context& context, const OneAccessRequest& wish);
AccessRequest grant_access(core::Context& context, const GrantAccess& wish);
AccessRequest refuse_access(core::Context& context, const RefuseAccess& wish);
AccessRequest end_access(core::Context& context, const OneGrantedRequest& wish);

EmergencyAccess open_in_emergency(core::Context& context, const OpenInEmergency& wish);
EmergencyAccess end_emergency_access(core::Context& context, const OneEmergencyAccess& wish);
EmergencyAccesses list_emergency_accesses(core::Context& context);
EmergencyAccess judge_emergency_access(core::Context& context, const JudgeEmergencyAccess& wish);

} // namespace cases
