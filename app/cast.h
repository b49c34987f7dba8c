// SPDX-License-Identifier: EUPL-1.2
// The cast of docs/cast.md: the invented people of the demonstration and of every test, with the
// ids of core/samples.h. Accounts are put in; everything else is asked for through the acts, at the
// times at which it would have happened.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/house.h"

namespace cast {

inline constexpr const char* password = "lgnet-demo-2026";

// Moves the clock of the house (HouseSettings.now).
using SetTime = std::function<void(Instant)>;

// The house as it is at the time of its clock: the story of the cast in Roma, in Milano and in the
// network, and somebody at work in every other city that is open. Stores that are not open are left
// out. The clock stands again where it stood when this is done.
void fill(core::House& house, const SetTime& set_time);

// One of the cast as an actor, for House::ask: "giulia@roma", "coordinamento@bolzano".
core::Actor actor(const std::string& login);

// ---- the pieces, of which the demonstration makes more

// Teams, accounts, a machine's token, and the network's targets.
void add_accounts(core::House& house, Instant at);

// Something that one of the cast asks for at some time.
struct Event {
    Instant at;
    std::string login;
    std::string line; // "POST /api/outreach/contacts"
    std::string body; // JSON; may be empty
    std::string purpose = "outreach";
    // What was asked before is answered first, and this too before the clock moves on.
    bool apart = false;
};

// What happens to the cast until now, in order of time.
std::vector<Event> story(Instant now);

// Plays events, in order of time, without waiting for each answer: what one store is asked is done
// in the order of asking. When it ends, the clock stands where it stood before.
class Performance {
public:
    Performance(core::House& house, const SetTime& set_time);
    ~Performance();
    Performance(const Performance&) = delete;
    Performance& operator=(const Performance&) = delete;

    // Events of stores that are not open are left out. Throws std::runtime_error when something
    // that was asked before has been refused: what the cast does must succeed.
    void play(const Event& event);
    // Waits until everything is answered, and what was stated has reached the network.
    void finish();
    // The same, and what the house does by itself is done once.
    void let_time_pass();

private:
    struct Answers;

    void ask(const Event& event);
    void wait_for_answers();

    core::House& house_;
    const SetTime& set_time_;
    const Instant begun_;
    std::shared_ptr<Answers> answers_;
};

} // namespace cast
