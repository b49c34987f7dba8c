// SPDX-License-Identifier: EUPL-1.2
// Parcels on their way: as they are signed and sent, and how they are taken in. The same on both
// sides of a link.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/journal.h"
#include "network/keys.h"
#include "network/rows.h"

namespace network {

inline constexpr std::size_t parcel_bytes_max = 600'000;

struct SignedParcel {
    static constexpr const char* title = "Parcel";

    Id<core::Parcel> id;
    std::string from;
    std::string to;
    std::string kind;
    std::string body;
    Instant made_at;
    std::string signature;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SignedParcel::id),
                          field("from", &SignedParcel::from).up_to(40).sample(R"("roma")"),
                          field("to", &SignedParcel::to).up_to(40).sample(R"("rete")"),
                          field("kind", &SignedParcel::kind).up_to(60),
                          field("body", &SignedParcel::body)
                              .up_to(parcel_bytes_max)
                              .says("JSON; from city to city a box that only that city opens."),
                          field("made_at", &SignedParcel::made_at),
                          field("signature", &SignedParcel::signature)
                              .up_to(120)
                              .says("Ed25519, of who sends it, over all the rest."));
    }
};

// What a city brings to the network.
struct Meeting {
    static constexpr const char* title = "ParcelMeeting";

    std::optional<Id<core::Parcel>> last;
    std::optional<SignedParcel> parcel;

    static constexpr auto fields()
    {
        return std::tuple(
            field("last", &Meeting::last)
                .says("The last parcel that was taken in from the network: it sends what follows."),
            field("parcel", &Meeting::parcel));
    }
};

struct ParcelReceipt {
    static constexpr const char* title = "ParcelReceipt";

    Id<core::Parcel> id;
    std::string outcome;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ParcelReceipt::id),
                          field("outcome", &ParcelReceipt::outcome)
                              .up_to(100)
                              .says("taken, forwarded, waiting, or the code of a problem."));
    }
};

struct MeetingAnswer {
    static constexpr const char* title = "ParcelMeetingAnswer";

    std::optional<Id<core::Parcel>> last;
    std::optional<ParcelReceipt> receipt;
    std::vector<SignedParcel> parcels;
    int waiting = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("last", &MeetingAnswer::last)
                              .says("The last parcel that the network has taken in from there."),
                          field("receipt", &MeetingAnswer::receipt),
                          field("parcels", &MeetingAnswer::parcels),
                          field("waiting", &MeetingAnswer::waiting)
                              .between(0, 1'000'000'000)
                              .says("How many parcels wait for the city, these among them."));
    }
};

// None where it is no answer of the network's: what came is judged by nobody before it is read.
std::optional<MeetingAnswer> read_meeting_answer(const std::string& json);

// ---- requests

// Header Lgnet-Link of a request: who, which turn of theirs, and a signature over all of it.
inline constexpr std::string_view link_header = "lgnet-link";

struct Heading {
    std::string from;
    std::int64_t turn = 0;
    std::string signature;
};

std::optional<Heading> read_heading(std::string_view header);
std::string write_heading(const Heading& heading);
// What its signature is over.
std::string request_text(const core::Request& request, const std::string& from, std::int64_t turn);
std::string answer_text(const std::string& request_signature, std::string_view body);

// ---- in a unit of work

// The link with `peer` that stands; where both stores are in this program it is made here, since
// nobody has to be asked.
std::optional<LinkRow> find_link(core::Context& context, const std::string& peer);
// The keys of a store as they are known in this one.
std::optional<Card> find_card(core::Context& context, const std::string& slug);

// Puts a parcel that somebody has signed among those that leave for `recipient`.
void send_on(core::Context& context, const SignedParcel& parcel, const std::string& recipient);

// Takes a parcel in, or passes it on, once: the outcome, as a receipt says it. Throws the Problem
// of one that is refused; take_refused notes that, in a unit of work of its own.
std::string take_in(core::Context& context, const SignedParcel& parcel);
std::string take_refused(core::Context& context, const SignedParcel& parcel,
                         const Problem& problem);
// What came before this program knew its kind.
std::vector<Uuid> take_what_waited(core::Context& context);

// The other side has taken in everything up to `last`, and nothing after it.
void note_heard(core::Context& context, const std::string& recipient,
                const std::optional<Id<core::Parcel>>& last);
// The other side has answered about this one.
void note_receipt(core::Context& context, const ParcelReceipt& receipt);

std::vector<SignedParcel> next_parcels(core::Context& context, const std::string& recipient);

} // namespace network
