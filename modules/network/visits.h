// SPDX-License-Identifier: EUPL-1.2
// A city visits the network: brings one parcel after the other, and comes back with what waited for
// it there. Within one program the network's own act is asked; else its program, through the door
// that the house was given. One visit of a city at a time.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/house.h"

namespace network {

enum class Why {
    a_minute_is_over, // asks first whether there is anything
    something_waits,
};

// Answers at once; the visit goes on behind. Never throws.
void visit(core::House& house, core::Place& city, Why why);

// What is known of the visits of a city since the program was started.
class Visits {
public:
    static std::unique_ptr<Visits> build(store::Transaction&) { return std::make_unique<Visits>(); }

    // False: one is under way, which will look again, or the last ones failed and it is too early.
    bool begin(Why why, Instant now);
    // True: it has to look again.
    bool end();
    std::int64_t next_turn(Instant now);

    void note_met(Instant now);
    void note_trouble(const std::string& trouble, Instant now);

    struct News {
        bool under_way = false;
        std::optional<Instant> met_at;
        std::optional<std::string> trouble;
        std::optional<Instant> next_at;
    };
    News news() const;

private:
    mutable std::mutex mutex_;
    News news_;
    bool again_ = false;
    std::int64_t turn_ = 0;
    int failures_ = 0;
};

// In the network's store: when each city has last asked whether there is anything.
class Callers {
public:
    static std::unique_ptr<Callers> build(store::Transaction&)
    {
        return std::make_unique<Callers>();
    }
    void note(const std::string& city, Instant now);
    std::optional<Instant> last(const std::string& city) const;

private:
    mutable std::mutex mutex_;
    std::map<std::string, Instant> seen_;
};

} // namespace network
