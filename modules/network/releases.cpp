// SPDX-License-Identifier: EUPL-1.2
#include "network/releases.h"

#include <algorithm>
#include <memory>

#include "core/house.h"
#include "core/log.h"
#include "core/read_parcel.h"
#include "network/links.h"
#include "network/release_files.h"
#include "store/rows.h"

using core::Context;

namespace network {

namespace {

std::string release_text(const ReleaseRow& row)
{
    return "lgnet release 1\n" + to_string(row.id) + "\n" + std::to_string(row.number) + "\n" +
           std::to_string(row.published_at.milliseconds) + "\n" + row.published_by_name + "\n" +
           digest_of(row.notes) + "\n" + digest_of(row.files) + "\n";
}

std::vector<core::OwnCode> own_codes(store::Transaction& transaction, const std::string& slug)
{
    std::vector<core::OwnCode> own;
    if (slug == core::network_slug)
        return own;
    for (const auto& row : list_extension_rows(transaction))
        own.push_back(
            {row.list, row.code, {row.it, row.en}, row.counts_as, row.retired_at.has_value()});
    return own;
}

struct Tried {
    std::shared_ptr<const core::Catalogue> catalogue; // null: there is a fault
    std::string fault;
};

Tried try_files(Context& context, core::CatalogueFiles files,
                store::Transaction* transaction = nullptr)
{
    try {
        auto catalogue = std::make_shared<const core::Catalogue>(
            std::move(files), own_codes(context.store, context.actor.store));
        context.house.check_catalogue(*catalogue, transaction);
        return {std::move(catalogue), ""};
    } catch (const std::runtime_error& error) {
        return {nullptr, error.what()};
    }
}

// What is in force, what was written anew, and the targets as they are set now.
core::CatalogueFiles draft_files(Context& context)
{
    auto files = files_of(context.catalogue());
    for (const auto& row : list_draft(context.store))
        files[row.path] = row.text;
    if (auto targets = targets_file(context.store); !targets.empty())
        files[targets_path] = std::move(targets);
    return files;
}

void check_path(Context& context, const std::string& path)
{
    const bool is_known = is_written(path) && context.catalogue().find_file(path);
    if (!is_known && !is_indicator_file(path))
        refuse("path", "network.no_catalogue_file");
}

// What a release changes here: of the targets a city looks at its own.
std::vector<CatalogueChange> changes_here(Context& context, const core::Catalogue& after)
{
    auto changes = changes_between(context.house, context.catalogue(), after);
    const auto own = context.actor.store + " ";
    if (context.actor.store != core::network_slug)
        std::erase_if(changes, [&](const CatalogueChange& change) {
            return change.list == of_targets && !change.code.starts_with(own);
        });
    return changes;
}

// ---- what would be orphaned

std::vector<Orphan> orphans_of(Context& context, const core::Catalogue& after)
{
    std::vector<Orphan> orphans;
    const auto uses = context.house.code_uses();
    for (const auto& lost : lost_between(context.house, context.catalogue(), after)) {
        std::int64_t count = 0;
        if (context.actor.store != core::network_slug)
            for (const auto& use : uses)
                if (use.list == lost.list)
                    count += count_uses(context.store, use.table, use.column, lost.code);
        orphans.push_back({lost.list, lost.code, count > 0 ? "records" : "program", count});
    }
    if (context.actor.store == core::network_slug)
        return orphans;
    for (const auto& row : list_extension_rows(context.store)) {
        const auto* code = after.find_code(row.list, row.counts_as);
        if (!row.retired_at && (!code || code->retired))
            orphans.push_back({row.list, row.counts_as, "extension", 1});
    }
    return orphans;
}

void check_orphans(const std::vector<Orphan>& orphans)
{
    if (orphans.empty())
        return;
    std::string names;
    for (const auto& orphan : orphans)
        names += (names.empty() ? "" : ", ") + orphan.list + " " + orphan.code +
                 (orphan.count > 1 ? " (" + std::to_string(orphan.count) + ")" : "");
    throw Problem(409, "network.release_orphans", {{"codes", names}});
}

// ---- as it is shown

ReleaseItem show(Context& context, const ReleaseRow& row)
{
    ReleaseItem item;
    item.id = row.id;
    item.number = static_cast<int>(row.number);
    item.notes = row.notes;
    item.published_at = row.published_at;
    item.published_by_name = row.published_by_name;
    const auto in_force = last_taken(context.store, context.actor.store);
    item.in_force = in_force && in_force->release == row.id;
    for (const auto& taken : list_taken(context.store)) {
        if (taken.release != row.id)
            continue;
        if (taken.slug != context.actor.store) {
            item.taken_by.push_back(taken.slug);
            continue;
        }
        item.taken_at = taken.taken_at;
        item.taken_by_name = taken.taken_by_name;
    }
    return item;
}

ReleaseRow get_row(Context& context, const Id<Release>& id)
{
    auto row = find_release(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

void put_in_force(Context& context, const ReleaseRow& row,
                  std::shared_ptr<const core::Catalogue> catalogue)
{
    store::insert_row(context.store, TakenRow{Id<TakenRow>::make(context.now), context.actor.store,
                                              row.id, row.number, context.now, context.actor.name});
    context.after_commit([&house = context.house, slug = context.actor.store, catalogue] {
        house.use_catalogue(slug, catalogue);
    });
}

void check_signature(Context& context, const ReleaseRow& row)
{
    const auto card = find_card(context, std::string(core::network_slug));
    if (!card || !is_signed(card->sign_key, release_text(row), row.signature))
        throw Problem(409, "network.not_signed", {{"city", std::string(core::network_slug)}});
}

} // namespace

// ---- the draft

Draft get_draft(Context& context)
{
    Draft draft;
    draft.number = static_cast<int>(last_release_number(context.store)) + 1;
    for (const auto& row : list_draft(context.store))
        draft.files.push_back(row.path);
    for (const auto& [path, text] : files_of(context.catalogue()))
        if (is_written(path))
            draft.paths.push_back(path);
    const auto tried = try_files(context, draft_files(context));
    if (!tried.catalogue)
        draft.fault = tried.fault;
    else
        draft.changes = changes_here(context, *tried.catalogue);
    return draft;
}

Draft put_draft_file(Context& context, const DraftFile& wish)
{
    check_path(context, wish.path);
    auto row = find_draft(context.store, wish.path);
    const bool is_new = !row;
    if (is_new)
        row = DraftRow{Id<DraftRow>(named_uuid("draft " + wish.path)), wish.path, "", {}, ""};
    row->text = wish.text.ends_with('\n') ? wish.text : wish.text + "\n";
    row->changed_at = context.now;
    row->changed_by_name = context.actor.name;
    if (is_new)
        store::insert_row(context.store, *row);
    else
        store::update_row(context.store, *row);
    return get_draft(context);
}

Draft drop_draft_file(Context& context, const FilePath& wish)
{
    drop_draft(context.store, wish.path);
    return get_draft(context);
}

CatalogueFile get_catalogue_file(Context& context, const FilePath& wish)
{
    const bool in_network = context.actor.store == core::network_slug;
    if (const auto row = in_network ? find_draft(context.store, wish.path) : std::nullopt)
        return {wish.path, row->text};
    const auto text = context.catalogue().find_file(wish.path);
    if (!text || !is_of_release(wish.path))
        throw not_found();
    return {wish.path, std::string(*text)};
}

// ---- published

ReleaseItem publish_release(Context& context, const PublishRelease& wish)
{
    auto files = draft_files(context);
    if (files == files_of(context.catalogue()))
        throw Problem(409, "network.draft_empty");
    ReleaseRow row;
    row.id = wish.id;
    row.number = last_release_number(context.store) + 1;
    row.notes = wish.notes;
    row.files = pack(files);
    row.published_at = context.now;
    row.published_by_name = context.actor.name;
    row.signature = sign(context.store.seal(), release_text(row));

    add_number(files, row.number);
    const auto tried = try_files(context, std::move(files));
    if (!tried.catalogue)
        throw Problem(409, "network.release_faulty", {{"fault", tried.fault}});
    check_orphans(orphans_of(context, *tried.catalogue));
    store::insert_row(context.store, row);
    forget_draft(context.store);
    put_in_force(context, row, tried.catalogue);
    const auto text = to_json(row);
    for (const auto& city : cities_reached(context))
        post(context, city, "network.release", text);
    return show(context, row);
}

ReleaseList list_releases(Context& context)
{
    ReleaseList list;
    for (const auto& row : list_release_rows(context.store))
        list.items.push_back(show(context, row));
    return list;
}

ReleaseSheet get_release(Context& context, const ReleasePath& wish)
{
    const auto row = get_row(context, wish.id);
    ReleaseSheet sheet;
    sheet.release = show(context, row);
    const auto tried = try_files(context, read_files(row));
    if (!tried.catalogue) {
        sheet.fault = tried.fault;
        return sheet;
    }
    sheet.changes = changes_here(context, *tried.catalogue);
    sheet.orphans = orphans_of(context, *tried.catalogue);
    const auto taken = last_taken(context.store, context.actor.store);
    sheet.can_be_taken = sheet.orphans.empty() && (!taken || taken->number < row.number);
    return sheet;
}

// ---- taken

// On a reading thread: whether the store can be asked what the release asks.
void try_release(Context& context, ReleasePath& wish)
{
    const auto row = get_row(context, wish.id);
    const auto tried = try_files(context, read_files(row), &context.store);
    if (!tried.catalogue)
        throw Problem(409, "network.release_faulty", {{"fault", tried.fault}});
}

ReleaseItem take_release(Context& context, const ReleasePath& wish)
{
    const auto row = get_row(context, wish.id);
    const auto taken = last_taken(context.store, context.actor.store);
    if (taken && taken->release == row.id)
        return show(context, row); // said again
    if (taken && taken->number > row.number)
        throw Problem(409, "network.release_old", {{"number", std::to_string(taken->number)}});
    check_signature(context, row);
    const auto tried = try_files(context, read_files(row));
    if (!tried.catalogue)
        throw Problem(409, "network.release_faulty", {{"fault", tried.fault}});
    check_orphans(orphans_of(context, *tried.catalogue));
    put_in_force(context, row, tried.catalogue);
    post(context, std::string(core::network_slug), "network.taken",
         to_json(*last_taken(context.store, context.actor.store)));
    return show(context, row);
}

// ---- parcels

namespace {

void receive_release(Context& context, const core::Parcel& parcel)
{
    if (parcel.from != core::network_slug)
        throw Problem(409, "network.not_yours", {{"city", parcel.from}});
    const auto row = core::read_parcel<ReleaseRow>(context, parcel);
    check_signature(context, row);
    if (find_release(context.store, row.id))
        return;
    const auto newest = last_release_number(context.store);
    if (row.number <= newest)
        throw Problem(409, "network.release_old", {{"number", std::to_string(newest)}});
    store::insert_row(context.store, row);
}

void receive_taken(Context& context, const core::Parcel& parcel)
{
    const auto row = core::read_parcel<TakenRow>(context, parcel);
    if (row.slug != parcel.from || !find_release(context.store, row.release))
        throw Problem(409, "network.not_yours", {{"city", parcel.from}});
    store::insert_row(context.store, row);
}

} // namespace

std::vector<core::Receiver> receivers_of_releases()
{
    return {{"network.release", core::Where::city, receive_release},
            {"network.taken", core::Where::network, receive_taken}};
}

void send_newest_release(Context& context, const std::string& city)
{
    const auto rows = list_release_rows(context.store);
    if (context.actor.store == core::network_slug && !rows.empty())
        post(context, city, "network.release", to_json(rows.front()));
}

namespace {

// A program that is newer than the release may know codes that are not in it: of those lists its
// own are in force until the next release, or all of its own where the release cannot be used.
core::CatalogueFiles as_usable(const core::House& house, const std::string& slug,
                               const std::optional<ReleaseRow>& row)
{
    if (!row)
        return {};
    try {
        auto files = read_files(*row);
        const core::Catalogue tried(files);
        for (const auto& lost : lost_between(house, house.catalogue(), tried)) {
            const auto erased = std::erase_if(files, [&](const auto& file) {
                return ("/" + file.first).ends_with("/" + lost.path);
            });
            if (erased > 0)
                core::log(core::Level::warning, "release_too_old", {{"file", lost.path}});
        }
        house.check_catalogue(core::Catalogue(files));
        return files;
    } catch (const std::runtime_error& error) {
        core::log(core::Level::error, "release_not_used", {{"store", slug}, {"why", error.what()}});
        return {};
    }
}

} // namespace

void renew_catalogue(Context& context)
{
    const auto taken = last_taken(context.store, context.actor.store);
    const auto row = taken ? find_release(context.store, taken->release) : std::nullopt;
    auto catalogue =
        std::make_shared<const core::Catalogue>(as_usable(context.house, context.actor.store, row),
                                                own_codes(context.store, context.actor.store));
    context.after_commit([&house = context.house, slug = context.actor.store, catalogue] {
        house.use_catalogue(slug, catalogue);
    });
}

void use_release_of(core::House& house, core::Place& place)
{
    std::optional<ReleaseRow> row;
    std::vector<core::OwnCode> own;
    place.store->read([&](store::Transaction& transaction) {
        const auto taken = last_taken(transaction, place.slug);
        if (taken)
            row = find_release(transaction, taken->release);
        own = own_codes(transaction, place.slug);
    });
    if (!row && own.empty())
        return;
    house.use_catalogue(place.slug, std::make_shared<const core::Catalogue>(
                                        as_usable(house, place.slug, row), own));
}

} // namespace network
