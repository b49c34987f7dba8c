// SPDX-License-Identifier: EUPL-1.2
#include "screening/rows.h"

#include <algorithm>

#include "store/rows.h"

namespace screening {

namespace {

// Which warnings a reader sees, in SQL: the columns stand in `w`, the three values are named by
// their places.
std::string visible(const char* every_compartment, const char* account, const char* guarded)
{
    return people::seen_by(
        "w.person", guarded,
        std::string("w.restricted = 0 or ") + every_compartment +
            " = 1 or exists (select 1 from screening_screening s where s.id = w.screening"
            " and s.recorded_by = " +
            account + ")");
}

const store::Sql screening_by_id("select " + store::columns<ScreeningRow>() +
                                 " from screening_screening where id = $1 and " +
                                 people::seen_by("person", "$2", "1 = 1"));

const store::Sql screenings_of_person("select " + store::columns<ScreeningRow>() +
                                      " from screening_screening where person = $1"
                                      " order by day desc, id desc");

const store::Sql findings("select " + store::columns<FindingRow>() +
                          " from screening_finding where screening = $1");

const store::Sql finding_deleted("delete from screening_finding where id = $1");

const store::Sql warning_by_id("select " + store::columns<WarningRow>() +
                               " from screening_warning where id = $1");

const store::Sql visible_warning_by_id("select " + store::columns<WarningRow>("w") +
                                       " from screening_warning w where w.id = $1 and " +
                                       visible("$2", "$3", "$4"));

const store::Sql warnings_of_person("select " + store::columns<WarningRow>() +
                                    " from screening_warning where person = $1"
                                    " order by raised_at desc, id desc");

const store::Sql warnings_of_screening("select " + store::columns<WarningRow>("w") +
                                       " from screening_warning w where w.screening = $1"
                                       " and w.withdrawn_at is null and " +
                                       visible("$2", "$3", "$4") + " order by w.due_at, w.id");

const store::Sql open_warnings("select " + store::columns<WarningRow>("w") +
                               " from screening_warning w where w.answered_at is null"
                               " and w.withdrawn_at is null and " +
                               visible("$1", "$2", "$3") + " order by w.due_at, w.id limit $4");

const store::Sql answered_warnings("select " + store::columns<WarningRow>("w") +
                                   " from screening_warning w where w.answered_at is not null"
                                   " and " +
                                   visible("$1", "$2", "$3") +
                                   " order by w.answered_at desc, w.id limit $4");

const store::Sql withdrawn_warnings("select " + store::columns<WarningRow>("w") +
                                    " from screening_warning w where w.withdrawn_at is not null"
                                    " and " +
                                    visible("$1", "$2", "$3") +
                                    " order by w.withdrawn_at desc, w.id limit $4");

const store::Sql late_warnings("select count(*) from screening_warning w"
                               " where w.answered_at is null and w.withdrawn_at is null"
                               " and w.due_at < $4 and " +
                               visible("$1", "$2", "$3"));

int every(const Reader& reader) { return reader.every_compartment ? 1 : 0; }
int guarded(const Reader& reader) { return reader.sees_guarded ? 1 : 0; }

} // namespace

std::optional<ScreeningRow> find_screening(store::Transaction& transaction, const Reader& reader,
                                           const Id<Screening>& id)
{
    return store::find_row<ScreeningRow>(transaction, screening_by_id, id, guarded(reader));
}

std::vector<ScreeningRow> screenings_of(store::Transaction& transaction,
                                        const Id<people::Person>& person)
{
    return store::read_rows<ScreeningRow>(transaction, screenings_of_person, person);
}

std::vector<FindingRow> findings_of(store::Transaction& transaction, const Id<Screening>& id)
{
    auto rows = store::read_rows<FindingRow>(transaction, findings, id);
    // Sealed, so that no database can put them in order.
    std::sort(rows.begin(), rows.end(), [](const FindingRow& one, const FindingRow& other) {
        return one.circumstance < other.circumstance;
    });
    return rows;
}

void delete_finding(store::Transaction& transaction, const Id<FindingRow>& id)
{
    transaction.execute(finding_deleted, id);
}

std::optional<WarningRow> find_warning(store::Transaction& transaction, const Id<Warning>& id)
{
    return store::find_row<WarningRow>(transaction, warning_by_id, id);
}

std::optional<WarningRow> find_warning(store::Transaction& transaction, const Reader& reader,
                                       const Id<Warning>& id)
{
    return store::find_row<WarningRow>(transaction, visible_warning_by_id, id, every(reader),
                                       reader.account, guarded(reader));
}

std::vector<WarningRow> warnings_of(store::Transaction& transaction,
                                    const Id<people::Person>& person)
{
    return store::read_rows<WarningRow>(transaction, warnings_of_person, person);
}

std::vector<WarningRow> warnings_raised_by(store::Transaction& transaction, const Reader& reader,
                                           const Id<Screening>& screening)
{
    return store::read_rows<WarningRow>(transaction, warnings_of_screening, screening,
                                        every(reader), reader.account, guarded(reader));
}

std::vector<WarningRow> list_rows(store::Transaction& transaction, const Reader& reader,
                                  const Chosen& chosen)
{
    const auto& sql = chosen.state == "answered"    ? answered_warnings
                      : chosen.state == "withdrawn" ? withdrawn_warnings
                                                    : open_warnings;
    return store::read_rows<WarningRow>(transaction, sql, every(reader), reader.account,
                                        guarded(reader), chosen.limit);
}

int count_late(store::Transaction& transaction, const Reader& reader, Instant now)
{
    const auto rows = transaction.query(late_warnings, every(reader), reader.account,
                                        guarded(reader), now.milliseconds);
    return rows->next() ? static_cast<int>(rows->integer(0)) : 0;
}

} // namespace screening
