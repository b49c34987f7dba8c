// SPDX-License-Identifier: EUPL-1.2
// Ids that examples of the wishes of modules/reporting name: things of the cast in Roma, as those
// of samples.h, apart from them only because of their number.
#pragma once

namespace core::samples {

// What Roma hands in of the projects that pay for its work
inline constexpr auto funded_project = R"("01900000-0000-7000-8000-000000303300")";
inline constexpr auto funded_project_cancelled = R"("01900000-0000-7000-8000-000000303301")";
inline constexpr auto new_funded_project = R"("01900000-0000-7000-8000-000000303309")";
inline constexpr auto funded_partner = R"("01900000-0000-7000-8000-000000303310")";
inline constexpr auto funded_partner_cancelled = R"("01900000-0000-7000-8000-000000303311")";
inline constexpr auto new_funded_partner = R"("01900000-0000-7000-8000-000000303319")";
inline constexpr auto funded_agreement = R"("01900000-0000-7000-8000-000000303320")";
inline constexpr auto funded_agreement_cancelled = R"("01900000-0000-7000-8000-000000303321")";
inline constexpr auto new_funded_agreement = R"("01900000-0000-7000-8000-000000303329")";
inline constexpr auto funded_activity = R"("01900000-0000-7000-8000-000000303330")";
inline constexpr auto funded_activity_cancelled = R"("01900000-0000-7000-8000-000000303331")";
inline constexpr auto new_funded_activity = R"("01900000-0000-7000-8000-000000303339")";
inline constexpr auto budget_line = R"("01900000-0000-7000-8000-000000303340")";
inline constexpr auto budget_line_unused = R"("01900000-0000-7000-8000-000000303342")";
inline constexpr auto budget_line_cancelled = R"("01900000-0000-7000-8000-000000303341")";
inline constexpr auto new_budget_line = R"("01900000-0000-7000-8000-000000303349")";
inline constexpr auto expense = R"("01900000-0000-7000-8000-000000303350")";
inline constexpr auto expense_cancelled = R"("01900000-0000-7000-8000-000000303351")";
inline constexpr auto new_expense = R"("01900000-0000-7000-8000-000000303359")";
inline constexpr auto new_pack_closing = R"("01900000-0000-7000-8000-000000303369")";
inline constexpr auto persons_mapping = R"("01900000-0000-7000-8000-000000303370")"; // in force
inline constexpr auto persons_mapping_cancelled = R"("01900000-0000-7000-8000-000000303371")";
inline constexpr auto new_persons_mapping = R"("01900000-0000-7000-8000-000000303379")";

} // namespace core::samples
