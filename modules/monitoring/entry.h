// SPDX-License-Identifier: EUPL-1.2
// What the network and a city write to each other about a return, one entry after the other, never
// changed: a question and its replies, its closing, a reminder, the reopening of a statement, its
// acceptance, and the taking back of any of these. Both stores hold every entry of the city; where
// each thing stands is worked out from them, here, and kept nowhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "monitoring/monitoring.h"

namespace monitoring {

inline constexpr auto side_of_city = "city";
inline constexpr auto side_of_network = "network";

struct Entry {
    static constexpr const char* title = "ReturnEntry";
    static constexpr const char* table = "monitoring_entry";

    Id<Entry> id;
    std::string kind; // question, reply, closing, reminder, reopening, acceptance, taking_back
    std::string side; // which wrote it
    std::string city;
    std::string period;
    std::optional<Id<Entry>> thread; // of a question and what follows it: the question
    std::optional<Id<Statement>> statement;
    std::optional<std::string> indicator;
    std::optional<std::string> finding;   // of a question that a check asks
    std::optional<std::string> timeframe; // "period" or "year_to_date", of a value
    std::optional<std::string> breakdown;
    std::optional<std::string> cell;
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<std::string> other;
    std::optional<std::string> reason;
    std::optional<std::string> words;
    std::optional<Id<Entry>> undoes;
    std::optional<Id<core::Account>> author;
    std::optional<std::string> author_name;
    Instant written_at;
    std::optional<Instant> delivered_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Entry::id),
            field("kind", &Entry::kind)
                .says("question, reply, closing, reminder, reopening, acceptance or taking_back."),
            field("side", &Entry::side).says("city or network: which wrote it."),
            field("city", &Entry::city), field("period", &Entry::period),
            field("thread", &Entry::thread), field("statement", &Entry::statement),
            field("indicator", &Entry::indicator),
            field("finding", &Entry::finding)
                .says("Of a question that a check asks: a code of statement_check."),
            field("timeframe", &Entry::timeframe), field("breakdown", &Entry::breakdown),
            field("cell", &Entry::cell), field("value", &Entry::value).says("What was found."),
            field("low", &Entry::low).says("The least that was expected."),
            field("high", &Entry::high).says("The most that was expected."),
            field("other", &Entry::other).says("The indicator that it was compared with."),
            field("reason", &Entry::reason), field("words", &Entry::words).up_to(2000),
            field("undoes", &Entry::undoes),
            field("author", &Entry::author).says("Absent: the program by itself."),
            field("author_name", &Entry::author_name), field("written_at", &Entry::written_at),
            field("delivered_at", &Entry::delivered_at));
    }
};

// In the order in which they were written; what was taken back is gone, with what took it back.
std::vector<Entry> standing(std::vector<Entry> entries);

// Where a question stands, from the standing entries of its thread: a code of question_state.
std::string state_of_question(const std::vector<Entry>& thread);
// The entries of one question, out of those of a return; the question first.
std::vector<Entry> thread_of(const std::vector<Entry>& entries, const Id<Entry>& question);

// The reopening of the last version that no later one has followed yet.
std::optional<Entry> open_reopening(const std::vector<Entry>& entries,
                                    const std::vector<StatementCard>& versions);
std::optional<Entry> acceptance_of(const std::vector<Entry>& entries, const Id<Statement>& id);
std::vector<Entry> open_questions(const std::vector<Entry>& entries);

} // namespace monitoring
