// SPDX-License-Identifier: EUPL-1.2
// The rows of the mapping of persons, and the only SQL about them.
#pragma once

#include "reporting/persons.h"

namespace reporting {

struct MappingRow : Written {
    static constexpr const char* title = "PersonsMappingRow";
    static constexpr const char* table = "reporting_mapping";

    Id<Mapping> id;
    int number = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &MappingRow::id), field("number", &MappingRow::number)),
            Written::fields());
    }
};

struct ColumnRow {
    static constexpr const char* title = "MappedColumnRow";
    static constexpr const char* table = "reporting_column";

    Id<ColumnRow> id;
    Id<Mapping> mapping;
    int position = 0;
    std::string name;
    std::string source;
    std::optional<std::string> constant;
    bool required = false;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ColumnRow::id), field("mapping", &ColumnRow::mapping),
                          field("position", &ColumnRow::position), field("name", &ColumnRow::name),
                          field("source", &ColumnRow::source),
                          field("constant", &ColumnRow::constant),
                          field("required", &ColumnRow::required));
    }
};

struct CodeRow {
    static constexpr const char* title = "MappedCodeRow";
    static constexpr const char* table = "reporting_code";

    Id<CodeRow> id;
    Id<ColumnRow> of_column;
    std::string code;
    std::string value;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CodeRow::id), field("of_column", &CodeRow::of_column),
                          field("code", &CodeRow::code), field("value", &CodeRow::value));
    }
};

std::optional<MappingRow> find_mapping(store::Transaction& transaction, const Id<Mapping>& id);
// The newest that stands.
std::optional<MappingRow> mapping_in_force(store::Transaction& transaction);
int last_mapping_number(store::Transaction& transaction);
std::vector<ColumnRow> columns_of(store::Transaction& transaction, const Id<Mapping>& id);
std::vector<CodeRow> codes_of(store::Transaction& transaction, const Id<Mapping>& id);

} // namespace reporting
