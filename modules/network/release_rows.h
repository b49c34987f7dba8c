// SPDX-License-Identifier: EUPL-1.2
// The rows of releases and extensions; their SQL is in release_rows.cpp.
#pragma once

#include "core/catalogue.h"
#include "network/network.h"

namespace network {

struct Release;

struct ReleaseRow {
    static constexpr const char* title = "ReleaseRow";
    static constexpr const char* table = "network_release";

    Id<Release> id;
    std::int64_t number = 0;
    std::string notes;
    std::string files; // deflated, as base64: JSON of path and text
    Instant published_at;
    std::string published_by_name;
    std::string signature;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReleaseRow::id), field("number", &ReleaseRow::number),
                          field("notes", &ReleaseRow::notes).up_to(4000),
                          field("files", &ReleaseRow::files).up_to(500'000),
                          field("published_at", &ReleaseRow::published_at),
                          field("published_by_name", &ReleaseRow::published_by_name),
                          field("signature", &ReleaseRow::signature));
    }
};

// Who has taken which: this store, and in the network's the cities too.
struct TakenRow {
    static constexpr const char* title = "TakenRow";
    static constexpr const char* table = "network_taken";

    Id<TakenRow> id;
    std::string slug;
    Id<Release> release;
    std::int64_t number = 0;
    Instant taken_at;
    std::string taken_by_name;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &TakenRow::id), field("slug", &TakenRow::slug),
                          field("release", &TakenRow::release), field("number", &TakenRow::number),
                          field("taken_at", &TakenRow::taken_at),
                          field("taken_by_name", &TakenRow::taken_by_name));
    }
};

struct DraftRow {
    static constexpr const char* title = "DraftRow";
    static constexpr const char* table = "network_draft";

    Id<DraftRow> id; // made from the path
    std::string path;
    std::string text;
    Instant changed_at;
    std::string changed_by_name;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &DraftRow::id), field("path", &DraftRow::path),
                          field("text", &DraftRow::text),
                          field("changed_at", &DraftRow::changed_at),
                          field("changed_by_name", &DraftRow::changed_by_name));
    }
};

struct ExtensionRow {
    static constexpr const char* title = "CatalogueExtensionRow";
    static constexpr const char* table = "network_extension";

    Id<ExtensionRow> id;
    std::string list;
    std::string code;
    std::string it;
    std::string en;
    std::string counts_as;
    Instant added_at;
    std::string added_by_name;
    std::optional<Instant> retired_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ExtensionRow::id), field("list", &ExtensionRow::list),
                          field("code", &ExtensionRow::code), field("it", &ExtensionRow::it),
                          field("en", &ExtensionRow::en),
                          field("counts_as", &ExtensionRow::counts_as),
                          field("added_at", &ExtensionRow::added_at),
                          field("added_by_name", &ExtensionRow::added_by_name),
                          field("retired_at", &ExtensionRow::retired_at));
    }
};

std::optional<ReleaseRow> find_release(store::Transaction& transaction, const Id<Release>& id);
// Newest first.
std::vector<ReleaseRow> list_release_rows(store::Transaction& transaction);
std::int64_t last_release_number(store::Transaction& transaction);
// Of this store, the one that it took last.
std::optional<TakenRow> last_taken(store::Transaction& transaction, const std::string& slug);
std::vector<TakenRow> list_taken(store::Transaction& transaction);

std::vector<DraftRow> list_draft(store::Transaction& transaction);
std::optional<DraftRow> find_draft(store::Transaction& transaction, const std::string& path);
void drop_draft(store::Transaction& transaction, const std::string& path);
void forget_draft(store::Transaction& transaction);

std::vector<ExtensionRow> list_extension_rows(store::Transaction& transaction);
std::optional<ExtensionRow> find_extension(store::Transaction& transaction,
                                           const Id<ExtensionRow>& id);
// In how many rows of a module's table a code stands; a column of lists as JSON too.
std::int64_t count_uses(store::Transaction& transaction, const std::string& table,
                        const std::string& column, const std::string& code);

} // namespace network
