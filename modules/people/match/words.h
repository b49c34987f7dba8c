// SPDX-License-Identifier: EUPL-1.2
// Words of names: which of them weigh little, what is left of one when it is written by ear, and
// which are forms of one name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace match {

// Particles, titles and honorifics (al, ben, ould, haji, sir …): a name with and without them is
// the same name.
bool is_weak(std::string_view word);

// The words of a Latin text, in order. What belongs together is joined: "abd el rahman" and
// "abdelrahman", "nur uddin" and "nuruddin".
std::vector<std::string> words_of(std::string_view latin_text);

// The consonants, those that sound alike written alike; a vowel at the beginning is an a, and so is
// an h before one: "youssef", "yusuf", "jousouf" and "يوسف" are "jsf"; "hussein" and "ousseynou"
// "asn".
std::string skeleton(std::string_view word);

// The same with voiced and unvoiced consonants and all nasals taken for one, and no first vowel.
std::string coarse(std::string_view skeleton);

// The number of the group of forms of one name (diminutives, the same name in another language or
// spelling) that holds a word; 0 for none.
unsigned kin_of(std::string_view word);
// The skeleton by which all of them can be told: that of the form that stands first.
std::string kin_skeleton(unsigned number);

} // namespace match
