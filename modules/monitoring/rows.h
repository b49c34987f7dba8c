// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, apart from the indicators' own in catalogue/indicators.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "monitoring/monitoring.h"
#include "store/store.h"

namespace monitoring {

// ---- facts

// One row of an indicator's query; see indicator.h. The defaulted order decides which of several
// rows with one key is the first: the earliest day, then whatever is the same on both databases.
struct Fact {
    std::string key;
    Date day;
    std::string district;
    std::string setting;
    std::string category;
    std::string source;
    std::string kind;
    std::string gender;
    std::string excluded;
    std::string remark;
    std::string apparent_age;
    std::optional<Date> since;
    std::optional<Date> until;
    std::optional<int> minutes;
    std::optional<int> hour;
    std::optional<int> birth_year;
    std::optional<int> birth_month;
    bool birth_year_estimated = false;
    std::int64_t value = 1;
    bool counted = false;

    auto operator<=>(const Fact&) const = default;
};

std::vector<Fact> list_facts(store::Transaction& transaction, const store::Sql& query,
                             Period period);

// ---- statements

void insert_statement(store::Transaction& transaction, const StatementCard& card,
                      const std::vector<Value>& values, const std::vector<LeftOut>& left_out);
void note_received(store::Transaction& transaction, const Id<Statement>& id, Instant at);

std::optional<StatementCard> find_statement(store::Transaction& transaction,
                                            const Id<Statement>& id);
std::vector<Value> values_of(store::Transaction& transaction, const Id<Statement>& id);
std::vector<Value> totals_of(store::Transaction& transaction, const Id<Statement>& id);
std::vector<LeftOut> left_out_of(store::Transaction& transaction, const Id<Statement>& id);

int last_version(store::Transaction& transaction, const std::string& city,
                 const std::string& period);
// Every version of a city's statement for a period, the first first.
std::vector<StatementCard> versions_of(store::Transaction& transaction, const std::string& city,
                                       const std::string& period);
std::vector<StatementCard> list_all(store::Transaction& transaction);
std::optional<StatementCard> find_newest(store::Transaction& transaction);

// Where a list goes on: after this statement, newest first.
struct Cursor {
    Instant submitted_at;
    Id<Statement> id;
};

struct Chosen {
    std::optional<std::string> period;
    std::optional<std::string> city;
    std::optional<Cursor> after;
    int limit = 50;
};

std::vector<StatementCard> list_cards(store::Transaction& transaction, const Chosen& chosen);

// Of each city the latest version for the period, with its totals only.
struct Stated {
    StatementCard card;
    std::vector<Value> totals;
};
std::vector<Stated> latest_of_period(store::Transaction& transaction, const std::string& period);

} // namespace monitoring
