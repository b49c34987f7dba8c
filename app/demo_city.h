// SPDX-License-Identifier: EUPL-1.2
// The life of one city in the demonstration, day by day: outings and desks, contacts, persons who
// come to be known, cases. What is begun on a day may end weeks later: all of it goes into the
// agenda.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/cast.h"
#include "app/demo_chance.h"
#include "app/demo_person.h"
#include "app/demo_plan.h"

namespace demo {

// An evening's work is over at this hour of the next day.
inline constexpr int night_ends_hour = 4;

// What will be asked, in order of time; what is due at one time, in the order of adding.
using Agenda = std::multimap<Instant, cast::Event>;

class City {
public:
    // `scale` times as many contacts, and with them persons. Until `now`, though the agenda goes
    // on.
    City(Plan plan, int scale, Instant now, Agenda& agenda);

    const std::string& slug() const { return plan_.slug; }
    // How many have a record, of those whom the generator invented.
    int persons() const { return static_cast<int>(known_.size()); }

    // On this evening the cast itself is out with this unit.
    void leave_evening_to_cast(Date day, const std::string& team) { taken_.insert({day, team}); }
    void live(Date day);

private:
    struct Meeting; // where, when and by whom somebody is met
    struct Given;   // what was seen, done and agreed

    // ---- demo_city.cpp: days
    void go_out(const Unit& unit, Date day);
    std::string open_outing(const Unit& unit, Instant begins, const std::string& leader);
    void count_people(const Unit& unit, const std::string& outing, const std::string& login,
                      Instant at);
    void keep_desk(const Unit& unit, Date day);
    void state_quarter(Date day);
    void tell(Instant at, const std::string& login, std::string line, std::string body,
              const char* purpose = "outreach");
    void look_up(Instant at, const std::string& login, std::string line, std::string body,
                 const char* purpose);

    // ---- demo_contact.cpp: meetings
    void meet(const Meeting& meeting);
    void meet_new(const Meeting& meeting);
    void meet_known(const Meeting& meeting);
    void meet_nameless(const Meeting& meeting);
    void meet_nicknamed(const Meeting& meeting);
    void identify(const Meeting& meeting, Nickname nickname, const Uuid& contact);
    Uuid record(const Meeting& meeting, const Somebody& somebody, const Given& given);
    Given give(const Meeting& meeting, const Somebody& somebody, bool is_known);
    Given give_nothing(const char* outcome);
    void after_meeting(const Meeting& meeting, Known& known, const Given& given);
    void record_again(const Meeting& meeting, Known& known);
    Known& remember(const Unit& unit, Known known);
    Known* somebody_known(const Meeting& meeting);

    // ---- demo_report.cpp: reports and rapid response
    void receive_reports(Date day);
    void receive_report(Instant at);
    void work_on(const std::string& report, const std::string& priority, const Unit& unit,
                 Instant at);
    void end_report(const std::string& report, const Unit& unit, Instant at);
    void tell_again(const std::string& report, const std::string& said, Instant at);
    std::string send_report(Instant at, const char* category, const char* district,
                            const std::string& said, bool by_phone);

    // ---- demo_screening.cpp: screenings and early warnings
    void screen(const Meeting& meeting, Known& known, const Given& given);
    void answer_warning(const std::string& warning, Instant raised);

    // ---- demo_referral.cpp: where people are sent
    void found_services(Date day);
    void refer(const Meeting& meeting, const Known& known, const std::string& outcome);
    void follow_referral(const std::string& id, const std::string& mode, const std::string& login,
                         Instant sent);

    // ---- demo_case.cpp: taking in charge
    void take_in_charge(const Meeting& meeting, Known& known);
    void follow_temporary(const std::string& path, const std::string& worker, Date opened,
                          Date ends, Known& known);
    void follow_integrated(const std::string& path, const std::string& worker, Date opened,
                           Known& known);
    void hand_over(const std::string& path, const std::string& worker, Date sent, Date accepted);
    void plan(const std::string& path, const std::string& worker, Date opened, Date last,
              const std::vector<const char*>& needs);
    void intervene(const std::string& path, const std::string& worker, Date opened, Date last,
                   const Known& known);
    void find_vulnerable(const std::string& path, const std::string& worker, Date opened,
                         Instant at, const std::string& intervention, const Known& known);
    void close(const std::string& path, const std::string& worker, Date day,
               const std::string& reason, Known& known);
    Date working_day(Date day) const;

    const Plan plan_;
    const int scale_;
    const Instant now_;
    Agenda& agenda_;
    Chance chance_;
    // Apart, so that more of the one changes nothing of the rest.
    Chance report_chance_;
    Chance screening_chance_;
    Chance referral_chance_;
    Chance plan_chance_;
    Chance vulnerability_chance_;
    Population population_;
    std::set<std::pair<Date, std::string>> taken_;
    std::vector<Known> known_;
    std::vector<std::string> services_;                         // ids
    std::map<std::string, std::vector<std::size_t>> known_to_;  // team -> places in known_
    std::map<std::string, std::vector<Nickname>> nicknames_of_; // team -> those without a record
};

} // namespace demo
