// SPDX-License-Identifier: EUPL-1.2
// What Sara wrote of Amina's case and attached to it, and when they met and will meet.
#include "app/cast_telling.h"
#include "core/samples.h"

namespace cast {

namespace {

void tell_of_notes(Story& story)
{
    story.ago(4, 11, 30, "sara@roma", "POST /api/cases/cases/$case_amina/notes",
              R"({"id":$note,"at":$now-20,"kept_to":"everybody",)"
              R"("words":"Ha chiamato il Municipio: rispondono entro venerdì. )"
              R"(Amina chiede di restare vicino alla scuola di italiano."})",
              "care");
    story.ago(3, 17, 10, "sara@roma", "POST /api/cases/cases/$case_amina/notes",
              R"({"id":$note_kept,"at":$now-40,"kept_to":"profession",)"
              R"("words":"Da riprendere in supervisione: non vuole parlare della famiglia."})",
              "care");
    // In the wrong case.
    story.ago(2, 9, 0, "sara@roma", "POST /api/cases/cases/$case_amina/notes",
              R"({"id":$note_cancelled,"at":$now-5,"kept_to":"everybody",)"
              R"("words":"Consegnata la tessera dei trasporti"})",
              "care");
    story.ago(2, 9, 2, "sara@roma", "DELETE /api/cases/notes/$note_cancelled", "", "care");
    // Of Samuel, whom the équipe for minors alone reads.
    story.ago(6, 16, 0, "ines@roma", "POST /api/cases/cases/$case_samuel/notes",
              R"({"id":$note_samuel,"at":$now-30,"kept_to":"everybody",)"
              R"("words":"Ha visitato la scuola con l'educatore, comincia lunedì"})",
              "care");
}

void tell_of_appointments(Story& story)
{
    story.ago(9, 12, 0, "sara@roma", "POST /api/cases/cases/$case_amina/appointments",
              R"({"id":$appointment_kept,"at":$now+2880,"minutes":45,)"
              R"("what":"Colloquio con la mediatrice","place":"Sportello sociale, stanza 2"})",
              "care");
    story.ago(7, 13, 0, "sara@roma", "PUT /api/cases/appointments/$appointment_kept",
              R"({"at":$now-60,"minutes":45,"what":"Colloquio con la mediatrice",)"
              R"("place":"Sportello sociale, stanza 2","outcome":"KEPT"})",
              "care");
    story.ago(3, 10, 0, "sara@roma", "POST /api/cases/cases/$case_amina/appointments",
              R"({"id":$appointment_cancelled,"at":$now+7200,"what":"Visita al centro diurno"})",
              "care");
    story.ago(3, 10, 5, "sara@roma", "DELETE /api/cases/appointments/$appointment_cancelled", "",
              "care");
    // Tomorrow.
    story.ago(1, 10, 0, "sara@roma", "POST /api/cases/cases/$case_amina/appointments",
              R"({"id":$appointment,"at":$now+2880,"what":"Accompagnamento in Municipio",)"
              R"("place":"Municipio, ufficio residenze"})",
              "care");
    story.ago(5, 15, 0, "ines@roma", "POST /api/cases/cases/$case_samuel/appointments",
              R"({"id":$appointment_samuel,"at":$now+10080,"what":"Incontro con il tutore",)"
              R"("place":"Comunità"})",
              "care");
}

// A page with nothing on it stands for every paper.
void attach(Story& story, int days_ago, int minute, const char* login, const std::string& place,
            const std::string& what)
{
    const auto body = "{" + what + R"(,"on":$day,"kept_to":"everybody","content":)" +
                      core::samples::attachment_content + "}";
    const auto line = "POST /api/cases/cases/" + place + "/attachments";
    story.ago(days_ago, 10, minute, login, line.c_str(), body.c_str(), "care");
}

void tell_of_attachments(Story& story)
{
    attach(story, 5, 0, "sara@roma", "$case_amina",
           R"("id":$attachment,"document_kind":"PERMIT","title":"Ricevuta della questura",)"
           R"("file_name":"ricevuta.pdf")");
    attach(story, 5, 5, "sara@roma", "$case_amina",
           R"("id":$attachment_cancelled,"document_kind":"OTHER","title":"Doppia copia")");
    story.ago(5, 10, 7, "sara@roma", "DELETE /api/cases/attachments/$attachment_cancelled", "",
              "care");
    attach(story, 8, 0, "ines@roma", "$case_samuel",
           R"("id":$attachment_samuel,"document_kind":"COURT","title":"Nomina del tutore")");
}

} // namespace

void tell_of_diary(Story& story)
{
    tell_of_notes(story);
    tell_of_appointments(story);
    tell_of_attachments(story);
}

} // namespace cast
