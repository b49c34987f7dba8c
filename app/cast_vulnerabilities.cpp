// SPDX-License-Identifier: EUPL-1.2
// What makes Amina vulnerable, since when, and what answers it; and Samuel.
#include "app/cast_telling.h"

namespace cast {

void tell_of_vulnerabilities(Story& story)
{
    constexpr auto add = "POST /api/cases/cases/$case_amina/vulnerabilities";

    story.ago(8, 11, 40, "sara@roma", add,
              R"({"id":$vulnerability,"circumstance":"V05","since":$day-120,"source":"TOLD",)"
              R"("severity":"medium","note":"Al quinto mese, dice; non ha ancora fatto visite"})",
              "care");
    story.ago(8, 11, 41, "sara@roma", "PUT /api/cases/vulnerabilities/$vulnerability/answers",
              R"({"interventions":[$intervention]})", "care");
    story.ago(8, 11, 44, "sara@roma", add,
              R"({"id":$vulnerability_over,"circumstance":"V18","since":$day-90,)"
              R"("source":"DOCUMENT","severity":"low"})",
              "care");
    story.ago(4, 12, 30, "sara@roma", "PUT /api/cases/vulnerabilities/$vulnerability_over/end",
              R"({"on":$day})", "care");
    // In the wrong case.
    story.ago(6, 9, 10, "sara@roma", add,
              R"({"id":$vulnerability_cancelled,"circumstance":"V16","since":$day,)"
              R"("source":"REPORTED","severity":"low"})",
              "care");
    story.ago(6, 9, 12, "sara@roma", "DELETE /api/cases/vulnerabilities/$vulnerability_cancelled",
              "", "care");
    // Since she was met in the street. Nothing answers it yet.
    story.ago(2, 18, 0, "sara@roma", add,
              R"({"id":$vulnerability_unanswered,"circumstance":"V17","since":$day-1,)"
              R"("source":"SEEN","severity":"high","note":"Vicino a Termini, da tre notti"})",
              "care");

    // Of Samuel, whom the équipe for minors alone reads.
    story.ago(18, 12, 0, "ines@roma", "POST /api/cases/cases/$case_samuel/vulnerabilities",
              R"({"id":$vulnerability_samuel,"circumstance":"V02","since":$day-2,)"
              R"("source":"TOLD","severity":"high"})",
              "care");
    story.ago(18, 12, 5, "ines@roma",
              "PUT /api/cases/vulnerabilities/$vulnerability_samuel/answers",
              R"({"actions":[$action_samuel],"interventions":[$intervention_samuel]})", "care");
}

} // namespace cast
