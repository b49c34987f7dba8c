// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "housing/housing.h"

namespace housing {

// Who gives places to persons, and so reads who lives where. Everybody of the team sees the board,
// which names nobody, and asks for a place.
inline constexpr core::Roles keepers =
    core::may(core::social_worker, core::city_coordinator, core::minors_worker);

// ---- places and beds: places.cpp

struct PlacePath {
    static constexpr const char* title = "HousingPlacePath";

    Id<Place> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PlacePath::id).sample(core::samples::housing_place));
    }
};

struct WritePlace : PlaceDetails {
    static constexpr const char* title = "WriteHousingPlace";

    Id<Place> id;
    std::optional<int> base;
    std::optional<bool> cancelled;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &WritePlace::id).sample(core::samples::new_housing_place)),
            PlaceDetails::fields(),
            std::tuple(
                field("base", &WritePlace::base)
                    .says("The version that was changed; see core.changed_meanwhile."),
                field("cancelled", &WritePlace::cancelled)
                    .says(
                        "It is used no more; what happened there stays. As it is when left out.")));
    }
};

struct WriteBed : BedDetails {
    static constexpr const char* title = "WriteHousingBed";

    Id<Bed> id;
    std::optional<int> base;
    std::optional<bool> removed;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &WriteBed::id).sample(core::samples::new_housing_bed)),
            BedDetails::fields(),
            std::tuple(field("base", &WriteBed::base)
                           .says("The version that was changed; see core.changed_meanwhile."),
                       field("removed", &WriteBed::removed)
                           .says("It is there no more from today; false takes that back. As it is "
                                 "when left out.")));
    }
};

struct CloseBed : ClosingDetails {
    static constexpr const char* title = "CloseHousingBed";

    Id<Closing> id;
    Id<Bed> bed;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &CloseBed::id).sample(core::samples::new_housing_closing),
                       field("bed", &CloseBed::bed).sample(core::samples::housing_bed_free)),
            ClosingDetails::fields());
    }
};

struct ChangeClosing : ClosingDetails {
    static constexpr const char* title = "ChangeHousingClosing";

    Id<Closing> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeClosing::id).sample(core::samples::housing_closing)),
            ClosingDetails::fields());
    }
};

struct ClosingPath {
    static constexpr const char* title = "HousingClosingPath";

    Id<Closing> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ClosingPath::id).sample(core::samples::housing_closing));
    }
};

struct RestoreClosing {
    static constexpr const char* title = "RestoreHousingClosing";

    Id<Closing> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreClosing::id).sample(core::samples::housing_closing_cancelled));
    }
};

Places list_places(core::Context& context);
Place get_place(core::Context& context, const PlacePath& wish);
Place write_place(core::Context& context, const WritePlace& wish);
Bed write_bed(core::Context& context, const WriteBed& wish);
Closing close_bed(core::Context& context, const CloseBed& wish);
Closing get_closing(core::Context& context, const ClosingPath& wish);
Closing change_closing(core::Context& context, const ChangeClosing& wish);
Closing cancel_closing(core::Context& context, const ClosingPath& wish);
Closing restore_closing(core::Context& context, const RestoreClosing& wish);

// ---- the board: board.cpp

struct ShowBoard {
    static constexpr const char* title = "ShowHousingBoard";

    std::optional<Date> on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("on", &ShowBoard::on).says("The night, tonight or a later one; else tonight."));
    }
};

Board show_board(core::Context& context, const ShowBoard& wish);

// ---- requests: requests.cpp

struct AddRequest : RequestDetails {
    static constexpr const char* title = "AddHousingRequest";

    Id<Request> id;
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddRequest::id).sample(core::samples::new_housing_request),
                       field("person", &AddRequest::person).sample(core::samples::ibrahima)),
            RequestDetails::fields());
    }
};

struct ListRequests {
    static constexpr const char* title = "ListHousingRequests";

    std::optional<std::string> state;
    std::optional<Id<people::Person>> person;

    static constexpr auto fields()
    {
        return std::tuple(field("state", &ListRequests::state)
                              .one_of("housing_request_state")
                              .says("All that stand when left out."),
                          field("person", &ListRequests::person));
    }
};

struct RequestPath {
    static constexpr const char* title = "HousingRequestPath";

    Id<Request> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RequestPath::id).sample(core::samples::housing_request));
    }
};

struct ChangeRequest : RequestDetails {
    static constexpr const char* title = "ChangeHousingRequest";

    Id<Request> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeRequest::id).sample(core::samples::housing_request),
                       field("base", &ChangeRequest::base)
                           .says("The version that was changed; see core.changed_meanwhile.")),
            RequestDetails::fields());
    }
};

struct DeclineRequest {
    static constexpr const char* title = "DeclineHousingRequest";

    Id<Request> id;
    std::string reason;
    std::optional<std::string> answer_note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &DeclineRequest::id).sample(core::samples::housing_request),
            field("reason", &DeclineRequest::reason)
                .one_of("housing_decline_reason")
                .sample(R"("NO_BED")"),
            field("answer_note", &DeclineRequest::answer_note).up_to(2000).sealed(Mark::note));
    }
};

struct ReopenRequest {
    static constexpr const char* title = "ReopenHousingRequest";

    Id<Request> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ReopenRequest::id).sample(core::samples::housing_request_declined));
    }
};

struct RestoreRequest {
    static constexpr const char* title = "RestoreHousingRequest";

    Id<Request> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreRequest::id).sample(core::samples::housing_request_cancelled));
    }
};

Request add_request(core::Context& context, const AddRequest& wish);
Requests list_requests(core::Context& context, const ListRequests& wish);
Request get_request(core::Context& context, const RequestPath& wish);
Request change_request(core::Context& context, const ChangeRequest& wish);
Request decline_request(core::Context& context, const DeclineRequest& wish);
Request reopen_request(core::Context& context, const ReopenRequest& wish);
Request cancel_request(core::Context& context, const RequestPath& wish);
Request restore_request(core::Context& context, const RestoreRequest& wish);

// ---- stays: stays.cpp, steps.cpp

struct AddStay {
    static constexpr const char* title = "AddHousingStay";

    Id<Stay> id;
    Id<Bed> bed;
    Id<people::Person> person;
    std::optional<Id<Request>> request;
    std::optional<Id<cases::Case>> case_id;
    Date from_on;
    Date until;
    bool arrived = false;
    std::optional<std::string> living_before;
    std::optional<std::string> exception;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AddStay::id).sample(core::samples::new_housing_stay),
            field("bed", &AddStay::bed).sample(core::samples::housing_bed_free),
            field("person", &AddStay::person).sample(core::samples::ibrahima),
            field("request", &AddStay::request).says("That is answered by it."),
            field("case_id", &AddStay::case_id).says("In whose plan it stands."),
            field("from_on", &AddStay::from_on).sample(R"("2026-11-23")"),
            field("until", &AddStay::until)
                .sample(R"("2026-12-23")")
                .says("The day of leaving, as planned: that night the bed is free."),
            field("arrived", &AddStay::arrived)
                .sample("true")
                .says("The person is there; else the bed is promised."),
            field("living_before", &AddStay::living_before).one_of("ethos").sample(R"("1.1")"),
            field("exception", &AddStay::exception)
                .up_to(1000)
                .sealed(Mark::note)
                .says("Why the rules of the place are not looked at."),
            field("note", &AddStay::note).up_to(2000).sealed(Mark::note));
    }
};

struct ListStays {
    static constexpr const char* title = "ListHousingStays";

    std::optional<Id<Place>> place;
    std::optional<Id<people::Person>> person;
    std::optional<bool> due;

    static constexpr auto fields()
    {
        return std::tuple(field("place", &ListStays::place)
                              .says("Those who live there or will; without a person."),
                          field("person", &ListStays::person),
                          field("due", &ListStays::due)
                              .says("Ended six months ago, and nobody has asked how they live."));
    }
};

struct StayPath {
    static constexpr const char* title = "HousingStayPath";

    Id<Stay> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StayPath::id).sample(core::samples::housing_stay));
    }
};

struct ChangeStay {
    static constexpr const char* title = "ChangeHousingStay";

    Id<Stay> id;
    std::optional<int> base;
    Date until;
    std::optional<std::string> living_before;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ChangeStay::id).sample(core::samples::housing_stay),
                          field("base", &ChangeStay::base)
                              .says("The version that was changed; see core.changed_meanwhile."),
                          field("until", &ChangeStay::until).sample(R"("2027-01-31")"),
                          field("living_before", &ChangeStay::living_before).one_of("ethos"),
                          field("note", &ChangeStay::note).up_to(2000).sealed(Mark::note));
    }
};

struct ReceiveStay {
    static constexpr const char* title = "ReceiveHousingStay";

    Id<Stay> id;
    std::optional<Date> on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ReceiveStay::id).sample(core::samples::housing_stay_promised),
            field("on", &ReceiveStay::on).not_future().says("Else today."));
    }
};

struct EndStay {
    static constexpr const char* title = "EndHousingStay";

    Id<Stay> id;
    Date on;
    std::string reason;
    std::optional<std::string> living_after;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &EndStay::id).sample(core::samples::housing_stay),
            field("on", &EndStay::on).not_future().sample(R"("2026-11-23")"),
            field("reason", &EndStay::reason).one_of("housing_end_reason").sample(R"("OWN_HOME")"),
            field("living_after", &EndStay::living_after)
                .one_of("ethos")
                .sample(R"("0.0")")
                .says("Where to."));
    }
};

struct UndoStayStep {
    static constexpr const char* title = "UndoHousingStayStep";

    Id<Stay> id;
    std::string state;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &UndoStayStep::id).sample(core::samples::housing_stay),
            field("state", &UndoStayStep::state)
                .one_of("housing_stay_state")
                .sample(R"("running")")
                .says("That is to be undone: what a colleague has done since stays."));
    }
};

struct FollowStay {
    static constexpr const char* title = "FollowHousingStay";

    Id<Stay> id;
    std::optional<Date> on;
    std::optional<std::string> living;
    std::optional<bool> lost;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &FollowStay::id).sample(core::samples::housing_stay_ended),
                          field("on", &FollowStay::on).not_future().says("Else today."),
                          field("living", &FollowStay::living).one_of("ethos").sample(R"("0.0")"),
                          field("lost", &FollowStay::lost)
                              .says("Not found. With neither, what was written is taken back."));
    }
};

struct RestoreStay {
    static constexpr const char* title = "RestoreHousingStay";

    Id<Stay> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreStay::id).sample(core::samples::housing_stay_cancelled));
    }
};

Stay add_stay(core::Context& context, const AddStay& wish);
Stays list_stays(core::Context& context, const ListStays& wish);
Stay get_stay(core::Context& context, const StayPath& wish);
Stay change_stay(core::Context& context, const ChangeStay& wish);
Stay receive_stay(core::Context& context, const ReceiveStay& wish);
Stay end_stay(core::Context& context, const EndStay& wish);
Stay undo_stay_step(core::Context& context, const UndoStayStep& wish);
Stay follow_stay(core::Context& context, const FollowStay& wish);
Stay cancel_stay(core::Context& context, const StayPath& wish);
Stay restore_stay(core::Context& context, const RestoreStay& wish);

} // namespace housing
