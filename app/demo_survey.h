// SPDX-License-Identifier: EUPL-1.2
// The interviews of Roma in the demonstration: as soon as a wave of the cast's is open, what was
// drawn in it is known, and who is met there in the days that follow.
#pragma once

#include "app/demo_city.h"
#include "core/house.h"

namespace demo {

class SurveyOfRoma {
public:
    SurveyOfRoma(core::House& house, Instant now, Agenda& agenda);

    bool opens_on(Date day) const;
    // Reads the plan of the wave that was opened, and puts its interviews into the agenda.
    void go_on_from(Date day);

private:
    struct Drawn; // a slot or a unit

    std::vector<Drawn> drawn_in(const std::string& wave, const char* list) const;
    void meet_at(const std::string& wave, const Drawn& slot, bool is_past);
    void call_on(const std::string& wave, const Drawn& unit, Date opened);
    void give(const char* path, const Drawn& drawn, Date day);
    void tell(Instant at, const std::string& login, std::string line, std::string body);

    core::House& house_;
    const Instant now_;
    Agenda& agenda_;
    Chance chance_;
};

} // namespace demo
