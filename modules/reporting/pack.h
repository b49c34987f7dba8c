// SPDX-License-Identifier: EUPL-1.2
// The pack of a quarter: general data, procedure and deviations, the network of actors, activities,
// physical indicators, finances and narrative. Until it is closed it is worked out whenever
// somebody looks; from then on it is what stood there.
#pragma once

#include "reporting/participation.h"
#include "reporting/rows.h"

namespace reporting {

struct Closing;

struct NarrativeDetails {
    std::optional<std::string> progress;
    std::optional<std::string> strengths;
    std::optional<std::string> deviations;
    std::optional<std::string> difficulties;
    std::optional<std::string> staff_changes;
    std::optional<std::string> networks;

    static constexpr auto fields()
    {
        constexpr auto says = "It goes out: it names no person.";
        return std::tuple(
            field("progress", &NarrativeDetails::progress)
                .up_to(4000)
                .says(says)
                .sample(R"("Le unità mobili sono uscite ogni settimana")"),
            field("strengths", &NarrativeDetails::strengths).up_to(4000).says(says),
            field("deviations", &NarrativeDetails::deviations).up_to(4000).says(says),
            field("difficulties", &NarrativeDetails::difficulties).up_to(4000).says(says),
            field("staff_changes", &NarrativeDetails::staff_changes).up_to(4000).says(says),
            field("networks", &NarrativeDetails::networks).up_to(4000).says(says));
    }
};

struct Narrative : NarrativeDetails {
    static constexpr const char* title = "PackNarrative";

    int version = 0; // 0: nothing was written yet

    static constexpr auto fields()
    {
        return std::tuple_cat(NarrativeDetails::fields(),
                              std::tuple(field("version", &Narrative::version)));
    }
};

// What was planned and spent, until the end of a quarter.
struct PackAmounts {
    static constexpr const char* title = "PackAmounts";

    std::string budget;
    std::string in_quarter;
    std::string so_far;
    std::string left;

    static constexpr auto fields()
    {
        return std::tuple(field("budget", &PackAmounts::budget),
                          field("in_quarter", &PackAmounts::in_quarter),
                          field("so_far", &PackAmounts::so_far), field("left", &PackAmounts::left));
    }
};

// The same of a line of the budget.
struct PackLine : PackAmounts {
    static constexpr const char* title = "PackBudgetLine";

    std::string heading;
    std::optional<std::string> number;
    std::string name;
    std::optional<std::string> partner;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("heading", &PackLine::heading).one_of("reporting_heading"),
                       field("number", &PackLine::number), field("name", &PackLine::name),
                       field("partner", &PackLine::partner)),
            PackAmounts::fields());
    }
};

// The persons' file of the quarter, without anybody in it.
struct PersonsToTell {
    static constexpr const char* title = "PersonsToTell";

    int ready = 0;
    int missing = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("ready", &PersonsToTell::ready),
                          field("missing", &PersonsToTell::missing));
    }
};

// What is frozen.
struct PackContent : ProjectDetails {
    static constexpr const char* title = "PackContent";

    std::string period;
    std::string city;
    std::string body; // who takes part in the network for the city
    Instant as_of;
    Narrative narrative;
    std::vector<Partner> partners;
    std::vector<Agreement> agreements;
    std::vector<Activity> activities;
    Frameworks frameworks;
    std::vector<PackLine> lines;
    PackAmounts sums;
    PersonsToTell persons;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            ProjectDetails::fields(),
            std::tuple(field("period", &PackContent::period), field("city", &PackContent::city),
                       field("body", &PackContent::body), field("as_of", &PackContent::as_of),
                       field("narrative", &PackContent::narrative),
                       field("partners", &PackContent::partners).at_most(200),
                       field("agreements", &PackContent::agreements).at_most(200),
                       field("activities", &PackContent::activities).at_most(200),
                       field("frameworks", &PackContent::frameworks),
                       field("lines", &PackContent::lines).at_most(500),
                       field("sums", &PackContent::sums), field("persons", &PackContent::persons)));
    }
};

struct Closing {
    static constexpr const char* title = "PackClosing";

    Id<Closing> id;
    int number = 1;
    std::string hash;
    Instant closed_at;
    std::string closed_by_name;
    std::optional<std::string> reason;
    std::optional<Instant> reopened_at;
    std::optional<std::string> reopened_by_name;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Closing::id), field("number", &Closing::number),
                          field("hash", &Closing::hash).says("BLAKE2b-256 of what was frozen."),
                          field("closed_at", &Closing::closed_at),
                          field("closed_by_name", &Closing::closed_by_name),
                          field("reason", &Closing::reason).says("Why it was reopened."),
                          field("reopened_at", &Closing::reopened_at),
                          field("reopened_by_name", &Closing::reopened_by_name));
    }
};

struct Pack {
    static constexpr const char* title = "QuarterlyPack";

    Id<Project> project;
    bool over = false;        // the quarter is over: it can be closed
    bool closed = false;      // `content` is what was frozen
    bool intact = true;       // and still has its hash
    bool differs_now = false; // closed, and the books say something else by now
    PackContent content;
    std::vector<Closing> closings; // the last first

    static constexpr auto fields()
    {
        return std::tuple(field("project", &Pack::project), field("over", &Pack::over),
                          field("closed", &Pack::closed), field("intact", &Pack::intact),
                          field("differs_now", &Pack::differs_now),
                          field("content", &Pack::content),
                          field("closings", &Pack::closings).at_most(100));
    }
};

struct PackCard {
    static constexpr const char* title = "QuarterlyPackCard";

    std::string period;
    bool over = false;
    bool closed = false;
    bool narrated = false; // something was written about it

    static constexpr auto fields()
    {
        return std::tuple(field("period", &PackCard::period), field("over", &PackCard::over),
                          field("closed", &PackCard::closed),
                          field("narrated", &PackCard::narrated));
    }
};

struct PackList {
    static constexpr const char* title = "QuarterlyPackList";

    std::vector<PackCard> items; // the last first

    static constexpr auto fields()
    {
        return std::tuple(field("items", &PackList::items).at_most(100));
    }
};

// ---- wishes

struct OfProject {
    static constexpr const char* title = "PacksOfProject";

    Id<Project> project;

    static constexpr auto fields()
    {
        return std::tuple(
            field("project", &OfProject::project).sample(core::samples::funded_project));
    }
};

struct PackPath {
    static constexpr const char* title = "PackPath";

    Id<Project> project;
    std::string period;

    static constexpr auto fields()
    {
        return std::tuple(
            field("project", &PackPath::project).sample(core::samples::funded_project),
            field("period", &PackPath::period).up_to(7).sample(R"("2026-Q3")"));
    }
};

struct WriteNarrative : NarrativeDetails {
    static constexpr const char* title = "WriteNarrative";

    Id<Project> project;
    std::string period;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("project", &WriteNarrative::project).sample(core::samples::funded_project),
                field("period", &WriteNarrative::period).up_to(7).sample(R"("2026-Q4")"),
                field("base", &WriteNarrative::base)
                    .says("The version that was changed; see core.changed_meanwhile.")),
            NarrativeDetails::fields());
    }
};

struct ClosePack {
    static constexpr const char* title = "ClosePack";

    Id<Project> project;
    std::string period;
    Id<Closing> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("project", &ClosePack::project).sample(core::samples::funded_project),
            field("period", &ClosePack::period).up_to(7).sample(R"("2026-Q2")"),
            field("id", &ClosePack::id).sample(core::samples::new_pack_closing));
    }
};

struct ReopenPack {
    static constexpr const char* title = "ReopenPack";

    Id<Project> project;
    std::string period;
    std::string reason;

    static constexpr auto fields()
    {
        return std::tuple(
            field("project", &ReopenPack::project).sample(core::samples::funded_project),
            field("period", &ReopenPack::period).up_to(7).sample(R"("2026-Q3")"),
            field("reason", &ReopenPack::reason)
                .up_to(1000)
                .says("It stays beside what was closed. It names no person.")
                .sample(R"("Mancava una spesa di agosto")"));
    }
};

PackList list_packs(core::Context& context, const OfProject& wish);
Pack get_pack(core::Context& context, const PackPath& wish);
Narrative write_narrative(core::Context& context, const WriteNarrative& wish);
Pack close_pack(core::Context& context, const ClosePack& wish);
Pack reopen_pack(core::Context& context, const ReopenPack& wish);
core::Bytes print_pack(core::Context& context, const PackPath& wish);
core::Bytes export_pack(core::Context& context, const PackPath& wish);

// ---- within the module

// What the content of a pack is, of the books as they stand.
PackContent content_of(core::Context& context, const ProjectRow& project, Period quarter);
// Throws where it is no quarter in which the project runs.
Period get_quarter(const ProjectRow& project, const std::string& name);
std::string hash_of(const std::string& text);

// The same pack on paper and as a workbook, in the language of who asks.
std::string pack_as_pdf(core::Context& context, const Pack& pack);
std::string pack_as_workbook(core::Context& context, const Pack& pack);

} // namespace reporting
