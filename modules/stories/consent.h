// SPDX-License-Identifier: EUPL-1.2
// What a consent is worth on a day: worked out from what was answered and when, and from nothing
// that somebody would have to remember to set.
#pragma once

#include <string>
#include <vector>

#include "stories/rows.h"

namespace stories {

namespace consent {
inline constexpr auto not_asked = "NOT_ASKED";
inline constexpr auto given = "GIVEN";
inline constexpr auto refused = "REFUSED";
inline constexpr auto withdrawn = "WITHDRAWN";
inline constexpr auto expired = "EXPIRED";
} // namespace consent

inline constexpr auto our_site = "SITE";

// The answer that counts: the latest that was not recorded by mistake. Null: nobody was asked.
const ConsentRow* latest(const std::vector<ConsentRow>& newest_first);

// A code of story_consent_state. Of a minor a yes is one only with both, the guardian's and the
// minor's own.
std::string state_of(const ConsentRow* row, bool minor, Date today);

// What of this use the consent does not hold, as names of fields: "channel", "territory", "media",
// "named", "face", "voice". Empty: it holds all of it.
std::vector<std::string> beyond(const ConsentDetails& given, const PublicationDetails& use);

// Whether, on that day, the story may be there in that way. A minor is never shown by name or face.
bool may_be_there(const ConsentRow* row, bool minor, const PublicationDetails& use, Date today);

// Whether the file is among what is shown in this use.
bool goes_with(const FileRow& file, const PublicationDetails& use);

// What would be shown was not like this yet when this was answered: nobody agreed to it.
bool changed_since(const ConsentRow& row, const StoryRow& story);
bool changed_since(const ConsentRow& row, const FileRow& file);

// Where it does not hold: since when.
Date unheld_since(const ConsentRow* row, bool minor, Date today);

// Why not, as a code of take_down_reason.
std::string reason_against(const ConsentRow* row, bool minor, Date today);

} // namespace stories
