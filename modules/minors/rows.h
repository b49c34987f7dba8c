// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "minors/minors.h"
#include "store/store.h"

namespace minors {

struct FileRow : FileDetails {
    static constexpr const char* title = "MinorFileRow";
    static constexpr const char* table = "minors_file";

    Id<File> id;
    Id<people::Person> person;
    Id<core::Account> opened_by;
    Instant opened_at;
    Date opened_on;
    std::optional<Id<core::Account>> closed_by;
    std::optional<Date> closed_on;
    std::optional<std::string> closure_reason;
    std::optional<std::string> closure_situation;
    bool released = false;
    bool exportable = false;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &FileRow::id), field("person", &FileRow::person)),
            FileDetails::fields(),
            std::tuple(
                field("opened_by", &FileRow::opened_by), field("opened_at", &FileRow::opened_at),
                field("opened_on", &FileRow::opened_on), field("closed_by", &FileRow::closed_by),
                field("closed_on", &FileRow::closed_on),
                field("closure_reason", &FileRow::closure_reason),
                field("closure_situation", &FileRow::closure_situation),
                field("released", &FileRow::released), field("exportable", &FileRow::exportable),
                field("version", &FileRow::version)));
    }
};

struct StepRow {
    static constexpr const char* title = "MinorStepRow";
    static constexpr const char* table = "minors_step";

    Id<Step> id;
    Id<File> file;
    std::string what;
    Date done_on;
    std::vector<std::string> took_part;
    std::optional<bool> heard;
    std::optional<std::string> words;
    std::optional<Date> review_on;
    Id<core::Account> recorded_by;
    Instant recorded_at;
    std::optional<Id<core::Account>> undone_by;
    std::optional<Instant> undone_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StepRow::id), field("file", &StepRow::file), field("what", &StepRow::what),
            field("done_on", &StepRow::done_on), field("took_part", &StepRow::took_part),
            field("heard", &StepRow::heard), field("words", &StepRow::words).sealed(Mark::note),
            field("review_on", &StepRow::review_on), field("recorded_by", &StepRow::recorded_by),
            field("recorded_at", &StepRow::recorded_at), field("undone_by", &StepRow::undone_by),
            field("undone_at", &StepRow::undone_at));
    }
};

struct DeadlineRow {
    static constexpr const char* title = "MinorDeadlineRow";
    static constexpr const char* table = "minors_deadline";

    Id<DeadlineRow> id; // made from the file and the step
    Id<File> file;
    std::string what;
    Date due_on;
    std::optional<Date> done_on;
    std::optional<Instant> reminded_at; // when the équipe was told that it is over

    static constexpr auto fields()
    {
        return std::tuple(field("id", &DeadlineRow::id), field("file", &DeadlineRow::file),
                          field("what", &DeadlineRow::what), field("due_on", &DeadlineRow::due_on),
                          field("done_on", &DeadlineRow::done_on),
                          field("reminded_at", &DeadlineRow::reminded_at));
    }
};

struct TermRow {
    static constexpr const char* title = "MinorTermRow";
    static constexpr const char* table = "minors_term";

    Id<TermRow> id; // made from the step
    std::string what;
    int days = 0;
    Id<core::Account> set_by;
    Instant set_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &TermRow::id), field("what", &TermRow::what),
                          field("days", &TermRow::days), field("set_by", &TermRow::set_by),
                          field("set_at", &TermRow::set_at));
    }
};

std::optional<FileRow> find_row(store::Transaction& transaction, const Id<File>& id);
// Newest first, closed ones among them.
std::vector<FileRow> files_of(store::Transaction& transaction, const Id<people::Person>& person);
std::vector<FileRow> list_rows(store::Transaction& transaction, bool closed, int limit);

// Those that stand, newest first.
std::vector<StepRow> steps_of(store::Transaction& transaction, const Id<File>& id);
std::optional<StepRow> find_step(store::Transaction& transaction, const Id<Step>& id);

std::vector<DeadlineRow> deadlines_of(store::Transaction& transaction, const Id<File>& id);
// Of every open file.
std::vector<DeadlineRow> open_deadlines(store::Transaction& transaction);
// Over, not done, and nobody was told yet.
std::vector<DeadlineRow> untold_deadlines(store::Transaction& transaction, Date today);
void delete_deadline(store::Transaction& transaction, const Id<DeadlineRow>& id);

std::vector<TermRow> terms(store::Transaction& transaction);
void delete_term(store::Transaction& transaction, const std::string& what);

} // namespace minors
