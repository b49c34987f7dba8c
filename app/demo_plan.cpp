// SPDX-License-Identifier: EUPL-1.2
#include "app/demo_plan.h"

#include "base/problem.h"

namespace demo {

namespace {

// ---- Roma

Plan roma()
{
    Plan plan;
    plan.slug = "roma";
    plan.mobile_units = {
        {"um1",
         {"giulia@roma", "omar@roma", "chiara@roma"},
         5.2,
         4.6,
         {{"RM-I", 76}, {"RM-II", 14}, {"RM-VII", 10}},
         {{"STATION", 44}, {"STREET", 32}, {"PARK", 10}, {"NIGHT_SHELTER", 8}, {"DAY_CENTRE", 6}},
         {"Via Marsala", "Piazza dei Cinquecento", "Via Giolitti", "Piazza Vittorio",
          "Piazza della Repubblica", "Via Turati", "Colle Oppio", "Santa Maria Maggiore"}},
        {"um2",
         {"davide@roma", "hanna@roma", "nadir@roma"},
         4,
         4.4,
         {{"RM-IV", 44}, {"RM-V", 30}, {"RM-VI", 16}, {"RM-III", 10}},
         {{"INFORMAL_SETTLEMENT", 30},
          {"STREET", 24},
          {"STATION", 20},
          {"OCCUPIED_BUILDING", 16},
          {"PARK", 10}},
         {"Stazione Tiburtina, lato est", "Piazzale Spadolini", "Verano", "Via Tiburtina",
          "Parco di Centocelle", "Ponte Mammolo", "Via di Tor Cervara", "Quarticciolo"}},
        {"um3",
         {"piero@roma", "lucia@roma", "tomas@roma"},
         3.6,
         4.4,
         {{"RM-X", 58}, {"RM-XI", 24}, {"RM-IX", 9}, {"RM-XII", 9}},
         {{"PARK", 28},
          {"STREET", 28},
          {"INFORMAL_SETTLEMENT", 22},
          {"STATION", 12},
          {"RECEPTION_CENTRE", 10}},
         {"Pineta", "Lungomare", "Stazione Lido Centro", "Idroscalo", "Ponte Galeria",
          "Via Portuense", "Villa Bonelli"}},
    };
    plan.desks = {
        {"oss",
         {"paola@roma"},
         13,
         1,
         {{"RM-I", 56},
          {"RM-XIV", 20},
          {"RM-VII", 5},
          {"RM-VIII", 4},
          {"RM-XII", 4},
          {"RM-XIII", 4},
          {"RM-XV", 3},
          {"RM-III", 2},
          {"RM-NR", 2}},
         {{"OSS_DESK", 72}, {"HEALTH_SERVICE", 14}, {"PHONE", 10}, {"REMOTE", 4}},
         {}},
        {"minori",
         {"ines@roma"},
         2,
         1,
         {{"RM-I", 30}, {"RM-VI", 25}, {"RM-V", 20}, {"RM-XIII", 15}, {"RM-XV", 10}},
         {{"SCHOOL", 40}, {"RECEPTION_CENTRE", 45}, {"HOSPITAL", 15}},
         {}},
    };
    plan.social_workers = {"sara@roma", "luca@roma"};
    plan.minors_worker = "ines@roma";
    plan.coordinator = "marco@roma";
    plan.triage = "paola@roma";
    plan.reports_a_week = 9;
    plan.favourites = {"BD", "EG", "ER"};
    return plan;
}

// ---- the other cities

struct Size {
    const char* slug;
    int contacts_a_year;
    std::vector<const char*> favourites;
};

const std::vector<Size> sizes{
    {"bologna", 600, {"PK", "BD", "MA"}}, {"bolzano", 250, {"AF", "PK", "IQ"}},
    {"caserta", 330, {"NG", "GH", "ML"}}, {"firenze", 520, {"SN", "SO", "PE"}},
    {"genova", 610, {"EC", "MA", "SN"}},  {"latina", 240, {"IN", "BD", "RO"}},
    {"milano", 1450, {"EG", "PE", "UA"}}, {"napoli", 960, {"LK", "NG", "UA"}},
    {"palermo", 820, {"GM", "BD", "TN"}}, {"perugia", 270, {"MA", "NG", "CI"}},
    {"potenza", 120, {"GM", "SD", "ML"}}, {"sassari", 210, {"SN", "NG", "GN"}},
    {"taranto", 310, {"ML", "NG", "PK"}}, {"torino", 930, {"MA", "NG", "SO"}},
    {"trieste", 540, {"AF", "PK", "IQ"}},
};

// Fewer the further down the city's list: what is near the centre stands first there. The last
// district is "not recorded".
std::vector<Weighted> weights_of(const std::vector<core::District>& districts)
{
    std::vector<Weighted> weights;
    for (std::size_t i = 0; i < districts.size(); ++i) {
        const bool last = i + 1 == districts.size();
        weights.push_back({districts[i].code.c_str(), last ? 2 : 60 / static_cast<int>(i + 2)});
    }
    return weights;
}

std::vector<std::string> at(const std::string& slug, const std::vector<std::string>& names)
{
    std::vector<std::string> logins;
    for (const auto& name : names)
        logins.push_back(name + "@" + slug);
    return logins;
}

Plan plan_of(const Size& size, const std::vector<core::District>& districts)
{
    const bool milano = std::string(size.slug) == "milano";
    const double outing_contacts = 4.4;
    const double a_week = size.contacts_a_year / 52.0;

    Plan plan;
    plan.slug = size.slug;
    plan.mobile_units = {
        {"um1",
         milano ? at("milano", {"elena", "samir"}) : at(size.slug, {"strada", "salute"}),
         0.76 * a_week / outing_contacts,
         outing_contacts,
         weights_of(districts),
         {{"STREET", 34},
          {"STATION", 26},
          {"PARK", 14},
          {"INFORMAL_SETTLEMENT", 14},
          {"NIGHT_SHELTER", 12}},
         {"Stazione, lato binari", "Piazza del mercato", "Giardini pubblici", "Argine del fiume",
          "Sottopasso", "Ex scalo merci"}}};
    plan.desks = {{milano ? "oss" : "ss1",
                   at(size.slug, {milano ? "sportello" : "sociale"}),
                   0.24 * a_week,
                   1,
                   weights_of(districts),
                   {{"OSS_DESK", 70}, {"HEALTH_SERVICE", 15}, {"PHONE", 15}},
                   {}}};
    plan.social_workers = at(size.slug, {milano ? "teresa" : "sociale"});
    plan.coordinator = (milano ? "carlo@" : "coordinamento@") + plan.slug;
    plan.triage = milano ? "sportello@milano" : plan.coordinator;
    plan.reports_a_week = size.contacts_a_year / 450.0;
    plan.favourites = size.favourites;
    // These two are late, so that the network's board shows what that looks like.
    plan.states_last_quarter = plan.slug != "bolzano" && plan.slug != "trieste";
    return plan;
}

Plan plan_of(const core::City& city, const core::Catalogue& catalogue)
{
    if (city.slug == "roma")
        return roma();
    for (const auto& size : sizes)
        if (city.slug == size.slug)
            return plan_of(size, catalogue.districts(city.slug));
    ENSURE(!"every city of the catalogue has a size here");
}

} // namespace

std::vector<Plan> plans(const core::Catalogue& catalogue)
{
    std::vector<Plan> all;
    for (const auto& city : catalogue.cities())
        all.push_back(plan_of(city, catalogue));
    return all;
}

} // namespace demo
