// SPDX-License-Identifier: EUPL-1.2
// What is made of the answers, at a glance.
#include "survey/analysis_acts.h"

#include "survey/coding.h"
#include "survey/exports.h"

namespace survey {

std::vector<core::Act> analysis_acts()
{
    using namespace core;
    return {
        act("survey.show_matrix", "GET /api/survey/waves/{wave}/matrix", analysts, show_matrix),
        act("survey.list_margins", "GET /api/survey/waves/{wave}/margins", analysts, list_margins),
        act("survey.set_margin",
            "PUT /api/survey/waves/{wave}/margins/{respondents}/{characteristic}", analysts,
            set_margin),
        act("survey.remove_margin",
            "DELETE /api/survey/waves/{wave}/margins/{respondents}/{characteristic}", analysts,
            remove_margin),
        act("survey.show_emerging", "GET /api/survey/waves/{wave}/emerging", analysts,
            show_emerging),
        act("survey.list_terms", "GET /api/survey/waves/{wave}/terms", readers, list_terms),

        act("survey.list_themes", "GET /api/survey/themes", analysts, list_themes),
        act("survey.write_theme", "PUT /api/survey/themes/{id}", readers, write_theme),
        act("survey.retire_theme", "DELETE /api/survey/themes/{id}", readers, retire_theme),
        act("survey.restore_theme", "POST /api/survey/themes/{id}/restore", readers, restore_theme),

        act("survey.list_open_answers", "GET /api/survey/waves/{wave}/open_answers", readers,
            list_open_answers),
        act("survey.code_answer", "PUT /api/survey/open_answers/{id}/coding", readers, code_answer),
        act("survey.remove_coding", "DELETE /api/survey/open_answers/{id}/coding", readers,
            remove_coding),
        act("survey.decide_themes", "PUT /api/survey/open_answers/{id}/decision", readers,
            decide_themes),
        act("survey.undo_decision", "DELETE /api/survey/open_answers/{id}/decision", readers,
            undo_decision),
        act("survey.show_agreement", "GET /api/survey/waves/{wave}/agreement", analysts,
            show_agreement),
        act("survey.list_quotes", "GET /api/survey/waves/{wave}/quotes", readers, list_quotes),

        act("survey.export_answers", "GET /api/survey/waves/{wave}/answers", analysts,
            export_answers)
            .with_answer("application/octet-stream", true),
        act("survey.export_codebook", "GET /api/survey/waves/{wave}/codebook", analysts,
            export_codebook)
            .with_answer("application/xml", true),
        act("survey.print_report", "GET /api/survey/waves/{wave}/report", analysts, print_report)
            .with_answer("application/pdf"),
    };
}

} // namespace survey
