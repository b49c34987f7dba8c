// SPDX-License-Identifier: EUPL-1.2
#include "reporting/mapping_rows.h"

#include "store/rows.h"

namespace reporting {

namespace {

const store::Sql mapping_by_id("select " + store::columns<MappingRow>() +
                               " from reporting_mapping where id = $1");
const store::Sql newest_mapping("select " + store::columns<MappingRow>() +
                                " from reporting_mapping where cancelled_at is null"
                                " order by number desc limit 1");
const store::Sql last_number("select max(number) from reporting_mapping");
const store::Sql columns("select " + store::columns<ColumnRow>() +
                         " from reporting_column where mapping = $1 order by position");
const store::Sql codes("select " + store::columns<CodeRow>("o") +
                       " from reporting_code o join reporting_column c on c.id = o.of_column"
                       " where c.mapping = $1 order by c.position, o.code");

} // namespace

std::optional<MappingRow> find_mapping(store::Transaction& transaction, const Id<Mapping>& id)
{
    return store::find_row<MappingRow>(transaction, mapping_by_id, id);
}

std::optional<MappingRow> mapping_in_force(store::Transaction& transaction)
{
    return store::find_row<MappingRow>(transaction, newest_mapping);
}

int last_mapping_number(store::Transaction& transaction)
{
    return static_cast<int>(transaction.number(last_number));
}

std::vector<ColumnRow> columns_of(store::Transaction& transaction, const Id<Mapping>& id)
{
    return store::read_rows<ColumnRow>(transaction, columns, id);
}

std::vector<CodeRow> codes_of(store::Transaction& transaction, const Id<Mapping>& id)
{
    return store::read_rows<CodeRow>(transaction, codes, id);
}

} // namespace reporting
