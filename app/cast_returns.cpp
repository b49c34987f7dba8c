// SPDX-License-Identifier: EUPL-1.2
// What the direction of the network and Marco write to each other about what he stated: an earlier
// quarter that he corrected, a question that he explained, and one that he has answered and that is
// still open. Bolzano is late, and was told so.
#include "app/cast_telling.h"

namespace cast {

namespace {

void tell_of_a_correction(Story& story, Period quarter)
{
    const auto period = to_string(quarter);
    const auto state = [&](int days, int hour, const std::string& id, const std::string& words) {
        story.tell(local_instant(quarter.ends.plus_days(days), hour, 0), "marco@roma",
                   "POST /api/monitoring/statements",
                   "{\"id\":$" + id + R"(,"period":")" + period + R"(",)" + words + "}",
                   "statistics");
    };
    state(8, 10, "statement_earlier_first", R"("progress":"Avviata la terza unità mobile.")");
    story.on(quarter.ends.plus_days(30), 9, 0, "marco@roma", "POST /api/monitoring/reopenings",
             R"({"id":$reopening_of_earlier,"statement":$statement_earlier_first,)"
             R"("reason":"Due schede del presidio di via Marsala erano rimaste sulla carta."})",
             "statistics");
    state(30, 12, "statement_earlier",
          R"("progress":"Avviata la terza unità mobile, dal presidio di via Marsala.",)"
          R"("networks":"Nuova intesa con l'ambulatorio della ASL.")");
}

} // namespace

void tell_of_returns(Story& story)
{
    const auto last = quarter_of(quarter_of(story.today()).begins.plus_days(-1));
    const auto stated = quarter_of(last.begins.plus_days(-1));
    tell_of_a_correction(story, quarter_of(stated.begins.plus_days(-1)));

    const auto after = [&](int days) { return stated.ends.plus_days(days); };
    story.on(after(12), 10, 0, "direzione@rete", "POST /api/monitoring/questions",
             R"({"id":$statement_question_closed,"statement":$statement,"indicator":"PIC-01",)"
             R"("words":"Così poche prese in carico nuove: manca qualche servizio?"})",
             "statistics");
    story.on(after(13), 11, 0, "marco@roma", "POST /api/monitoring/replies",
             R"({"id":$reply_of_closed,"question":$statement_question_closed,)"
             R"("words":"No: fino a maggio le apriva ancora il servizio sociale del Municipio."})",
             "statistics");
    story.on(after(14), 9, 0, "direzione@rete", "POST /api/monitoring/closings",
             R"({"id":$closing_of_closed,"question":$statement_question_closed,)"
             R"("reason":"explained"})",
             "statistics");

    story.ago(6, 15, 0, "direzione@rete", "POST /api/monitoring/questions",
              R"({"id":$statement_question,"statement":$statement,"indicator":"NET-02",)"
              R"("words":"Le persone raggiunte sono meno di quante la città ne prevedeva. )"
              R"(Com'è andata?"})",
              "statistics");
    story.ago(5, 9, 30, "marco@roma", "POST /api/monitoring/replies",
              R"({"id":$statement_reply,"question":$statement_question,)"
              R"("words":"Un'unità è rimasta ferma due settimane per un guasto."})",
              "statistics");
    // Late is who was due three weeks ago, also on the first days of a quarter.
    const auto due = quarter_of(quarter_of(story.today().plus_days(-25)).begins.plus_days(-1));
    const auto remind = R"({"id":$statement_reminder,"city":"bolzano","period":")" +
                        to_string(due) + R"(","words":"Manca la dichiarazione: serve aiuto?"})";
    story.ago(2, 10, 0, "direzione@rete", "POST /api/monitoring/reminders", remind.c_str(),
              "statistics");
}

} // namespace cast
