// SPDX-License-Identifier: EUPL-1.2
// Names to invent people from: common given and family names by origin, with the spellings in which
// one and the same name is written down. Nobody in particular is meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo_chance.h"

namespace demo {

// Names of one origin; "Mohamed|Mohammed" are spellings of one name.
struct Names {
    std::vector<std::string_view> men;
    std::vector<std::string_view> women;
    std::vector<std::string_view> families;
};

// A citizenship, how often it is met, and what goes with it.
struct Origin {
    const char* country;
    int weight;
    std::vector<const char*> languages;
    const Names* names;
};

const std::vector<Origin>& origins();

// One of the spellings; another one than `before`, where there is one.
std::string spelling_of(Chance& chance, std::string_view name, std::string_view before = {});

// The name in the script of its language; empty where no list has it.
std::string in_own_script(std::string_view name);

std::span<const std::string_view> nicknames();

} // namespace demo
