// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "minors/minors.h"

namespace minors {

// Anybody of the city hands a minor over to the équipe; afterwards only the équipe reads them.
struct EntrustMinor {
    static constexpr const char* title = "EntrustMinor";

    Id<File> id;
    Id<people::Person> person;
    Date found_on;
    bool unaccompanied = false;
    std::optional<std::string> source;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &EntrustMinor::id).sample(core::samples::new_minor_file),
            field("person", &EntrustMinor::person).sample(core::samples::ibrahima),
            field("found_on", &EntrustMinor::found_on).not_future().sample(R"("2026-11-20")"),
            field("unaccompanied", &EntrustMinor::unaccompanied).sample("true"),
            field("source", &EntrustMinor::source).one_of("minor_source"),
            field("note", &EntrustMinor::note).up_to(4000).sealed(Mark::note));
    }
};

struct ListFiles {
    static constexpr const char* title = "ListMinorFiles";

    std::optional<bool> closed;

    static constexpr auto fields()
    {
        return std::tuple(
            field("closed", &ListFiles::closed).says("Those that are closed; else the open ones."));
    }
};

struct FilePath {
    static constexpr const char* title = "MinorFilePath";

    Id<File> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &FilePath::id).sample(core::samples::minor_file));
    }
};

struct FileOfPersonPath {
    static constexpr const char* title = "MinorFileOfPersonPath";

    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &FileOfPersonPath::person).sample(core::samples::samuel));
    }
};

struct ChangeFile : FileDetails {
    static constexpr const char* title = "ChangeMinorFile";

    Id<File> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeFile::id).sample(core::samples::minor_file),
                       field("base", &ChangeFile::base)
                           .says("The version that was changed; see core.changed_meanwhile.")),
            FileDetails::fields());
    }
};

struct RecordStep {
    static constexpr const char* title = "RecordMinorStep";

    Id<Step> id;
    Id<File> file;
    std::string what;
    Date on;
    std::vector<std::string> took_part;
    std::optional<bool> heard;
    std::optional<std::string> words;
    std::optional<Date> review_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RecordStep::id).sample(core::samples::new_minor_step),
            field("file", &RecordStep::file).sample(core::samples::minor_file),
            field("what", &RecordStep::what).one_of("minor_step").sample(R"("BEST_INTEREST")"),
            field("on", &RecordStep::on).not_future().sample(R"("2026-11-21")"),
            field("took_part", &RecordStep::took_part)
                .one_of("profession")
                .at_most(20)
                .says("Which professions took part."),
            field("heard", &RecordStep::heard).says("Whether the minor was heard."),
            field("words", &RecordStep::words).up_to(4000).sealed(Mark::note),
            field("review_on", &RecordStep::review_on).says("When to look at it again."));
    }
};

struct StepPath {
    static constexpr const char* title = "MinorStepPath";

    Id<Step> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StepPath::id).sample(core::samples::minor_step));
    }
};

struct CloseFile {
    static constexpr const char* title = "CloseMinorFile";

    Id<File> id;
    Date on;
    std::string reason;
    std::string situation;
    bool release = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CloseFile::id).sample(core::samples::minor_file),
            field("on", &CloseFile::on).not_future().sample(R"("2026-11-23")"),
            field("reason", &CloseFile::reason).one_of("minor_closure_reason").sample(R"("3")"),
            field("situation", &CloseFile::situation)
                .one_of("minor_closure_situation")
                .sample(R"("4")"),
            field("release", &CloseFile::release)
                .says("The city may read the person again, as it reads anybody."));
    }
};

struct SetClock {
    static constexpr const char* title = "SetMinorClock";

    std::string what;
    std::optional<int> days;

    static constexpr auto fields()
    {
        return std::tuple(
            field("what", &SetClock::what).one_of("minor_step").sample(R"("GUARDIAN_REQUESTED")"),
            field("days", &SetClock::days)
                .between(-365, 365)
                .sample("3")
                .says("Without it, the network's again."));
    }
};

struct ExportSinba {
    static constexpr const char* title = "ExportSinba";

    std::string body_code;
    std::string operator_code;

    static constexpr auto fields()
    {
        return std::tuple(field("body_code", &ExportSinba::body_code)
                              .up_to(32)
                              .sample(R"("RM-0001")")
                              .says("The code of the body in SIUSS (Ente)."),
                          field("operator_code", &ExportSinba::operator_code)
                              .up_to(16)
                              .sealed(Mark::identity)
                              .sample(R"("RSSMRA80A01H501U")")
                              .says("Codice fiscale of who sends it."));
    }
};

Entrusted entrust_minor(core::Context& context, const EntrustMinor& wish);
Files list_files(core::Context& context, const ListFiles& wish);
FileOfPerson find_file_of_person(core::Context& context, const FileOfPersonPath& wish);
File get_file(core::Context& context, const FilePath& wish);
File change_file(core::Context& context, const ChangeFile& wish);
File record_step(core::Context& context, const RecordStep& wish);
File undo_step(core::Context& context, const StepPath& wish);
File close_file(core::Context& context, const CloseFile& wish);
File reopen_file(core::Context& context, const FilePath& wish);
Clocks list_clocks(core::Context& context);
Clocks set_clock(core::Context& context, const SetClock& wish);
SinbaSheet show_sinba(core::Context& context);
core::Bytes export_sinba(core::Context& context, const ExportSinba& wish);

// The chore: birthdays that were corrected and terms that a city has set move the clocks; and the
// équipe is told by e-mail of what is over.
std::vector<Uuid> watch_clocks(core::Context& context);

} // namespace minors
