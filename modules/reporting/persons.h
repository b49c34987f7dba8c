// SPDX-License-Identifier: EUPL-1.2
// The file of persons that a fund asks for. Which columns it has, and by which name each code goes
// there, is written by an administrator, who sees nobody in it; who coordinates sees who is not in
// it yet and why. Persons in the care of the équipe for minors are not in it.
#pragma once

#include "people/people.h"
#include "reporting/pack.h"

namespace reporting {

struct Mapping;

struct MappedCode {
    static constexpr const char* title = "MappedCode";

    std::string code;
    std::string value;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &MappedCode::code).up_to(40),
                          field("value", &MappedCode::value).up_to(80));
    }
};

struct MappedColumn {
    static constexpr const char* title = "MappedColumn";

    std::string name;
    std::string source;
    std::optional<std::string> constant;
    bool required = false;
    std::vector<MappedCode> codes;

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &MappedColumn::name).up_to(80),
            field("source", &MappedColumn::source).one_of("reporting_column_source"),
            field("constant", &MappedColumn::constant).up_to(200),
            field("required", &MappedColumn::required),
            field("codes", &MappedColumn::codes)
                .at_most(400)
                .says("What our codes are called there; where any is, each must be."));
    }
};

struct Mapping {
    static constexpr const char* title = "PersonsMapping";

    std::optional<Id<Mapping>> id; // absent: that of the catalogue
    int number = 0;
    std::optional<Instant> written_at;
    std::optional<std::string> written_by_name;
    std::vector<MappedColumn> columns;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Mapping::id), field("number", &Mapping::number),
                          field("written_at", &Mapping::written_at),
                          field("written_by_name", &Mapping::written_by_name),
                          field("columns", &Mapping::columns).at_most(100));
    }
};

struct SetMapping {
    static constexpr const char* title = "SetPersonsMapping";

    Id<Mapping> id;
    std::vector<MappedColumn> columns;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SetMapping::id).sample(core::samples::new_persons_mapping),
                          field("columns", &SetMapping::columns)
                              .at_most(100)
                              .sample(R"([{"name":"codice","source":"NUMBER","required":true}])"));
    }
};

struct MappingPath {
    static constexpr const char* title = "PersonsMappingPath";

    Id<Mapping> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &MappingPath::id).sample(core::samples::persons_mapping));
    }
};

struct RestoreMapping {
    static constexpr const char* title = "RestorePersonsMapping";

    Id<Mapping> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreMapping::id).sample(core::samples::persons_mapping_cancelled));
    }
};

struct MissingCell {
    static constexpr const char* title = "MissingCell";

    std::string column;
    std::string source;
    std::string why;

    static constexpr auto fields()
    {
        return std::tuple(field("column", &MissingCell::column),
                          field("source", &MissingCell::source).one_of("reporting_column_source"),
                          field("why", &MissingCell::why).one_of("reporting_missing"));
    }
};

struct NotInFile {
    static constexpr const char* title = "PersonNotInFile";

    people::Card person_card;
    std::vector<MissingCell> missing;

    static constexpr auto fields()
    {
        return std::tuple(field("person_card", &NotInFile::person_card),
                          field("missing", &NotInFile::missing).at_most(100));
    }
};

struct PersonsSheet {
    static constexpr const char* title = "PersonsSheet";

    int ready = 0;
    std::vector<NotInFile> missing;

    static constexpr auto fields()
    {
        return std::tuple(field("ready", &PersonsSheet::ready),
                          field("missing", &PersonsSheet::missing).at_most(5000));
    }
};

struct ExportPersons {
    static constexpr const char* title = "ExportPersons";

    Id<Project> project;
    std::string period;
    std::string format;

    static constexpr auto fields()
    {
        return std::tuple(
            field("project", &ExportPersons::project).sample(core::samples::funded_project),
            field("period", &ExportPersons::period).up_to(7).sample(R"("2026-Q4")"),
            field("format", &ExportPersons::format).one_of("reporting_format").sample(R"("XLSX")"));
    }
};

Mapping get_mapping(core::Context& context);
Mapping set_mapping(core::Context& context, const SetMapping& wish);
void cancel_mapping(core::Context& context, const MappingPath& wish);
Mapping restore_mapping(core::Context& context, const RestoreMapping& wish);
PersonsSheet show_persons(core::Context& context, const PackPath& wish);
core::Bytes export_persons(core::Context& context, const ExportPersons& wish);

// ---- within the module

// A person of the file: the cells by the columns of the mapping, and what is missing of them.
struct ToldPerson {
    Id<people::Person> person;
    std::vector<std::string> cells;
    std::vector<MissingCell> missing;
};

// Those whom the project's figures count in the quarter, by number; never who is guarded, whoever
// asks, so that the file is the same for all.
std::vector<ToldPerson> tell_persons(core::Context& context, const ProjectRow& project,
                                     Period quarter, const std::vector<MappedColumn>& columns);
// How many of them are ready and how many are not.
PersonsToTell count_persons(core::Context& context, const ProjectRow& project, Period quarter);

} // namespace reporting
