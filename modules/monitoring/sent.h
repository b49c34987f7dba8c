// SPDX-License-Identifier: EUPL-1.2
// What goes between a city and the network as parcels: statements and live figures up, entries both
// ways. network::post carries them; here is what each holds, and who takes it in.
#pragma once

#include "monitoring/monitoring.h"

namespace monitoring {

struct Entry;

// A statement on its way, as JSON: the values stand beside the card.
struct SentStatement {
    static constexpr const char* title = "SentStatement";

    StatementCard card;
    std::vector<Value> values;
    std::vector<LeftOut> left_out;

    static constexpr auto fields()
    {
        return std::tuple(field("card", &SentStatement::card),
                          field("values", &SentStatement::values).at_most(20'000),
                          field("left_out", &SentStatement::left_out).at_most(20'000));
    }
};

// As it travels.
std::string body_of(SentStatement sent);

// Leave with the unit of work in which they were written.
void send(core::Context& context, SentStatement sent);
void send(core::Context& context, const Entry& entry);

// Who takes them in. A statement whose hash or signature does not hold, or that was signed with
// another key than the city's, is refused; so is an entry that its sender may not have written.
core::Receiver receiver_of_statements();
core::Receiver receiver_of_entries();

// A text that is there and empty is none to who reads JSON of ours: on its way a cell without a
// name is a hyphen.
void name_empty_cells(std::vector<Value>& values);
void empty_named_cells(std::vector<Value>& values);

} // namespace monitoring
