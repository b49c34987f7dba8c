// SPDX-License-Identifier: EUPL-1.2
// Releases of the catalogue: numbered and signed by the network, taken by each store when somebody
// there says so; and what a city has of its own beside them.
#pragma once

#include "core/samples.h"
#include "network/release_rows.h"

namespace network {

// The largest of them, the questionnaire for migrants, has 320 kB.
inline constexpr std::size_t file_bytes_max = 450'000;

// ---- what differs between two catalogues, as people read it

struct CatalogueChange {
    static constexpr const char* title = "CatalogueChange";

    std::string list;
    std::string code;
    std::string what;
    std::string it;
    std::string en;
    std::vector<std::string> details;

    static constexpr auto fields()
    {
        return std::tuple(
            field("list", &CatalogueChange::list)
                .says("A vocabulary, indicator, warning_rule, return_rules, target, assessment, "
                      "assessment_adult (its questions), questionnaire."),
            field("code", &CatalogueChange::code),
            field("what", &CatalogueChange::what).says("added, changed, retired, back or gone."),
            field("it", &CatalogueChange::it), field("en", &CatalogueChange::en),
            field("details", &CatalogueChange::details)
                .at_most(50)
                .says("Of what was changed: which column, from what to what."));
    }
};

std::vector<CatalogueChange> changes_between(const core::House& house,
                                             const core::Catalogue& before,
                                             const core::Catalogue& after);
// What is gone although something may say it.
std::vector<core::CatalogueEntry>
lost_between(const core::House& house, const core::Catalogue& before, const core::Catalogue& after);

// What a store could not go on with, were the release taken there.
struct Orphan {
    static constexpr const char* title = "Orphan";

    std::string list;
    std::string code;
    std::string used_by;
    std::int64_t count = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("list", &Orphan::list), field("code", &Orphan::code),
                          field("used_by", &Orphan::used_by)
                              .says("records, extension (of this city), or program."),
                          field("count", &Orphan::count));
    }
};

// ---- the direction prepares one

struct DraftFile {
    static constexpr const char* title = "DraftFile";

    std::string path;
    std::string text;

    static constexpr auto fields()
    {
        return std::tuple(field("path", &DraftFile::path)
                              .up_to(200)
                              .sample(R"("catalogue/vocabularies/contact_outcome.csv")"),
                          field("text", &DraftFile::text)
                              .up_to(file_bytes_max)
                              .sample(core::samples::draft_text)
                              .says("The whole file."));
    }
};

struct FilePath {
    static constexpr const char* title = "CatalogueFilePath";

    std::string path;

    static constexpr auto fields()
    {
        return std::tuple(field("path", &FilePath::path)
                              .up_to(200)
                              .sample(R"("catalogue/vocabularies/contact_outcome.csv")"));
    }
};

struct CatalogueFile {
    static constexpr const char* title = "CatalogueFile";

    std::string path;
    std::string text;

    static constexpr auto fields()
    {
        return std::tuple(field("path", &CatalogueFile::path),
                          field("text", &CatalogueFile::text).up_to(file_bytes_max));
    }
};

struct Draft {
    static constexpr const char* title = "Draft";

    int number = 0;
    std::vector<std::string> files;
    std::vector<std::string> paths;
    std::optional<std::string> fault;
    std::vector<CatalogueChange> changes;

    static constexpr auto fields()
    {
        return std::tuple(
            field("number", &Draft::number).says("Which the release will have."),
            field("files", &Draft::files).at_most(1000).says("Those that were put into it."),
            field("paths", &Draft::paths).at_most(1000).says("Those that may be."),
            field("fault", &Draft::fault).says("Why it cannot be published as it is."),
            field("changes", &Draft::changes).at_most(5000));
    }
};

struct PublishRelease {
    static constexpr const char* title = "PublishRelease";

    Id<Release> id;
    std::string notes;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PublishRelease::id).sample(core::samples::new_release),
                          field("notes", &PublishRelease::notes)
                              .up_to(4000)
                              .sample(R"("Un esito nuovo per i contatti.")")
                              .says("What is new and why, for who takes it."));
    }
};

// ---- everybody

struct ReleaseItem {
    static constexpr const char* title = "Release";

    Id<Release> id;
    int number = 0;
    std::string notes;
    Instant published_at;
    std::string published_by_name;
    std::optional<Instant> taken_at;
    std::optional<std::string> taken_by_name;
    bool in_force = false;
    std::vector<std::string> taken_by;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReleaseItem::id), field("number", &ReleaseItem::number),
                          field("notes", &ReleaseItem::notes).up_to(4000),
                          field("published_at", &ReleaseItem::published_at),
                          field("published_by_name", &ReleaseItem::published_by_name),
                          field("taken_at", &ReleaseItem::taken_at).says("In this store."),
                          field("taken_by_name", &ReleaseItem::taken_by_name),
                          field("in_force", &ReleaseItem::in_force),
                          field("taken_by", &ReleaseItem::taken_by)
                              .at_most(100)
                              .says("In the network: the cities that have taken it."));
    }
};

struct ReleaseList {
    static constexpr const char* title = "ReleaseList";

    std::vector<ReleaseItem> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &ReleaseList::items).at_most(1000));
    }
};

struct ReleaseSheet {
    static constexpr const char* title = "ReleaseSheet";

    ReleaseItem release;
    bool can_be_taken = false;
    std::optional<std::string> fault;
    std::vector<CatalogueChange> changes;
    std::vector<Orphan> orphans;

    static constexpr auto fields()
    {
        return std::tuple(
            field("release", &ReleaseSheet::release),
            field("can_be_taken", &ReleaseSheet::can_be_taken),
            field("fault", &ReleaseSheet::fault).says("Why this program cannot work with it."),
            field("changes", &ReleaseSheet::changes)
                .at_most(5000)
                .says("Against what is in force in this store."),
            field("orphans", &ReleaseSheet::orphans).at_most(5000));
    }
};

struct ReleasePath {
    static constexpr const char* title = "ReleasePath";
    Id<Release> id;
    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReleasePath::id).sample(core::samples::release));
    }
};

// ---- a city's own

struct Extension {
    static constexpr const char* title = "CatalogueExtension";

    Id<ExtensionRow> id;
    std::string list;
    std::string code;
    std::string it;
    std::string en;
    std::string counts_as;
    bool retired = false;
    std::string added_by_name;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Extension::id), field("list", &Extension::list),
                          field("code", &Extension::code), field("it", &Extension::it),
                          field("en", &Extension::en),
                          field("counts_as", &Extension::counts_as)
                              .says("The code of the network by which it is counted."),
                          field("retired", &Extension::retired),
                          field("added_by_name", &Extension::added_by_name));
    }
};

struct ExtensionList {
    static constexpr const char* title = "CatalogueExtensionList";

    std::vector<Extension> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &ExtensionList::items).at_most(500));
    }
};

struct AddExtension {
    static constexpr const char* title = "AddCatalogueExtension";

    Id<ExtensionRow> id;
    std::string code;
    std::string it;
    std::optional<std::string> en;
    std::string counts_as;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AddExtension::id).sample(core::samples::new_own_code),
            field("code", &AddExtension::code)
                .up_to(40)
                .sample(R"("CINEFORUM")")
                .says("Capital letters, digits and _; OWN_ is put before it."),
            field("it", &AddExtension::it).up_to(120).sample(R"("Orto di quartiere")"),
            field("en", &AddExtension::en).up_to(120),
            field("counts_as", &AddExtension::counts_as)
                .one_of("intervention")
                .says("The intervention of the network that it is."));
    }
};

struct ExtensionPath {
    static constexpr const char* title = "ExtensionPath";
    Id<ExtensionRow> id;
    static constexpr auto fields()
    {
        return std::tuple(field("id", &ExtensionPath::id).sample(core::samples::own_code));
    }
};

// ---- acts

Draft get_draft(core::Context& context);
Draft put_draft_file(core::Context& context, const DraftFile& wish);
Draft drop_draft_file(core::Context& context, const FilePath& wish);
CatalogueFile get_catalogue_file(core::Context& context, const FilePath& wish);
ReleaseItem publish_release(core::Context& context, const PublishRelease& wish);

ReleaseList list_releases(core::Context& context);
ReleaseSheet get_release(core::Context& context, const ReleasePath& wish);
// Before that.
void try_release(core::Context& context, ReleasePath& wish);
ReleaseItem take_release(core::Context& context, const ReleasePath& wish);

ExtensionList list_extensions(core::Context& context);
Extension add_extension(core::Context& context, const AddExtension& wish);
Extension retire_extension(core::Context& context, const ExtensionPath& wish);
Extension restore_extension(core::Context& context, const ExtensionPath& wish);

// ---- targets, as a release carries them

inline constexpr auto of_targets = "target"; // the list, as changes call it
inline constexpr auto targets_path = "catalogue/network_targets.csv";
// Those that are set; empty where none is.
std::string targets_file(store::Transaction& transaction);
// For core::Module: whether they can be read, and as people read them.
void check_targets(const core::Catalogue& catalogue, store::Transaction* transaction);
std::vector<core::CatalogueEntry> target_entries(const core::Catalogue& catalogue);

// ---- done by the program itself

std::vector<core::Receiver> receivers_of_releases();
// From the network, to a city that may not have it: it was linked later, or not reached meanwhile.
void send_newest_release(core::Context& context, const std::string& city);
// What is in force in a store, with the city's own codes as they are now.
void renew_catalogue(core::Context& context);
// What is in force in a store is so again when it is opened.
void use_release_of(core::House& house, core::Place& place);

} // namespace network
