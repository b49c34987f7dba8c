// SPDX-License-Identifier: EUPL-1.2
// The facts views as monitoring knows them, by name and column, and tables of the same names for
// tests: what is counted does not ask whether a view or a table answers.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "monitoring/monitoring.h"
#include "store/testing.h"

namespace monitoring {

struct AgreedView {
    std::string name;
    std::vector<std::string> columns;
};

inline const std::vector<AgreedView> agreed{
    {"people_fact_person",
     {"person_key", "canonical_key", "gender", "birth_year", "birth_month", "birth_year_estimated",
      "citizenship", "first_contact_on", "engaged_on", "made_on"}},
    {"outreach_fact_contact",
     {"contact_key", "outing_key", "person_key", "day", "night", "district", "setting", "outcome",
      "team", "apparent_gender", "apparent_age", "late"}},
    {"outreach_fact_tally",
     {"tally_key", "day", "district", "setting", "people_seen", "minors_seen", "team"}},
    {"outreach_fact_intervention", {"contact_key", "person_key", "day", "code", "district"}},
    {"cases_fact_case",
     {"case_key", "person_key", "kind", "opened_on", "ends_on", "closed_on", "closure_reason",
      "hand_over_accepted_on", "hand_over_destination", "district", "team"}},
    {"cases_fact_goal",
     {"goal_key", "case_key", "person_key", "area", "due_on", "outcome", "outcome_on", "district"}},
    {"reports_fact_report",
     {"report_key", "lead_key", "day", "hour", "district", "category", "source", "channel",
      "priority", "first_priority", "minutes_to_action", "finding", "outcome", "status"}},
    {"screening_fact_warning",
     {"warning_key", "person_key", "day", "priority", "hours_given", "hours_to_answer"}},
    {"directory_fact_service",
     {"service_key", "district", "kind", "status", "added_on", "assured_on", "fresh_until",
      "doubted_on"}},
    {"referrals_fact_referral",
     {"referral_key", "person_key", "day", "mode", "area", "district", "language", "state",
      "outcome", "outcome_on"}},
    {"handovers_fact_referral",
     {"referral_key", "person_key", "day", "to_city", "area", "state", "reason", "outcome",
      "outcome_on"}},
    {"cases_fact_assessment",
     {"assessment_key", "case_key", "person_key", "closed_on", "professions", "complete"}},
    {"cases_fact_plan", {"case_key", "written_on", "agreed_on"}},
    {"cases_fact_vulnerability",
     {"vulnerability_key", "case_key", "person_key", "since", "ended_on", "art17", "district"}},
    {"cases_fact_vulnerability_answer", {"vulnerability_key", "intervention_key", "day"}},
    {"minors_fact_deadline", {"deadline_key", "person_key", "day", "what", "done_on"}},
    {"minors_fact_file",
     {"file_key", "person_key", "day", "closed_on", "unaccompanied", "exportable"}},
    {"workshops_fact_session",
     {"session_key", "workshop_key", "kind", "day", "district", "minutes", "held", "signed"}},
    {"workshops_fact_enrolment",
     {"enrolment_key", "workshop_key", "person_key", "kind", "district", "state", "enrolled_on",
      "left_on", "entry_level", "exit_level", "exit_on"}},
    {"workshops_fact_attendance",
     {"attendance_key", "enrolment_key", "session_key", "workshop_key", "person_key", "kind", "day",
      "district", "minutes", "signed"}},
    {"workshops_fact_answer", {"answer_key", "workshop_key", "kind", "day", "district", "helpful"}},
    {"workshops_fact_work",
     {"work_key", "workshop_key", "kind", "day", "district", "partner_kind"}},
    {"housing_fact_request",
     {"request_key", "person_key", "day", "kind", "state", "reason", "answered_on"}},
    {"housing_fact_stay",
     {"stay_key", "person_key", "kind", "district", "day", "ended_on", "reason", "living_before",
      "living_after", "living_later", "later_on", "lost", "rank_before", "rank_after"}},
    {"housing_fact_support", {"support_key", "person_key", "day", "kind", "code"}},
    {"housing_fact_night", {"night_key", "day", "kind", "district", "taken", "out_of_use"}},
    {"civic_fact_work",
     {"work_key", "participant_key", "participant_kind", "person_key", "project_key", "kind",
      "district", "day", "minutes"}},
    {"civic_fact_project", {"project_key", "kind", "district", "result_on", "ended_on"}},
    {"civic_fact_membership", {"membership_key", "person_key", "kind", "since", "until"}},
    {"civic_fact_intervention", {"event_key", "person_key", "day", "code", "district"}},
    {"stories_fact_publication",
     {"publication_key", "day", "channel", "consent_from", "unheld_on", "down_on"}},
    {"cases_fact_intervention",
     {"intervention_key", "case_key", "person_key", "day", "code", "project", "district"}},
    {"reporting_fact_project", {"project_key", "fund", "objective", "starts_on", "ends_on"}},
    {"reporting_fact_partner", {"partner_key", "project_key", "kind", "role"}},
    {"reporting_fact_agreement",
     {"agreement_key", "project_key", "kind", "in_force_on", "until", "civil_society", "migrants",
      "documented"}},
};

inline const std::vector<AgreedView>& agreed_views() { return agreed; }

inline bool is_number(const std::string& column)
{
    static const std::vector<std::string> numbers{"birth_year",
                                                  "birth_month",
                                                  "birth_year_estimated",
                                                  "night",
                                                  "late",
                                                  "people_seen",
                                                  "minors_seen",
                                                  "hour",
                                                  "minutes",
                                                  "minutes_to_action",
                                                  "hours_given",
                                                  "hours_to_answer",
                                                  "unaccompanied",
                                                  "exportable",
                                                  "professions",
                                                  "complete",
                                                  "art17",
                                                  "held",
                                                  "signed",
                                                  "helpful",
                                                  "lost",
                                                  "rank_before",
                                                  "rank_after",
                                                  "taken",
                                                  "out_of_use",
                                                  "civil_society",
                                                  "migrants",
                                                  "documented"};
    return std::find(numbers.begin(), numbers.end(), column) != numbers.end();
}

// A store with nothing in it but empty tables under the names of the views.
inline std::unique_ptr<store::Store> scratch_store(test_stores::Engine engine)
{
    auto store = store::Store::open(test_stores::fresh(engine, "scratch"));
    std::string tables;
    for (const auto& view : agreed_views()) {
        std::string columns;
        for (const auto& column : view.columns)
            columns +=
                (columns.empty() ? "" : ", ") + column + (is_number(column) ? " BIGINT" : " TEXT");
        tables += "create table " + view.name + " (" + columns + ");\n";
    }
    const std::vector<store::Migration> steps{{"scratch/0001", tables}};
    store->migrate(steps, {});
    return store;
}

// Fills the tables of an example; "" stands for what is not recorded.
inline void fill(store::Store& store, const std::vector<FactTable>& facts)
{
    for (const auto& table : facts) {
        std::string columns;
        std::string places;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            columns += (i > 0 ? ", " : "") + table.columns[i];
            places += (i > 0 ? ", $" : "$") + std::to_string(i + 1);
        }
        const store::Sql sql("insert into " + table.view + " (" + columns + ") values (" + places +
                             ")");
        store.write([&](store::Transaction& transaction) {
            for (const auto& row : table.rows) {
                std::vector<store::Argument> cells;
                for (std::size_t i = 0; i < row.cells.size(); ++i) {
                    const auto& cell = row.cells[i];
                    if (cell.empty())
                        cells.emplace_back(nullptr);
                    else if (is_number(table.columns[i]))
                        cells.emplace_back(std::int64_t{std::stoll(cell)});
                    else
                        cells.emplace_back(cell);
                }
                transaction.execute_all(sql, cells);
            }
        });
    }
}

} // namespace monitoring
