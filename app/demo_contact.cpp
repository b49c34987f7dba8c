// SPDX-License-Identifier: EUPL-1.2
// Whom a team meets, and what it does: with somebody new, somebody known, somebody who says a
// nickname or nothing at all.
#include <algorithm>
#include <array>

#include "app/demo_meeting.h"

namespace demo {

namespace {

constexpr std::array<Weighted, 4> whom_outdoors{
    {{"new", 22}, {"known", 42}, {"nicknamed", 12}, {"nameless", 24}}};
constexpr std::array<Weighted, 4> whom_at_a_desk{
    {{"new", 31}, {"known", 54}, {"nicknamed", 3}, {"nameless", 12}}};

constexpr std::array<Weighted, 12> given_outdoors{{{"PIS.KIT", 34},
                                                   {"ORI.SERV", 22},
                                                   {"ORI.SEGR", 12},
                                                   {"MED.CULT", 14},
                                                   {"SAN.PRIMO", 12},
                                                   {"SAN.INV", 6},
                                                   {"SAN.STP", 4},
                                                   {"PIS.DORM", 5},
                                                   {"LEG.ASILO", 3},
                                                   {"LEG.PERM", 3},
                                                   {"DIP.INV", 3},
                                                   {"ORI.ACC", 3}}};
constexpr std::array<Weighted, 16> given_at_a_desk{{{"ORI.SEGR", 30},
                                                    {"LEG.PERM", 14},
                                                    {"ORI.PERS", 14},
                                                    {"LIN.CORSO", 10},
                                                    {"LEG.RES", 9},
                                                    {"ABI.ORI", 8},
                                                    {"LEG.COLL", 8},
                                                    {"SAN.STP", 7},
                                                    {"MED.CULT", 8},
                                                    {"FOR.PROF", 5},
                                                    {"LAB.SOC", 5},
                                                    {"CIV.CORSO", 4},
                                                    {"LEG.RICON", 3},
                                                    {"LAV.RICO", 2},
                                                    {"IMP.CIV", 2},
                                                    {"PSI.COLL", 3}}};

constexpr std::array<Weighted, 7> ends_outdoors{{{"INFO_ONLY", 40},
                                                 {"FOLLOW_UP_AGREED", 24},
                                                 {"ENGAGED", 14},
                                                 {"REFERRED", 15},
                                                 {"ACCOMPANIED", 5},
                                                 {"EMERGENCY_118_112", 1},
                                                 {"CASE_OPENED", 1}}};
constexpr std::array<Weighted, 4> ends_at_a_desk{
    {{"INFO_ONLY", 34}, {"FOLLOW_UP_AGREED", 28}, {"REFERRED", 28}, {"ENGAGED", 10}}};

constexpr std::array notes{"Chiede di un medico",        "Vuole rinnovare il permesso",
                           "Tosse da giorni, rivedere",  "Dorme qui da due settimane",
                           "Ha perso il telefono",       "Interessato al corso di italiano",
                           "Cerca lavoro in cucina",     "Preferisce parlare con una donna",
                           "Ha amici in un'altra città", "Rivedere con il mediatore"};

void add_when(std::vector<const char*>& codes, bool is_so, const char* code)
{
    if (is_so)
        codes.push_back(code);
}

// Circumstances of a day, as a team would note them: seen or told, never all of them.
std::vector<const char*> circumstances_of(Chance& chance, const Somebody& somebody, bool outdoors)
{
    const bool woman = somebody.gender == std::string_view("F");
    const bool minor = somebody.age_years < 18;
    std::vector<const char*> seen;
    add_when(seen, minor, "V01");
    add_when(seen, minor && chance.happens(70), "V02");
    add_when(seen, somebody.age_years > 60, "V04");
    add_when(seen, woman && !minor && chance.happens(18), "V14");
    add_when(seen, woman && !minor && chance.happens(5), "V05");
    add_when(seen, woman && chance.happens(4), "V07");
    add_when(seen, chance.happens(outdoors ? 46 : 14), "V17");
    add_when(seen, chance.happens(18), "V18");
    add_when(seen, chance.happens(13), "V19");
    add_when(seen, !minor && chance.happens(8), "V15");
    add_when(seen, !minor && outdoors && chance.happens(9), "V16");
    add_when(seen, chance.happens(4), "V03");
    add_when(seen, chance.happens(3), "V08");
    add_when(seen, chance.happens(6), "V09");
    add_when(seen, chance.happens(3), "V10");
    return seen;
}

} // namespace

void City::meet(const Meeting& meeting)
{
    const std::string whom =
        meeting.is_outdoors() ? chance_.weighted(whom_outdoors) : chance_.weighted(whom_at_a_desk);
    if (whom == "new")
        meet_new(meeting);
    else if (whom == "known")
        meet_known(meeting);
    else if (whom == "nicknamed")
        meet_nicknamed(meeting);
    else
        meet_nameless(meeting);
}

// ---- what is done and written down

City::Given City::give(const Meeting& meeting, const Somebody& somebody, bool is_known)
{
    const bool outdoors = meeting.is_outdoors();
    Given given;
    given.circumstances = circumstances_of(chance_, somebody, outdoors);
    const int many = chance_.happens(18) ? 0 : chance_.times(is_known ? 1.7 : 1.2);
    for (int i = 0; i < many; ++i) {
        const char* code =
            outdoors ? chance_.weighted(given_outdoors) : chance_.weighted(given_at_a_desk);
        if (std::find(given.interventions.begin(), given.interventions.end(), code) ==
            given.interventions.end())
            given.interventions.push_back(code);
    }
    add_when(given.interventions, somebody.age_years < 18 && chance_.happens(20), "MIN.SCU");
    given.outcome = outdoors ? chance_.weighted(ends_outdoors) : chance_.weighted(ends_at_a_desk);
    if (chance_.happens(8))
        given.note = chance_.one_of(notes);
    return given;
}

City::Given City::give_nothing(const char* outcome)
{
    Given given;
    given.outcome = outcome;
    return given;
}

Uuid City::record(const Meeting& meeting, const Somebody& somebody, const Given& given)
{
    const auto id = chance_.uuid(meeting.at);
    const auto& languages = somebody.origin->languages;
    std::string body;
    JsonObject contact(body);
    contact.text("id", to_string(id));
    if (meeting.is_outdoors())
        contact.text("outing", meeting.outing);
    contact.text("at", to_string(meeting.at));
    contact.text("setting", chance_.weighted(meeting.unit.settings));
    contact.text("district", meeting.district);
    if (!meeting.unit.places.empty() && chance_.happens(45))
        contact.text("place_note", chance_.one_of(meeting.unit.places));
    write_codes(contact.member("languages"),
                std::array{chance_.happens(20) ? "it" : chance_.one_of(languages)});
    if (chance_.happens(30))
        contact.member("mediator_present") += "true";
    if (!given.nickname.empty())
        contact.text("nickname", given.nickname);
    if (given.person) {
        contact.text("person", to_string(*given.person));
    } else if (chance_.happens(90)) {
        contact.text("apparent_gender", somebody.gender);
        contact.text("apparent_age", somebody.age_years < 18   ? "minor"
                                     : somebody.age_years > 60 ? "over60"
                                                               : "adult");
    }
    write_codes(contact.member("circumstances"), given.circumstances);
    write_codes(contact.member("interventions"), given.interventions);
    contact.text("outcome", given.outcome);
    if (given.note)
        contact.text("note", given.note);
    contact.close();
    tell(meeting.noted, meeting.login, "POST /api/outreach/contacts", std::move(body));
    if (!given.person && given.nickname.empty() && chance_.happens(1))
        tell(meeting.noted.plus_seconds(60), meeting.login,
             "DELETE /api/outreach/contacts/" + to_string(id), "");
    return id;
}

// ---- with a record

Known& City::remember(const Unit& unit, Known known)
{
    known_to_[unit.team].push_back(known_.size());
    return known_.emplace_back(std::move(known));
}

void City::meet_new(const Meeting& meeting)
{
    const auto somebody = population_.somebody();
    auto made = population_.person(somebody, meeting.at);
    if (!made.known.family_written.empty())
        look_up(meeting.noted.plus_seconds(-60), meeting.login, "POST /api/people/search",
                R"({"text":")" + made.known.family_written + R"("})", "duplicate_check");
    tell(meeting.noted.plus_seconds(-30), meeting.login, "POST /api/people/persons",
         std::move(made.json));
    auto& known = remember(meeting.unit, std::move(made.known));
    auto given = give(meeting, somebody, true);
    given.person = known.id;
    record(meeting, somebody, given);
    after_meeting(meeting, known, given);
}

// Mostly one of those met lately by this team; now and then somebody whom others know.
Known* City::somebody_known(const Meeting& meeting)
{
    const auto& mine = known_to_[meeting.unit.team];
    for (int attempt = 0; attempt < 8 && !known_.empty(); ++attempt) {
        std::size_t place = 0;
        if (!mine.empty() && chance_.happens(88)) {
            const int many = static_cast<int>(mine.size());
            const int from = std::max(0, many - 140 * scale_);
            place = mine[static_cast<std::size_t>(chance_.between(from, many - 1))];
        } else {
            place =
                static_cast<std::size_t>(chance_.between(0, static_cast<int>(known_.size()) - 1));
        }
        auto& known = known_[place];
        const bool lately = meeting.day() <= known.last_seen.plus_days(240);
        // Not the same night: on whose other side of midnight the record may not be written yet.
        if (known.last_seen.plus_days(1) < meeting.day() && lately)
            return &known;
    }
    return nullptr;
}

void City::meet_known(const Meeting& meeting)
{
    auto* known = somebody_known(meeting);
    if (!known)
        return meet_new(meeting);
    if (!known->is_twofold && !known->given.empty() && chance_.happens(5))
        return record_again(meeting, *known);

    if (chance_.happens(50))
        look_up(meeting.noted.plus_seconds(-90), meeting.login,
                "GET /api/people/persons/" + to_string(known->id), "",
                meeting.is_outdoors() ? "outreach" : "care");
    const bool in_vain = meeting.is_outdoors() && chance_.happens(5);
    auto given = in_vain ? give_nothing(chance_.happens(60) ? "NOT_FOUND" : "REFUSED")
                         : give(meeting, *known, true);
    given.person = known->id;
    record(meeting, *known, given);
    if (!in_vain)
        after_meeting(meeting, *known, given);
}

// Nobody found the record that there is, and another one is made; most such pairs are found later.
void City::record_again(const Meeting& meeting, Known& known)
{
    const auto again = population_.second_record(known, meeting.at);
    known.is_twofold = true;
    known.last_seen = meeting.day();
    tell(meeting.noted.plus_seconds(-30), meeting.login, "POST /api/people/persons", again.json);
    auto given = give(meeting, known, true);
    given.outcome = "INFO_ONLY";
    given.person = again.known.id;
    record(meeting, known, given);
    if (!chance_.happens(65))
        return;

    const auto day = working_day(meeting.day().plus_days(chance_.between(2, 25)));
    const auto at = local_instant(day, chance_.between(9, 16), chance_.between(0, 59));
    std::string body;
    JsonObject merge(body);
    merge.text("id", to_string(chance_.uuid(at)));
    merge.text("kept", to_string(known.id));
    merge.text("duplicate", to_string(again.known.id));
    merge.text("reason", "Stessa persona, nome scritto in due modi");
    merge.close();
    tell(at, chance_.one_of(plan_.desks.front().logins), "POST /api/people/merges", std::move(body),
         "duplicate_check");
}

// The person is engaged, or is not yet; and may need more than a contact can give.
void City::after_meeting(const Meeting& meeting, Known& known, const Given& given)
{
    const auto day = meeting.day();
    known.last_seen = day;
    screen(meeting, known, given);
    const std::string outcome = given.outcome;
    if (outcome == "REFERRED" || outcome == "ACCOMPANIED")
        refer(meeting, known, outcome);
    if (outcome == "ENGAGED" || outcome == "CASE_OPENED") {
        known.is_engaged = true;
    } else if (!known.is_engaged && outcome == "FOLLOW_UP_AGREED" && chance_.happens(25)) {
        known.is_engaged = true;
        tell(meeting.noted.plus_seconds(60), meeting.login,
             "POST /api/outreach/persons/" + to_string(known.id) + "/engagement",
             R"({"on":")" + to_string(day) + R"("})");
    }
    const bool free = !known.case_until || *known.case_until < day;
    if (free && (outcome == "CASE_OPENED" || chance_.happens(known.age_years < 18 ? 30 : 15)))
        take_in_charge(meeting, known);
}

// ---- without one

void City::meet_nameless(const Meeting& meeting)
{
    const auto somebody = population_.somebody();
    auto noted = meeting;
    // A phone without a signal sends what it has the next morning.
    if (meeting.is_outdoors() && chance_.happens(6))
        noted.noted = local_instant(meeting.day().plus_days(1), 9, chance_.between(0, 59));
    record(noted, somebody,
           chance_.happens(18) ? give_nothing("REFUSED") : give(meeting, somebody, false));
}

// Somebody who says a nickname: now for the first time, or again, until there is a name.
void City::meet_nicknamed(const Meeting& meeting)
{
    auto& nicknames = nicknames_of_[meeting.unit.team];
    std::erase_if(nicknames,
                  [&](const Nickname& one) { return one.last_seen.plus_days(75) < meeting.day(); });
    const auto place =
        nicknames.empty()
            ? nicknames.end()
            : nicknames.begin() + chance_.between(0, static_cast<int>(nicknames.size()) - 1);
    if (place == nicknames.end() || place->last_seen.plus_days(1) >= meeting.day() ||
        chance_.happens(45)) {
        Nickname made{std::string(chance_.one_of(demo::nicknames())),
                      population_.somebody(),
                      {},
                      meeting.day()};
        auto given = give(meeting, made.somebody, false);
        given.nickname = made.nickname;
        made.contacts.push_back(record(meeting, made.somebody, given));
        nicknames.push_back(std::move(made));
        return;
    }
    auto given = give(meeting, place->somebody, false);
    given.nickname = place->nickname;
    const auto contact = record(meeting, place->somebody, given);
    place->last_seen = meeting.day();
    if (chance_.happens(40)) {
        place->contacts.push_back(contact);
        return;
    }
    auto named = std::move(*place);
    nicknames.erase(place);
    identify(meeting, std::move(named), contact);
}

// This contact and those before become a person's: mostly of a new one.
void City::identify(const Meeting& meeting, Nickname nickname, const Uuid& contact)
{
    std::vector<std::string> also;
    for (const auto& one : nickname.contacts)
        also.push_back(to_string(one));
    const auto at = meeting.noted.plus_seconds(120);
    std::string body;
    JsonObject identification(body);
    identification.text("id", to_string(chance_.uuid(at)));
    auto* person = chance_.happens(12) ? somebody_known(meeting) : nullptr;
    if (person) {
        identification.text("person", to_string(person->id));
    } else {
        auto made = population_.person(nickname.somebody, meeting.at);
        identification.member("new_person") += made.json;
        person = &remember(meeting.unit, std::move(made.known));
    }
    person->last_seen = meeting.day();
    person->is_engaged = true; // one of those contacts may say so
    write_codes(identification.member("also"), also);
    identification.close();
    tell(at, meeting.login, "POST /api/outreach/contacts/" + to_string(contact) + "/person",
         std::move(body));
}

} // namespace demo
