// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "core/gate.h"
#include "desk/desk.h"

namespace desk {

// ---- sites: sites.cpp

struct WriteSite : SiteDetails {
    static constexpr const char* title = "WriteDeskSite";

    Id<Site> id;
    std::optional<bool> cancelled;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &WriteSite::id).sample(core::samples::new_desk_site)),
            SiteDetails::fields(),
            std::tuple(field("cancelled", &WriteSite::cancelled)
                           .says("It is used no more; what happened there stays.")));
    }
};

struct SitePath {
    static constexpr const char* title = "DeskSitePath";

    Id<Site> site;

    static constexpr auto fields()
    {
        return std::tuple(field("site", &SitePath::site).sample(core::samples::desk_site));
    }
};

Sites list_sites(core::Context& context);
Site write_site(core::Context& context, const WriteSite& wish);

// ---- visits: visits.cpp

struct AddVisit : VisitDetails {
    static constexpr const char* title = "AddDeskVisit";

    Id<Visit> id;
    Id<Site> site;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddVisit::id).sample(core::samples::new_desk_visit),
                       field("site", &AddVisit::site).sample(core::samples::desk_site)),
            VisitDetails::fields());
    }
};

// One tap: somebody asked something, and was told.
struct CountInfo {
    static constexpr const char* title = "CountDeskInfo";

    Id<Visit> id;
    Id<Site> site;
    std::optional<std::string> language;
    std::optional<std::string> need;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CountInfo::id).sample(core::samples::new_desk_visit),
                          field("site", &CountInfo::site).sample(core::samples::desk_site),
                          field("language", &CountInfo::language).one_of("language"),
                          field("need", &CountInfo::need).one_of("referral_area"));
    }
};

struct VisitPath {
    static constexpr const char* title = "DeskVisitPath";

    Id<Visit> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &VisitPath::id).sample(core::samples::desk_visit));
    }
};

struct ChangeVisit : VisitDetails {
    static constexpr const char* title = "ChangeDeskVisit";

    Id<Visit> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeVisit::id).sample(core::samples::desk_visit),
                       field("base", &ChangeVisit::base)
                           .says("The version that was changed; see core.changed_meanwhile.")),
            VisitDetails::fields());
    }
};

struct RestoreVisit {
    static constexpr const char* title = "RestoreDeskVisit";

    Id<Visit> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreVisit::id).sample(core::samples::desk_visit_cancelled));
    }
};

Visit add_visit(core::Context& context, const AddVisit& wish);
Visit count_info(core::Context& context, const CountInfo& wish);
Visit get_visit(core::Context& context, const VisitPath& wish);
Visit change_visit(core::Context& context, const ChangeVisit& wish);
Visit cancel_visit(core::Context& context, const VisitPath& wish);
Visit restore_visit(core::Context& context, const RestoreVisit& wish);

// ---- what happens to a visit: steps.cpp

struct ReceiveVisit {
    static constexpr const char* title = "ReceiveDeskVisit";

    Id<Visit> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ReceiveVisit::id).sample(core::samples::desk_visit_expected));
    }
};

struct CallVisit {
    static constexpr const char* title = "CallDeskVisit";

    Id<Visit> id;
    std::optional<std::string> room;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CallVisit::id).sample(core::samples::desk_visit),
                          field("room", &CallVisit::room)
                              .up_to(40)
                              .sample(R"("Stanza 1")")
                              .says("One of the site's rooms."));
    }
};

struct EndVisit {
    static constexpr const char* title = "EndDeskVisit";

    Id<Visit> id;
    std::string outcome;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &EndVisit::id).sample(core::samples::desk_visit_called),
            field("outcome", &EndVisit::outcome).one_of("visit_outcome").sample(R"("SERVED")"),
            field("note", &EndVisit::note)
                .up_to(1000)
                .sealed(Mark::note)
                .says("In the place of the note of the visit; left out, that one stays."));
    }
};

struct UndoStep {
    static constexpr const char* title = "UndoDeskStep";

    Id<Visit> id;
    std::string state;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &UndoStep::id).sample(core::samples::desk_visit_called),
            field("state", &UndoStep::state)
                .one_of("visit_state")
                .sample(R"("called")")
                .says("That is to be undone: what a colleague has done since stays."));
    }
};

Visit receive_visit(core::Context& context, const ReceiveVisit& wish);
Visit call_visit(core::Context& context, const CallVisit& wish);
Visit end_visit(core::Context& context, const EndVisit& wish);
Visit undo_step(core::Context& context, const UndoStep& wish);

// ---- the board, who is in, and the display: board.cpp

struct SetPresence {
    static constexpr const char* title = "SetDeskPresence";

    Id<Site> site;
    bool here = false;

    static constexpr auto fields()
    {
        return std::tuple(field("site", &SetPresence::site).sample(core::samples::desk_site),
                          field("here", &SetPresence::here)
                              .sample("true")
                              .says("Whoever asks is there from now on, and at no other site."));
    }
};

struct ShowDisplay {
    static constexpr const char* title = "ShowDeskDisplay";

    std::string city;
    Id<Site> site;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &ShowDisplay::city).one_of("city").sample(R"("roma")"),
                          field("site", &ShowDisplay::site).sample(core::samples::desk_site));
    }
};

// A display asks every five seconds, and a site may have several behind one address.
inline constexpr core::Allowance display_questions{"desk.display", 6000, 100'000};

Board show_board(core::Context& context, const SitePath& wish);
Pulse show_pulse(core::Context& context, const SitePath& wish);
Board set_presence(core::Context& context, const SetPresence& wish);
Display show_display(core::Context& context, const ShowDisplay& wish);

} // namespace desk
