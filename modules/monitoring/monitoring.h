// SPDX-License-Identifier: EUPL-1.2
// Monitoring: how the work is counted (indicators over the facts of a city), the board of a city,
// the statements that a city freezes and sends up, and the board of the network, which is made of
// statements alone. It knows the facts views by name and no code of the modules that offer them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/house.h"
#include "core/journal.h"
#include "core/module.h"
#include "core/returns_samples.h"
#include "core/samples.h"
#include "monitoring/definition.h"

namespace monitoring {

core::Module module();

// docs/generated/indicators.md
std::string describe_indicators(const core::House& house);

// The journal's head as the last statement of a city wrote it down: what a check of the journal can
// be held against, so that a cut at its end shows.
std::optional<core::JournalHead> last_stated_head(store::Transaction& transaction);
// The same of one city: on the city's own store, and on the network's, which nobody in the city can
// write to.
std::optional<core::JournalHead> last_stated_head(store::Transaction& transaction,
                                                  const std::string& city);

// The statements of a store whose figures or words are no longer those that their hash was made of
// and their city has signed, each as "roma 2026-Q3, version 1".
std::vector<std::string> altered_statements(store::Transaction& transaction);

// ---- a city counts

struct Statement;

struct ForPeriod {
    static constexpr const char* title = "ForPeriod";

    std::string period;

    static constexpr auto fields()
    {
        return std::tuple(field("period", &ForPeriod::period)
                              .up_to(10)
                              .sample(R"("2026-Q3")")
                              .says("2026, 2026-Q3 or 2026-11."));
    }
};

struct CityTarget {
    static constexpr const char* title = "CityTarget";

    std::string city;
    std::string indicator;
    double value = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &CityTarget::city),
                          field("indicator", &CityTarget::indicator),
                          field("value", &CityTarget::value).says("For the whole year."));
    }
};

struct Board {
    static constexpr const char* title = "Board";

    std::string period;
    Instant as_of;
    bool protected_cells = false;
    std::vector<Value> values;
    std::vector<LeftOut> left_out;
    std::vector<CityTarget> targets;

    static constexpr auto fields()
    {
        return std::tuple(field("period", &Board::period), field("as_of", &Board::as_of),
                          field("protected_cells", &Board::protected_cells)
                              .says("Small numbers are suppressed, as in a statement."),
                          field("values", &Board::values).at_most(20'000),
                          field("left_out", &Board::left_out),
                          field("targets", &Board::targets)
                              .at_most(2000)
                              .says("Of its year, of the release that is in force here."));
    }
};

// What a list of statements shows, and what is stored of one beside its values.
struct StatementCard {
    static constexpr const char* title = "StatementCard";
    static constexpr const char* table = "monitoring_statement";

    Id<Statement> id;
    std::string city;
    std::string period;
    int version = 1;
    Instant submitted_at;
    Id<core::Account> submitted_by;
    std::string submitted_by_name;
    int form = 2;
    std::optional<std::string> narrative; // of form 1: all in one
    std::optional<std::string> progress;
    std::optional<std::string> deviations;
    std::optional<std::string> problems;
    std::optional<std::string> networks;
    std::optional<int> release;
    std::optional<std::string> reopened_because;
    std::optional<int> quality;
    std::optional<int> completeness;
    std::optional<int> unremarked;
    std::optional<int> punctuality;
    std::optional<int> late_days;
    std::int64_t journal_sequence = 0;
    std::string journal_hash;
    std::string hash;
    std::optional<std::string> public_key;
    std::optional<std::string> signature;
    std::optional<Instant> received_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StatementCard::id), field("city", &StatementCard::city),
            field("period", &StatementCard::period), field("version", &StatementCard::version),
            field("form", &StatementCard::form).says("Of the text that the hash is made of."),
            field("submitted_at", &StatementCard::submitted_at),
            field("submitted_by", &StatementCard::submitted_by),
            field("submitted_by_name", &StatementCard::submitted_by_name),
            field("narrative", &StatementCard::narrative)
                .up_to(4000)
                .says("Of form 1, all in one."),
            field("progress", &StatementCard::progress).up_to(4000),
            field("deviations", &StatementCard::deviations).up_to(4000),
            field("problems", &StatementCard::problems).up_to(4000),
            field("networks", &StatementCard::networks).up_to(4000),
            field("release", &StatementCard::release)
                .says("Of the catalogue that the figures were counted by; 0: the program's own."),
            field("reopened_because", &StatementCard::reopened_because)
                .up_to(1000)
                .says("Why the version before it was reopened."),
            field("quality", &StatementCard::quality)
                .says("From 0 to 100: how far the figures can be relied on."),
            field("completeness", &StatementCard::completeness),
            field("unremarked", &StatementCard::unremarked),
            field("punctuality", &StatementCard::punctuality),
            field("late_days", &StatementCard::late_days)
                .says("From the due date to the first version."),
            field("journal_sequence", &StatementCard::journal_sequence)
                .says("The head of the city's journal at that moment."),
            field("journal_hash", &StatementCard::journal_hash),
            field("hash", &StatementCard::hash).says("BLAKE2b-256 of the statement's text."),
            field("public_key", &StatementCard::public_key)
                .says("Of the card of the city's store, Ed25519."),
            field("signature", &StatementCard::signature)
                .says("Of the statement's text, by that key."),
            field("received_at", &StatementCard::received_at)
                .says("When the network received it; absent while it is on its way."));
    }
};

// A whole statement; of a preview, what only a submission gives is absent.
struct Statement {
    static constexpr const char* title = "Statement";

    std::optional<Id<Statement>> id;
    std::string city;
    std::string period;
    int version = 1;
    Instant as_of;
    std::optional<Instant> submitted_at;
    std::optional<std::string> submitted_by_name;
    std::optional<std::string> narrative;
    std::optional<std::string> progress;
    std::optional<std::string> deviations;
    std::optional<std::string> problems;
    std::optional<std::string> networks;
    std::optional<int> release;
    std::optional<std::string> reopened_because;
    std::optional<int> quality;
    std::optional<int> completeness;
    std::optional<int> unremarked;
    std::optional<int> punctuality;
    std::optional<int> late_days;
    std::optional<std::int64_t> journal_sequence;
    std::optional<std::string> journal_hash;
    std::optional<std::string> hash;
    std::optional<std::string> signature;
    std::optional<Instant> received_at;
    bool is_latest = true;
    bool is_frozen = false;
    std::vector<Value> values;
    std::vector<LeftOut> left_out;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Statement::id), field("city", &Statement::city),
            field("period", &Statement::period), field("version", &Statement::version),
            field("as_of", &Statement::as_of), field("submitted_at", &Statement::submitted_at),
            field("submitted_by_name", &Statement::submitted_by_name),
            field("narrative", &Statement::narrative).says("Of form 1, all in one."),
            field("progress", &Statement::progress), field("deviations", &Statement::deviations),
            field("problems", &Statement::problems), field("networks", &Statement::networks),
            field("release", &Statement::release),
            field("reopened_because", &Statement::reopened_because)
                .says("Why the version before it was reopened; of a preview, why it is now."),
            field("quality", &Statement::quality)
                .says("From 0 to 100: how far the figures can be relied on."),
            field("completeness", &Statement::completeness),
            field("unremarked", &Statement::unremarked),
            field("punctuality", &Statement::punctuality),
            field("late_days", &Statement::late_days),
            field("journal_sequence", &Statement::journal_sequence),
            field("journal_hash", &Statement::journal_hash), field("hash", &Statement::hash),
            field("signature", &Statement::signature),
            field("received_at", &Statement::received_at),
            field("is_latest", &Statement::is_latest).says("No later version is known here."),
            field("is_frozen", &Statement::is_frozen)
                .says("Of a preview: the version before it has not been reopened."),
            field("values", &Statement::values).at_most(20'000),
            field("left_out", &Statement::left_out));
    }
};

struct SubmitStatement {
    static constexpr const char* title = "SubmitStatement";

    Id<Statement> id;
    std::string period;
    std::optional<std::string> progress;
    std::optional<std::string> deviations;
    std::optional<std::string> problems;
    std::optional<std::string> networks;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SubmitStatement::id).sample(core::samples::new_statement),
                          field("period", &SubmitStatement::period)
                              .up_to(10)
                              .sample(R"("2026-Q3")")
                              .says("A quarter that is over."),
                          field("progress", &SubmitStatement::progress)
                              .up_to(4000)
                              .says("What was done. No names here nor below: it goes up."),
                          field("deviations", &SubmitStatement::deviations)
                              .up_to(4000)
                              .says("What went otherwise than planned."),
                          field("problems", &SubmitStatement::problems)
                              .up_to(4000)
                              .says("Problems, and what was done about them."),
                          field("networks", &SubmitStatement::networks)
                              .up_to(4000)
                              .says("With which services and groups it was worked together."));
    }
};

struct ListStatements {
    static constexpr const char* title = "ListStatements";

    std::optional<std::string> period;
    std::optional<std::string> city;
    std::optional<int> limit;
    std::optional<std::string> after;

    static constexpr auto fields()
    {
        return std::tuple(field("period", &ListStatements::period).up_to(10),
                          field("city", &ListStatements::city).one_of("city"),
                          field("limit", &ListStatements::limit).between(1, 200),
                          field("after", &ListStatements::after).up_to(80));
    }
};

struct StatementList {
    static constexpr const char* title = "StatementList";

    std::vector<StatementCard> items;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &StatementList::items).at_most(200),
                          field("next", &StatementList::next));
    }
};

struct GetStatement {
    static constexpr const char* title = "GetStatement";

    Id<Statement> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &GetStatement::id).sample(core::samples::statement));
    }
};

// ---- the network reads

struct StatedBy {
    static constexpr const char* title = "StatedBy";

    Id<Statement> id;
    int version = 1;
    Instant submitted_at;
    std::string hash;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StatedBy::id), field("version", &StatedBy::version),
                          field("submitted_at", &StatedBy::submitted_at),
                          field("hash", &StatedBy::hash));
    }
};

struct CityLine {
    static constexpr const char* title = "CityLine";

    std::string city;
    std::optional<StatedBy> statement;
    std::vector<Value> values;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &CityLine::city),
                          field("statement", &CityLine::statement).says("Absent: not sent yet."),
                          field("values", &CityLine::values).says("Totals only."));
    }
};

struct NetworkValue {
    static constexpr const char* title = "NetworkValue";

    std::string indicator;
    int version = 0;
    std::string window;
    std::optional<double> value;
    std::optional<std::int64_t> numerator;
    std::optional<std::int64_t> denominator;
    int cities_counted = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("indicator", &NetworkValue::indicator), field("version", &NetworkValue::version),
            field("window", &NetworkValue::window),
            field("value", &NetworkValue::value)
                .says("The sum of the cities, or their pooled share. A person known in two cities "
                      "counts in both. Medians have none: they cannot be added up."),
            field("numerator", &NetworkValue::numerator),
            field("denominator", &NetworkValue::denominator),
            field("cities_counted", &NetworkValue::cities_counted));
    }
};

struct NetworkBoard {
    static constexpr const char* title = "NetworkBoard";

    std::string period;
    std::vector<CityLine> cities;
    std::vector<NetworkValue> network;
    std::vector<CityTarget> targets;

    static constexpr auto fields()
    {
        return std::tuple(field("period", &NetworkBoard::period),
                          field("cities", &NetworkBoard::cities),
                          field("network", &NetworkBoard::network),
                          field("targets", &NetworkBoard::targets).at_most(2000));
    }
};

// ---- acts

DefinitionList list_indicators(core::Context& context);
Definition get_indicator(core::Context& context, const GetIndicator& wish);
Board show_board(core::Context& context, const ForPeriod& wish);
Statement preview_statement(core::Context& context, const ForPeriod& wish);
Statement submit_statement(core::Context& context, const SubmitStatement& wish);
StatementList list_statements(core::Context& context, const ListStatements& wish);
Statement get_statement(core::Context& context, const GetStatement& wish);
NetworkBoard show_network_board(core::Context& context, const ForPeriod& wish);

} // namespace monitoring
