// SPDX-License-Identifier: EUPL-1.2
#include "housing/fit.h"

#include <utility>

namespace housing {

namespace {

// "2026-11-23"
int year_in(Date day) { return std::stoi(to_string(day).substr(0, 4)); }
std::string month_and_day(Date day) { return to_string(day).substr(5); }

using Ages = std::pair<int, int>; // from and to, as far as is known

std::optional<Ages> ages_on(const Guest& guest, Date on)
{
    if (guest.birth_date) {
        const bool had_birthday = month_and_day(on) >= month_and_day(*guest.birth_date);
        const int age = year_in(on) - year_in(*guest.birth_date) - (had_birthday ? 0 : 1);
        return Ages{age, age};
    }
    if (!guest.birth_year)
        return std::nullopt;
    const int oldest = year_in(on) - *guest.birth_year;
    return Ages{oldest - 1, oldest};
}

void check_age(const PlaceDetails& place, const Guest& guest, Date on,
               std::vector<std::string>& found)
{
    if (!place.age_min && !place.age_max)
        return;
    const auto ages = ages_on(guest, on);
    if (!ages) {
        found.emplace_back("AGE_UNKNOWN");
        return;
    }
    const int least = place.age_min.value_or(0);
    const int most = place.age_max.value_or(1000);
    if (ages->second < least || ages->first > most)
        found.emplace_back("AGE");
    else if (ages->first < least || ages->second > most)
        found.emplace_back("AGE_UNKNOWN");
}

bool is_of_gender(const std::string& guests, const std::string& gender)
{
    return guests == "ANY" || (guests == "WOMEN" && gender == "F") ||
           (guests == "MEN" && gender == "M");
}

} // namespace

std::vector<std::string> misfits(const PlaceDetails& place, bool bed_step_free, const Guest& guest,
                                 Date on)
{
    std::vector<std::string> found;
    if (!is_of_gender(place.guests, guest.gender))
        found.emplace_back("GENDER");
    check_age(place, guest, on, found);
    if (guest.people > 1 && !place.families)
        found.emplace_back("FAMILY");
    if (guest.pet && !place.pets)
        found.emplace_back("PET");
    if (guest.step_free && !bed_step_free)
        found.emplace_back("STEPS");
    return found;
}

} // namespace housing
