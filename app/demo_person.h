// SPDX-License-Identifier: EUPL-1.2
// The invented persons of a city of the demonstration.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo_chance.h"
#include "app/demo_names.h"
#include "base/time.h"

namespace demo {

// What a worker sees of somebody, with or without a name.
struct Somebody {
    const Origin* origin = nullptr;
    const char* gender = "M";
    int age_years = 30;
};

// Somebody with a record.
struct Known : Somebody {
    Uuid id;
    std::string_view given; // with every spelling; empty for those known by a nickname only
    std::string_view family;
    std::string given_written;
    std::string family_written;
    int birth_year = 0;
    bool is_twofold = false; // has a second record, or is one
    bool is_engaged = false; // or may be, or will be when a case is opened
    bool is_screened = false;
    Date last_seen;
    std::optional<Date> case_until; // the last day of a case; until then there is no other
};

// Somebody without a record who says a nickname, in contacts that may become a person's.
struct Nickname {
    std::string nickname;
    Somebody somebody;
    std::vector<Uuid> contacts;
    Date last_seen;
};

struct NewPerson {
    Known known;
    std::string json; // as people.add_person takes it
};

class Population {
public:
    Population(Chance& chance, std::string city, const std::vector<const char*>& favourites);

    Somebody somebody();
    // Gives somebody a name and a record.
    NewPerson person(const Somebody& somebody, Instant at);
    // The same person under another spelling, by somebody who did not find the first record.
    NewPerson second_record(const Known& first, Instant at);

private:
    struct Birth;

    void choose_names(Known& known);
    Birth choose_birth(const Known& known);
    NewPerson write(Known known, const Birth& birth, std::vector<Uuid> similar, bool whole);
    std::vector<Uuid> note_names(const Known& known, const Birth& birth);
    std::vector<std::string> choose_aliases(const Known& known);

    Chance& chance_;
    std::string city_;
    std::vector<int> weights_; // of origins()
    int sum_of_weights_ = 0;
    int counted_ = 0;
    // Who bears the same two names and year of birth, or the same date: shown to whoever adds one
    // more.
    std::map<std::string, std::vector<Uuid>> alike_;
};

} // namespace demo
