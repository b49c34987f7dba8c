// SPDX-License-Identifier: EUPL-1.2
// How the story of the cast is told: who does what, and when. Words with a $ stand for ids and
// days: $amina is an id of core/samples.h or, where it has none, made from the word; $giulia is her
// account; $day-3 is three days before the day of the event, $now-10 ten minutes before it.
#pragma once

#include <string>
#include <vector>

#include "app/cast.h"

namespace cast {

class Story {
public:
    explicit Story(Instant now) : now_(now), today_(local_date(now)) {}

    // A day, a wall-clock time, who, and what.
    void on(Date day, int hour, int minute, const char* login, const char* line, const char* body,
            const char* purpose = "outreach")
    {
        tell(local_instant(day, hour, minute), login, line, body, purpose);
    }
    void ago(int days, int hour, int minute, const char* login, const char* line, const char* body,
             const char* purpose = "outreach")
    {
        on(today_.plus_days(-days), hour, minute, login, line, body, purpose);
    }
    void minutes_ago(int minutes, const char* login, const char* line, const char* body)
    {
        tell(now_.plus_seconds(-60 * minutes), login, line, body, "outreach");
    }
    // A form filled in on a phone with ODK Collect; `picture` is the name of a file, or nothing.
    void phone(int minutes, const char* login, const char* xml, const char* picture = "");
    void tell(Instant at, const std::string& login, const std::string& line,
              const std::string& body, const std::string& purpose);

    Instant now() const { return now_; }
    Date today() const { return today_; }

    std::vector<Event> in_order();

private:
    const Instant now_;
    const Date today_;
    std::vector<Event> events_;
};

// The part of the story that is about reports.
void tell_of_reports(Story& story);
// And that about screenings and early warnings.
void tell_of_screenings(Story& story);
// And that around tonight's outing.
void tell_of_shifts(Story& story);
// The services of the territory that people are sent to.
void tell_of_services(Story& story);
// Who was handed over to another city, or from there.
void tell_of_handovers(Story& story);
// The persons of all cities counted once.
void tell_of_headcount(Story& story);
// Who was sent there, and what became of it.
void tell_of_referrals(Story& story);
// And who is in the care of the équipe for minors.
void tell_of_minors(Story& story);
// Who is at the one stop shop today.
void tell_of_desk(Story& story);
// Places to live, who lives there and who asks for one.
void tell_of_housing(Story& story);
// How those in charge were assessed, and whose charge was extended.
void tell_of_assessments(Story& story);
// What was written in the diary of a case, and who meets when.
void tell_of_diary(Story& story);
// What makes those in charge vulnerable, since when, and what is done about it.
void tell_of_vulnerabilities(Story& story);
// Who asked to read a case that is not theirs, and who opened one in an emergency.
void tell_of_openings(Story& story);
// What persons have asked about their own data.
void tell_of_rights(Story& story);
// What the network asked about what Roma stated.
void tell_of_returns(Story& story);
// Who meets in the workshops, has met, and waits for a place.
void tell_of_workshops(Story& story);
// The care of a park, with residents, and who takes part in a council.
void tell_of_civic(Story& story);
// What the survey asks, where and of whom, and who has answered.
void tell_of_survey(Story& story);
// What was said in own words in the survey, and which themes were found in it.
void tell_of_coding(Story& story);
// The cities that have a machine of their own.
void tell_of_links(Story& story);
// What persons tell of themselves, and what of it is published.
void tell_of_stories(Story& story);
// The project that pays for the work, and a quarter that was handed in.
void tell_of_reporting(Story& story);

} // namespace cast
