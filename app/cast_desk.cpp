// SPDX-License-Identifier: EUPL-1.2
// The one stop shop: its two sites, and who is at the reception today.
#include "app/cast_telling.h"

namespace cast {

namespace {

constexpr auto visits = "POST /api/desk/visits";

// So many minutes ago, but always today: shortly after midnight all of it happens faster.
Instant earlier(const Story& story, int minutes)
{
    constexpr std::int64_t longest = 150 * 60;
    const auto midnight = local_instant(story.today(), 0, 0);
    const auto passed = (story.now().milliseconds - midnight.milliseconds) / 1000;
    const auto stretch = passed < longest ? passed : longest;
    return story.now().plus_seconds(-60LL * minutes * stretch / longest);
}

// Amina's, a little later than now; before midnight, so that it is today.
std::string appointment_of(const Story& story)
{
    const auto soon = story.now().plus_seconds(25 * 60);
    const auto last = local_instant(story.today(), 23, 59);
    return to_string(soon < last ? soon : last);
}

void tell_of_sites(Story& story)
{
    story.ago(70, 9, 0, "marco@roma", "PUT /api/desk/sites/$desk_site",
              R"({"name":"Open Space Corso Vittorio 343",)"
              R"("address":"Corso Vittorio Emanuele II 343, Roma",)"
              R"("rooms":["Stanza 1","Stanza 2","Sala grande"],"hours":[)"
              R"({"weekday":1,"opens":"09:00","closes":"17:00"},)"
              R"({"weekday":3,"opens":"09:00","closes":"17:00"},)"
              R"({"weekday":5,"opens":"09:00","closes":"13:00"}]})",
              "supervision");
    story.ago(70, 9, 10, "marco@roma", "PUT /api/desk/sites/$desk_site_padiglione",
              R"({"name":"Padiglione 17","address":"Piazza Santa Maria della Pietà 5, Roma",)"
              R"("rooms":["Ambulatorio","Laboratorio"],"hours":[)"
              R"({"weekday":2,"opens":"09:00","closes":"13:00"},)"
              R"({"weekday":4,"opens":"14:00","closes":"18:00"}]})",
              "supervision");
}

// Samuel was here once, with Ines, who has him in her care.
void tell_of_samuel(Story& story)
{
    story.ago(18, 11, 0, "ines@roma", visits,
              R"({"id":$desk_visit_samuel,"site":$desk_site,"person":$samuel,"language":"ti",)"
              R"("need":"MINORS"})",
              "care");
    story.ago(18, 11, 5, "ines@roma", "PUT /api/desk/visits/$desk_visit_samuel/call",
              R"({"room":"Sala grande"})", "care");
    story.ago(18, 11, 50, "ines@roma", "PUT /api/desk/visits/$desk_visit_samuel/end",
              R"({"outcome":"CASE"})", "care");
}

} // namespace

void tell_of_desk(Story& story)
{
    const auto today = [&](int minutes, const char* login, const char* line, const char* body) {
        story.tell(earlier(story, minutes), login, line, body, "care");
    };
    tell_of_sites(story);
    tell_of_samuel(story);
    const auto of_amina = R"({"id":$desk_visit_expected,"site":$desk_site,"person":$amina,)"
                          R"("language":"fr","need":"HEALTH","with_whom":$sara,)"
                          R"("appointment_at":")" +
                          appointment_of(story) + R"("})";
    story.ago(2, 11, 0, "paola@roma", visits, of_amina.c_str(), "care");

    today(120, "omar@roma", "PUT /api/desk/sites/$desk_site/presence", R"({"here":true})");
    today(118, "paola@roma", "PUT /api/desk/sites/$desk_site/presence", R"({"here":true})");
    today(110, "paola@roma", visits,
          R"({"id":$desk_visit_ended,"site":$desk_site,"person":$fatou,"language":"wo",)"
          R"("need":"RESIDENCE"})");
    today(95, "sara@roma", "PUT /api/desk/visits/$desk_visit_ended/call", R"({"room":"Stanza 1"})");
    today(70, "sara@roma", "PUT /api/desk/visits/$desk_visit_ended/end",
          R"({"outcome":"REFERRED","note":"All'anagrafe, con la dichiarazione di ospitalità"})");
    today(60, "paola@roma", visits,
          R"({"id":$desk_visit_called,"site":$desk_site,"person":$ibrahima,"language":"fr",)"
          R"("need":"LEGAL"})");
    today(48, "paola@roma", "POST /api/desk/informed",
          R"({"id":$desk_informed,"site":$desk_site,"language":"ar","need":"ITALIAN_SCHOOL"})");
    today(40, "paola@roma", visits, R"({"id":$desk_visit_cancelled,"site":$desk_site})");
    today(39, "paola@roma", "DELETE /api/desk/visits/$desk_visit_cancelled", "");
    today(18, "paola@roma", visits,
          R"({"id":$desk_visit,"site":$desk_site,"nickname":"Kaba","language":"fr",)"
          R"("need":"WORK","with_whom":$omar})");
    today(12, "sara@roma", "PUT /api/desk/visits/$desk_visit_called/call",
          R"({"room":"Stanza 2"})");
}

} // namespace cast
