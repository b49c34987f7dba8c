// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace core::samples {

// Returns to the network: what it and a city write to each other
inline constexpr auto statement_question = R"("01900000-0000-7000-8000-000000303201")"; // answered
inline constexpr auto statement_question_closed = R"("01900000-0000-7000-8000-000000303202")";
inline constexpr auto statement_reply = R"("01900000-0000-7000-8000-000000303203")"; // Marco's
inline constexpr auto statement_reminder = R"("01900000-0000-7000-8000-000000303204")";
inline constexpr auto statement_earlier = R"("01900000-0000-7000-8000-000000303205")"; // version 2
inline constexpr auto statement_earlier_first = R"("01900000-0000-7000-8000-000000303206")";
inline constexpr auto new_statement_question = R"("01900000-0000-7000-8000-000000303291")";
inline constexpr auto new_statement_reply = R"("01900000-0000-7000-8000-000000303292")";
inline constexpr auto new_statement_closing = R"("01900000-0000-7000-8000-000000303293")";
inline constexpr auto new_statement_reopening = R"("01900000-0000-7000-8000-000000303294")";
inline constexpr auto new_statement_acceptance = R"("01900000-0000-7000-8000-000000303295")";
inline constexpr auto new_statement_reminder = R"("01900000-0000-7000-8000-000000303296")";

} // namespace core::samples
