// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "outreach/outreach.h"

namespace outreach {

// ---- outings: outings.cpp

struct OpenOuting {
    static constexpr const char* title = "OpenOuting";

    Id<Outing> id;
    std::string team;
    Date day;
    std::string begins;
    std::string ends;
    std::optional<std::string> vehicle;
    std::vector<Id<core::Account>> members;
    std::vector<std::string> stops;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OpenOuting::id).sample(core::samples::new_outing),
            field("team", &OpenOuting::team).up_to(40).sample(R"("um1")"),
            field("day", &OpenOuting::day).sample(R"("2026-11-24")"),
            field("begins", &OpenOuting::begins)
                .up_to(8)
                .sample(R"("20:00")")
                .says("On the clock, in Italy"),
            field("ends", &OpenOuting::ends)
                .up_to(8)
                .sample(R"("00:30")")
                .says("On the next day when it is not after begins"),
            field("vehicle", &OpenOuting::vehicle).sample(R"("Furgone 1")"),
            field("members", &OpenOuting::members)
                .sample(R"(["01900000-0000-7000-8000-0000000a0001",)"
                        R"("01900000-0000-7000-8000-0000000a0002"])")
                .says("Accounts; without it whoever opens the outing"),
            field("stops", &OpenOuting::stops).sample(R"(["Termini","Piazza Vittorio"])"));
    }
};

struct OutingPath {
    static constexpr const char* title = "OutingPath";
    Id<Outing> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OutingPath::id).sample(core::samples::outing_tonight));
    }
};

struct ReopenOuting {
    static constexpr const char* title = "ReopenOuting";
    Id<Outing> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReopenOuting::id).sample(core::samples::outing_closed));
    }
};

struct CloseOuting {
    static constexpr const char* title = "CloseOuting";
    Id<Outing> id;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CloseOuting::id).sample(core::samples::outing_tonight),
                          field("note", &CloseOuting::note)
                              .up_to(4000)
                              .sealed(Mark::note)
                              .sample(R"("Serata tranquilla, poca gente per la pioggia.")"));
    }
};

struct ListOutings {
    static constexpr const char* title = "ListOutings";
    std::optional<Date> day;
    std::optional<std::string> team;
    std::optional<int> limit;
    std::optional<std::string> after;

    static constexpr auto fields()
    {
        return std::tuple(field("day", &ListOutings::day), field("team", &ListOutings::team),
                          field("limit", &ListOutings::limit).between(1, 200),
                          field("after", &ListOutings::after));
    }
};

Outings list_outings(core::Context& context, const ListOutings& wish);
OutingSheet open_outing(core::Context& context, const OpenOuting& wish);
OutingSheet get_outing(core::Context& context, const OutingPath& wish);
OutingSheet close_outing(core::Context& context, const CloseOuting& wish);
OutingSheet reopen_outing(core::Context& context, const ReopenOuting& wish);

// ---- contacts: contacts.cpp

// Said of what a phone recorded before it could know that its clock was wrong.
inline constexpr auto says_phone_said_at =
    "What the phone's clock said, where `at` was corrected because that clock was wrong";

struct NewContact : ContactDetails {
    static constexpr const char* title = "NewContact";
    Id<Contact> id;
    std::optional<Instant> phone_said_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &NewContact::id).sample(core::samples::new_contact)),
            ContactDetails::fields(),
            std::tuple(
                field("phone_said_at", &NewContact::phone_said_at).says(says_phone_said_at)));
    }
};

struct ChangeContact : ContactDetails {
    static constexpr const char* title = "ChangeContact";
    Id<Contact> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeContact::id).sample(core::samples::contact_unnamed)),
            ContactDetails::fields(),
            std::tuple(field("base", &ChangeContact::base)
                           .between(1, 1'000'000)
                           .says("The version that was changed; on another one the answer is 409 "
                                 "core.changed_meanwhile with the contact as it stands")));
    }
};

struct ContactPath {
    static constexpr const char* title = "ContactPath";
    Id<Contact> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ContactPath::id).sample(core::samples::contact_unnamed));
    }
};

struct RestoreContact {
    static constexpr const char* title = "RestoreContact";
    Id<Contact> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreContact::id).sample(core::samples::contact_cancelled));
    }
};

struct ListContacts {
    static constexpr const char* title = "ListContacts";
    std::optional<Id<Outing>> outing;
    std::optional<Id<people::Person>> person;
    std::optional<Date> day_from;
    std::optional<Date> day_to;
    std::optional<bool> unidentified;
    std::optional<int> limit;
    std::optional<std::string> after;

    static constexpr auto fields()
    {
        return std::tuple(
            field("outing", &ListContacts::outing), field("person", &ListContacts::person),
            field("day_from", &ListContacts::day_from), field("day_to", &ListContacts::day_to),
            field("unidentified", &ListContacts::unidentified),
            field("limit", &ListContacts::limit).between(1, 200),
            field("after", &ListContacts::after));
    }
};

struct ListHistory {
    static constexpr const char* title = "ListHistory";
    Id<people::Person> person;
    std::optional<int> limit;
    std::optional<std::string> after;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &ListHistory::person).sample(core::samples::amina),
                          field("limit", &ListHistory::limit).between(1, 200),
                          field("after", &ListHistory::after));
    }
};

Contact record_contact(core::Context& context, const NewContact& wish);
Contacts list_contacts(core::Context& context, const ListContacts& wish);
Contacts list_history(core::Context& context, const ListHistory& wish);
Contact get_contact(core::Context& context, const ContactPath& wish);
Contact change_contact(core::Context& context, const ChangeContact& wish);
Contact cancel_contact(core::Context& context, const ContactPath& wish);
Contact restore_contact(core::Context& context, const RestoreContact& wish);

// ---- from a contact to a person: identification.cpp

struct IdentifyContact {
    static constexpr const char* title = "IdentifyContact";
    Id<Contact> contact;
    Id<Identification> id;
    std::optional<Id<people::Person>> person;
    std::optional<people::NewPerson> new_person;
    std::vector<Id<Contact>> also;

    static constexpr auto fields()
    {
        return std::tuple(
            field("contact", &IdentifyContact::contact).sample(core::samples::contact_unnamed),
            field("id", &IdentifyContact::id).sample(core::samples::new_identification),
            field("person", &IdentifyContact::person).sample(core::samples::ibrahima),
            field("new_person", &IdentifyContact::new_person),
            field("also", &IdentifyContact::also)
                .says("Other contacts with the same person, unnamed too"));
    }
};

struct IdentificationPath {
    static constexpr const char* title = "IdentificationPath";
    Id<Identification> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &IdentificationPath::id).sample(core::samples::identification));
    }
};

struct MarkEngaged {
    static constexpr const char* title = "MarkEngaged";
    Id<people::Person> person;
    Date on;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &MarkEngaged::person).sample(core::samples::ibrahima),
                          field("on", &MarkEngaged::on).not_future().sample(R"("2026-11-20")"));
    }
};

struct EngagementPath {
    static constexpr const char* title = "EngagementPath";
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &EngagementPath::person).sample(core::samples::ibrahim));
    }
};

Contact identify_contact(core::Context& context, const IdentifyContact& wish);
Identification undo_identification(core::Context& context, const IdentificationPath& wish);
Engagement mark_engaged(core::Context& context, const MarkEngaged& wish);
Engagement undo_engagement(core::Context& context, const EngagementPath& wish);

// ---- tallies: tallies.cpp

struct NewTally : TallyDetails {
    static constexpr const char* title = "NewTally";
    Id<Tally> id;
    std::optional<Instant> phone_said_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &NewTally::id).sample(core::samples::new_tally)),
            TallyDetails::fields(),
            std::tuple(field("phone_said_at", &NewTally::phone_said_at).says(says_phone_said_at)));
    }
};

struct TallyPath {
    static constexpr const char* title = "TallyPath";
    Id<Tally> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &TallyPath::id).sample(core::samples::tally));
    }
};

struct ListTallies {
    static constexpr const char* title = "ListTallies";
    std::optional<Id<Outing>> outing;
    std::optional<Date> day_from;
    std::optional<Date> day_to;
    std::optional<int> limit;
    std::optional<std::string> after;

    static constexpr auto fields()
    {
        return std::tuple(field("outing", &ListTallies::outing),
                          field("day_from", &ListTallies::day_from),
                          field("day_to", &ListTallies::day_to),
                          field("limit", &ListTallies::limit).between(1, 200),
                          field("after", &ListTallies::after));
    }
};

Tally record_tally(core::Context& context, const NewTally& wish);
Tallies list_tallies(core::Context& context, const ListTallies& wish);
Tally cancel_tally(core::Context& context, const TallyPath& wish);

// ---- the kit and whom to look for: kit.cpp

struct SeekPerson {
    static constexpr const char* title = "SeekPerson";
    Id<Outing> outing;
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(
            field("outing", &SeekPerson::outing).sample(core::samples::outing_tonight),
            field("person", &SeekPerson::person).sample(core::samples::ibrahima));
    }
};

struct SoughtPath {
    static constexpr const char* title = "SoughtPath";
    Id<Outing> outing;

    static constexpr auto fields()
    {
        return std::tuple(
            field("outing", &SoughtPath::outing).sample(core::samples::outing_tonight));
    }
};

Kit get_kit(core::Context& context);
people::Cards list_sought(core::Context& context, const SoughtPath& wish);
people::Cards seek_person(core::Context& context, const SeekPerson& wish);
people::Cards stop_seeking(core::Context& context, const SeekPerson& wish);

} // namespace outreach
