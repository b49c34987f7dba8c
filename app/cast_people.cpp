// SPDX-License-Identifier: EUPL-1.2
#include "app/cast_people.h"

#include <map>

#include "core/samples.h"

namespace cast {

namespace {

// Who works in the cities that have no story of their own: one of each who is needed for the work.
struct Crew {
    const char* slug;
    const char* city;
    const char* body; // who takes part in the project for the city
    const char* coordinator;
    const char* on_the_road;
    const char* nurse;
    const char* social_worker;
};

constexpr Crew crews[] = {
    {"bologna", "Bologna", "Comune di Bologna", "Franca Zanetti", "Ivo Mazza", "Greta Poli",
     "Tina Rossetti"},
    {"bolzano", "Bolzano", "Azienda Servizi Sociali Bolzano", "Karin Egger", "Jonas Pichler",
     "Elsa Thaler", "Marta Longo"},
    {"caserta", "Caserta", "Comune di Caserta", "Rosa Iodice", "Ciro Natale", "Ada Russo",
     "Pina Ferraro"},
    {"firenze", "Firenze", "Comune di Firenze", "Lapo Baldi", "Nora Cecchi", "Ugo Innocenti",
     "Gaia Masini"},
    {"genova", "Genova", "Comune di Genova", "Bice Parodi", "Gino Canepa", "Ines Traverso",
     "Dario Olivieri"},
    {"latina", "Latina", "Comune di Latina", "Vera Coppola", "Samuele Pozzi", "Lidia Mancini",
     "Enzo Tasca"},
    {"napoli", "Napoli", "Comune di Napoli", "Carmela Esposito", "Gennaro Vitale", "Assunta Ricci",
     "Nunzia De Luca"},
    {"palermo", "Palermo", "Comune di Palermo", "Agata Lo Bianco", "Totò Randazzo", "Mimma Costa",
     "Rosario Greco"},
    {"perugia", "Perugia", "Comune di Perugia", "Ottavia Neri", "Filippo Serafini", "Clara Boni",
     "Letizia Fabbri"},
    {"potenza", "Potenza", "Comune di Potenza", "Rocco Lauria", "Donata Pace", "Canio Santoro",
     "Mira Telesca"},
    {"sassari", "Sassari", "Comune di Sassari", "Grazia Piras", "Efisio Manca", "Bonaria Sanna",
     "Gavino Deiana"},
    {"taranto", "Taranto", "Comune di Taranto", "Cosimo Leone", "Mina Carone", "Pietro Basile",
     "Addolorata Fanelli"},
    {"torino", "Torino", "Comune di Torino", "Luisa Ferrero", "Aldo Giordano", "Sonia Gallo",
     "Beppe Rinaldi"},
    {"trieste", "Trieste", "Comune di Trieste", "Nives Cossutta", "Boris Furlan", "Alma Degrassi",
     "Livio Visintin"},
};

std::vector<Player> every_player()
{
    std::vector<Player> all{
        {"giulia@roma", "Giulia Ferri", "mobile_unit_operator", "um1", "educator",
         "Europe Consulting"},
        {"omar@roma", "Omar Benali", "mobile_unit_operator", "um1", "cultural_mediator",
         "Arci Solidarietà"},
        {"chiara@roma", "Chiara Fontana", "mobile_unit_operator", "um1", "nurse", "ASL Roma 1"},
        {"davide@roma", "Davide Moretti", "mobile_unit_operator", "um2", "social_worker",
         "Roma Capitale"},
        {"hanna@roma", "Hanna Tesfay", "mobile_unit_operator", "um2", "doctor", "ASL Roma 2"},
        {"nadir@roma", "Nadir Karimi", "mobile_unit_operator", "um2", "cultural_mediator",
         "Arci Solidarietà"},
        {"piero@roma", "Piero Lanza", "mobile_unit_operator", "um3", "psychologist", "IPRS"},
        {"lucia@roma", "Lucia Amato", "mobile_unit_operator", "um3", "nurse", "ASL Roma 2"},
        {"tomas@roma", "Tomas Greco", "mobile_unit_operator", "um3", "educator",
         "Europe Consulting"},
        {"paola@roma", "Paola Conti", "desk_operator", "oss", "operator", "Roma Capitale"},
        {"sara@roma", "Sara Marchetti", "social_worker", "ss1", "social_worker", "Roma Capitale"},
        {"luca@roma", "Luca De Santis", "social_worker", "ss1", "social_worker", "Roma Capitale"},
        {"ines@roma", "Ines Fabiani", "social_worker", "minori", "social_worker", "Roma Capitale",
         "minors_worker"},
        {"marco@roma", "Marco Valli", "city_coordinator", "coord", "coordinator", "Roma Capitale"},
        {"dpo@roma", "Irene Galli", "data_protection_officer", "", "", "Roma Capitale"},
        {"admin@roma", "Ada Neri", "administrator", "", "administrative", "Roma Capitale"},
        {"elvira@roma", "Elvira Santoro", "workshop_leader", "", "educator",
         "Associazione Scena Aperta"},
        {"noemi@roma", "Noemi Sartori", "interviewer", "", "cultural_mediator",
         "Istituto di ricerca"},
        {"bashir@roma", "Bashir Amiri", "interviewer", "", "cultural_mediator",
         "Istituto di ricerca"},
        {"fulvia@roma", "Fulvia Marini", "survey_researcher", "", "researcher",
         "Istituto di ricerca"},
        {"tullio@roma", "Tullio Rea", "survey_researcher", "", "researcher", "Istituto di ricerca"},
        {"ricerca@roma", "Bruno Sala", "researcher", "", "researcher", "Università Tor Vergata"},

        {"elena@milano", "Elena Riva", "mobile_unit_operator", "um1", "educator",
         "Ente del Terzo settore"},
        {"samir@milano", "Samir Haddad", "mobile_unit_operator", "um1", "nurse",
         "Ente del Terzo settore"},
        {"sportello@milano", "Paolo Serra", "desk_operator", "oss", "operator", "Comune di Milano"},
        {"teresa@milano", "Teresa Colli", "social_worker", "ss1", "social_worker",
         "Comune di Milano"},
        {"carlo@milano", "Carlo Berti", "city_coordinator", "coord", "coordinator",
         "Comune di Milano"},
        {"dpo@milano", "Silvia Fabbri", "data_protection_officer", "", "", "Comune di Milano"},
        {"admin@milano", "Nino Grassi", "administrator", "", "administrative", "Comune di Milano"},
        {"ricerca@milano", "Eva Monti", "researcher", "", "researcher", "Comune di Milano"},

        {"direzione@rete", "Anna Prefetti", "network_direction", "", "", "Ministero dell'Interno"},
        {"anci@rete", "Paolo Guidi", "network_direction", "", "", "Anci"},
        {"cittalia@rete", "Rita Sanna", "network_direction", "", "", "Cittalia"},
        {"ricerca@rete", "Tommaso Bassi", "researcher", "", "researcher", "Cittalia"},
        {"dpo@rete", "Laura Denti", "data_protection_officer", "", "", "Ministero dell'Interno"},
        {"admin@rete", "Ugo Pace", "administrator", "", "administrative", "Ministero dell'Interno"},
    };
    for (const auto& crew : crews) {
        const std::string at = std::string("@") + crew.slug;
        all.push_back({"coordinamento" + at, crew.coordinator, "city_coordinator", "coord",
                       "coordinator", crew.body});
        all.push_back({"strada" + at, crew.on_the_road, "mobile_unit_operator", "um1", "educator",
                       "Ente del Terzo settore"});
        all.push_back({"salute" + at, crew.nurse, "mobile_unit_operator", "um1", "nurse",
                       "Azienda sanitaria locale"});
        all.push_back({"sociale" + at, crew.social_worker, "social_worker", "ss1", "social_worker",
                       crew.body});
    }
    return all;
}

} // namespace

std::vector<TeamOf> teams()
{
    std::vector<TeamOf> all{
        {"roma", "um1", "Unità mobile 1 – Termini", "mobile_unit", {"RM-I", "RM-II"}},
        {"roma", "um2", "Unità mobile 2 – Tiburtina", "mobile_unit", {"RM-IV", "RM-V", "RM-VI"}},
        {"roma", "um3", "Unità mobile 3 – Ostia", "mobile_unit", {"RM-X", "RM-XI"}},
        {"roma", "oss", "One stop shop – Corso Vittorio", "desk", {"RM-I"}},
        {"roma", "ss1", "Servizio sociale di rete", "social_service", {}},
        {"roma", "minori", "Équipe minori", "minors", {}},
        {"roma", "coord", "Coordinamento di Roma", "coordination", {}},
        {"milano", "um1", "Unità mobile 1 – Stazione Centrale", "mobile_unit", {"MI-2", "MI-3"}},
        {"milano", "oss", "One stop shop", "desk", {}},
        {"milano", "ss1", "Servizio sociale", "social_service", {}},
        {"milano", "coord", "Coordinamento di Milano", "coordination", {}},
    };
    for (const auto& crew : crews) {
        all.push_back({crew.slug, "um1", "Unità mobile", "mobile_unit", {}});
        all.push_back({crew.slug, "ss1", "Servizio sociale", "social_service", {}});
        all.push_back(
            {crew.slug, "coord", std::string("Coordinamento di ") + crew.city, "coordination", {}});
    }
    return all;
}

std::vector<std::string> languages_of(const Player& player)
{
    static const std::map<std::string, std::vector<std::string>> known{
        {"giulia@roma", {"it", "en", "fr"}},  {"omar@roma", {"it", "ar", "fr"}},
        {"chiara@roma", {"it", "es"}},        {"davide@roma", {"it", "en"}},
        {"hanna@roma", {"it", "ti", "am"}},   {"nadir@roma", {"it", "prs", "ps", "fa"}},
        {"piero@roma", {"it", "en"}},         {"lucia@roma", {"it", "ro"}},
        {"tomas@roma", {"it", "es", "pt"}},   {"elena@milano", {"it", "en"}},
        {"samir@milano", {"it", "ar", "en"}},
    };
    const auto found = known.find(player.login);
    return found == known.end() ? std::vector<std::string>{"it"} : found->second;
}

const std::vector<Player>& players()
{
    static const std::vector<Player> all = every_player();
    return all;
}

Id<core::Account> account_of(const std::string& login)
{
    namespace samples = core::samples;
    static const std::map<std::string, const char*> known{
        {"giulia@roma", samples::giulia}, {"omar@roma", samples::omar},
        {"paola@roma", samples::paola},   {"sara@roma", samples::sara},
        {"luca@roma", samples::luca},     {"marco@roma", samples::marco},
        {"dpo@roma", samples::irene},     {"admin@roma", samples::ada},
        {"elvira@roma", samples::elvira}, {"noemi@roma", samples::noemi},
    };
    const auto found = known.find(login);
    if (found == known.end())
        return Id<core::Account>(named_uuid("account " + login));
    return parse_id<core::Account>(std::string_view(found->second).substr(1, 36)).value();
}

std::string store_of(const std::string& login) { return login.substr(login.find('@') + 1); }

} // namespace cast
