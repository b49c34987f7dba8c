// SPDX-License-Identifier: EUPL-1.2
// Forms that a module brings for phones which fill in forms of others' making (ODK Collect). Phones
// are served by the module openrosa; one that stands below it in the order says here what it would
// have them asked, and what becomes of what they send (docs/decisions/0023).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace core {

class Context;

// A form as a phone is given it.
struct PhoneForm {
    std::string id;      // OpenRosa's formID
    std::string version; // changes with anything that it says
    std::string title;
    std::string act; // what a filled-in one becomes
    int questions = 0;
    std::string xml;
};

// A form filled in, as it was sent.
struct PhoneSubmission {
    std::string form;
    std::string version;
    Uuid id; // of its instance
    std::string_view xml;
};

// The act that it becomes, to be done by who has filled it in.
struct PhoneRecord {
    std::string act;
    std::string input; // JSON
    std::string purpose;
};

struct PhoneForms {
    // Whether ids of this kind are this module's, also of forms that are not given out any more.
    bool (*owns)(std::string_view id) = nullptr;
    // Those that the asker may fill in now.
    std::vector<PhoneForm> (*list)(Context&) = nullptr;
    // In the words of who asks, for a list of what was kept aside.
    std::string (*title)(Context&, std::string_view id) = nullptr;
    // Throws the Problem of what cannot be read as a form of this module: openrosa.unreadable,
    // openrosa.unknown_form, openrosa.unknown_version, with which the phone keeps it too.
    PhoneRecord (*read)(Context&, const PhoneSubmission&) = nullptr;
};

} // namespace core
