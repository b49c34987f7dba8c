// SPDX-License-Identifier: EUPL-1.2
// The services of the territory, as the desk of Roma has written them down. All are invented.
#include "app/cast_telling.h"

namespace cast {

namespace {

std::string on_days(const std::vector<int>& weekdays, const char* opens, const char* closes)
{
    std::string hours;
    for (const int weekday : weekdays)
        hours += std::string(hours.empty() ? "[" : ",") + R"({"weekday":)" +
                 std::to_string(weekday) + R"(,"opens":")" + opens + R"(","closes":")" + closes +
                 "\"}";
    return hours + "]";
}

std::string every_day(const char* opens, const char* closes)
{
    return on_days({1, 2, 3, 4, 5, 6, 7}, opens, closes);
}

} // namespace

void tell_of_services(Story& story)
{
    const auto add = [&](int days_ago, const char* id, const std::string& rest,
                         const std::string& hours = {}) {
        story.tell(local_instant(story.today().plus_days(-days_ago), 11, 20), "paola@roma",
                   "POST /api/directory/services",
                   std::string(R"({"id":$)") + id + "," + rest +
                       (hours.empty() ? "" : R"(,"hours":)" + hours) + "}",
                   "care");
    };
    add(20, "service",
        R"("name":"Ambulatorio Porta Aperta","organisation":"Medici di strada Roma",)"
        R"("kind":"THIRD_SECTOR","status":"active","areas":["HEALTH"],"district":"RM-I",)"
        R"("address":"Via Marsala 210","access":"walk_in","languages":["it","fr","ar","en"],)"
        R"("interpreters":"Bengalese il martedì","description":"Medico di base e medicazioni",)"
        R"("directions":"Dalla stazione Termini, uscita di via Marsala, cinque minuti a )"
        R"(piedi: portone verde",)"
        R"("phone":"06 5550 1234")",
        on_days({1, 2, 3, 4, 5}, "09:00", "13:00"));
    add(35, "service_kitchen",
        R"("name":"Mensa San Giusto","organisation":"Parrocchia di San Giusto","kind":"RELIGIOUS",)"
        R"("status":"active","areas":["BASIC_NEEDS"],"district":"RM-II","access":"walk_in",)"
        R"("address":"Piazza di San Giusto 4","languages":["it","es"],"places":120)",
        every_day("12:00", "14:00"));
    add(60, "service_shelter",
        R"("name":"Dormitorio Casa Tiburtina","organisation":"Roma Capitale","kind":"PUBLIC",)"
        R"("status":"active","areas":["HOUSING"],"district":"RM-IV","access":"referral",)"
        R"("address":"Via della Vaccheria 18","languages":["it","en"],)"
        R"("documents":["REFERRAL_LETTER"],)"
        R"("reserved_for":"M","min_age":18,"places":40)",
        every_day("19:30", "08:30"));
    add(12, "service_lawyer",
        R"("name":"Sportello legale Orizzonti","organisation":"Orizzonti APS",)"
        R"("kind":"THIRD_SECTOR",)"
        R"("status":"active","areas":["LEGAL","RESIDENCE"],"district":"RM-I",)"
        R"("access":"appointment",)"
        R"("address":"Via Cavour 331","languages":["it","fr","en","bn"],"documents":["PERMIT"],)"
        R"("description":"Permesso di soggiorno, ricorsi, residenza virtuale")",
        on_days({2, 4}, "15:00", "19:00"));
    add(240, "service_school",
        R"("name":"Scuola di italiano Le Parole","organisation":"Le Parole ODV",)"
        R"("kind":"THIRD_SECTOR","status":"active","areas":["ITALIAN_SCHOOL"],"district":"RM-V",)"
        R"("access":"walk_in","address":"Via dei Castani 12","languages":["it"])");
    add(90, "service_women",
        R"("name":"Centro Mimosa","organisation":"Mimosa cooperativa sociale",)"
        R"("kind":"THIRD_SECTOR",)"
        R"("status":"active","areas":["ANTI_VIOLENCE","PSYCHOSOCIAL"],"access":"referral",)"
        R"("languages":["it","en","fr","es"],"reserved_for":"F","min_age":18,)"
        R"("eligibility":"Donne sole o con figli; l'indirizzo si dà solo a voce",)"
        R"("phone":"06 5550 7788")",
        every_day("00:00", "00:00"));
    add(70, "service_elders",
        R"("name":"Gli anziani del mercato","organisation":"Comunità senegalese",)"
        R"("kind":"COMMUNITY",)"
        R"("status":"active","areas":["PSYCHOSOCIAL","WORK"],"district":"RM-V","access":"walk_in",)"
        R"("address":"Mercato di via Alessi, banco 40","languages":["wo","fr","it"])",
        on_days({7}, "16:00", "20:00"));
    add(15, "service_closed",
        R"("name":"Docce di via Ardea","organisation":"Roma Capitale","kind":"PUBLIC",)"
        R"("status":"temporarily_closed","areas":["BASIC_NEEDS"],"district":"RM-VII",)"
        R"("access":"walk_in","address":"Via Ardea 9","languages":["it"],)"
        R"("description":"Chiuse per lavori fino a gennaio")");
    add(5, "service_cancelled",
        R"("name":"Prova","organisation":"Prova","kind":"PRIVATE","status":"active",)"
        R"("areas":["WORK"],"access":"walk_in")");
    story.ago(5, 11, 22, "paola@roma", "DELETE /api/directory/services/$service_cancelled", "");
    story.ago(2, 9, 15, "sara@roma", "POST /api/directory/services/$service/assure", "");
}

} // namespace cast
