// SPDX-License-Identifier: EUPL-1.2
// Names as they are compared: written in any script, by ear, in any order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace people {

// Lower-case Latin letters and digits, words apart by one space: "N'Diaye  Aïssatou" becomes
// "ndiaye aissatou", "محمد" becomes "mhmd".
std::string fold(std::string_view name);

// The words of a folded name without its particles (al, el, ben, ould …), unless it has no others.
std::vector<std::string> name_words(std::string_view folded);

// What is left of a folded word when one writes by ear: its consonants, those that sound alike
// written alike. "youssef", "yusuf" and "jousouf" become "jsf". A word with fewer than two such
// consonants is its own skeleton.
std::string skeleton(std::string_view word);

// Is one word the other with one letter put in, left out, changed or swapped with its neighbour?
bool one_slip_apart(std::string_view a, std::string_view b);

} // namespace people
