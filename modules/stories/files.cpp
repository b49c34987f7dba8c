// SPDX-License-Identifier: EUPL-1.2
// Files of a story: they come in pieces, in any order, some of them twice; what has come stays, and
// the sender goes on where the line was cut.
#include <algorithm>

#include "base/base64.h"
#include "store/rows.h"
#include "stories/chunks.h"
#include "stories/media.h"
#include "stories/work.h"

using core::Context;

namespace stories {

namespace {

constexpr std::int64_t day_seconds = 24 * 60 * 60;
constexpr std::int64_t unfinished_seconds = 7 * day_seconds;
constexpr std::int64_t cancelled_seconds = 30 * day_seconds;

FileRow get_file_row(Context& context, const Id<File>& id)
{
    auto row = find_file(context.store, id);
    if (!row || !reads_words(context, get_readable(context, row->story)))
        throw not_found();
    return *row;
}

FileRow get_open_file(Context& context, const Id<File>& id)
{
    auto row = get_file_row(context, id);
    get_writable(context, row.story);
    if (row.cancelled_at || row.emptied_at)
        throw Problem(409, "stories.file_cancelled");
    return row;
}

[[noreturn]] void refuse_media(MediaFault what)
{
    if (what == MediaFault::located)
        throw Problem(409, "stories.media_located");
    if (what == MediaFault::picture_too_large)
        throw Problem(409, "stories.picture_too_large");
    throw Problem(409, "stories.media_unknown");
}

void refuse_missing_chunks(Context& context, const FileRow& row)
{
    const auto there = chunks_of(context.store, row.id).size();
    const auto all = static_cast<std::size_t>(chunk_count(row.bytes));
    if (there < all)
        throw Problem(409, "stories.chunks_missing", {{"count", std::to_string(all - there)}});
}

ChunkRow chunk_row(const FileRow& file, int number, std::string hash, std::string content)
{
    ChunkRow row;
    row.id = chunk_id(file.id, number);
    row.file = file.id;
    row.number = number;
    row.bytes = static_cast<std::int64_t>(content.size());
    row.hash = std::move(hash);
    row.content = std::move(content);
    return row;
}

} // namespace

File begin_file(Context& context, const BeginFile& wish)
{
    const auto story = get_writable(context, wish.story);
    if (wish.medium == "TEXT")
        refuse("medium", "stories.text_is_no_file");
    if (files_of(context.store, story.id).size() >= files_max)
        throw Problem(409, "stories.too_many_files", {{"most", std::to_string(files_max)}});
    FileRow row;
    static_cast<FileDetails&>(row) = wish;
    row.id = wish.id;
    row.story = story.id;
    row.medium = wish.medium;
    row.bytes = wish.bytes;
    row.author = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return show_file(context, row);
}

File get_file(Context& context, const FilePath& wish)
{
    return show_file(context, get_file_row(context, wish.id));
}

File put_chunk(Context& context, const PutChunk& wish)
{
    const auto file = get_open_file(context, wish.id);
    if (file.checked_at)
        throw Problem(409, "stories.file_finished");
    if (wish.number >= chunk_count(file.bytes))
        refuse("number", "stories.no_such_chunk");
    auto content = from_base64(wish.content);
    const auto length = chunk_length(file.bytes, wish.number);
    if (!content || static_cast<std::int64_t>(content->size()) != length)
        refuse("content", "stories.chunk_length", {{"bytes", std::to_string(length)}});
    if (hash_of(*content) != wish.hash)
        refuse("hash", "stories.chunk_broken");
    const auto before = find_chunk_line(context.store, file.id, wish.number);
    if (before && before->hash != wish.hash)
        throw Problem(409, "stories.chunk_differs");
    if (!before)
        store::insert_row(context.store,
                          chunk_row(file, wish.number, wish.hash, std::move(*content)));
    return show_file(context, file);
}

// On a reading thread: putting together, drawing anew and hashing take their time. Pieces do not
// change any more once they are there, so what is found out here holds in the act.
void check_file(Context& context, FinishFile& wish)
{
    const auto file = get_open_file(context, wish.id);
    if (file.checked_at)
        return;
    refuse_missing_chunks(context, file);
    auto clean = clean_media(file.medium, read_part(context.store, file, 0, file.bytes));
    if (clean.fault != MediaFault::none)
        refuse_media(clean.fault);
    wish.format = std::move(clean.format);
    wish.bytes = static_cast<std::int64_t>(clean.bytes.size());
    const auto before = chunks_of(context.store, file.id);
    for (int number = 0; number < chunk_count(wish.bytes); ++number) {
        auto bytes = clean.bytes.substr(static_cast<std::size_t>(number * chunk_bytes_max),
                                        static_cast<std::size_t>(chunk_length(wish.bytes, number)));
        auto hash = hash_of(bytes);
        const auto at = static_cast<std::size_t>(number);
        if (at >= before.size() || before[at].hash != hash)
            wish.changed.push_back({number, std::move(bytes), std::move(hash)});
    }
}

File finish_file(Context& context, const FinishFile& wish)
{
    auto file = get_open_file(context, wish.id);
    if (file.checked_at)
        return show_file(context, file);
    ENSURE(!wish.format.empty());
    const auto before = chunks_of(context.store, file.id).size();
    for (const auto& piece : wish.changed) {
        const auto row = chunk_row(file, piece.number, piece.hash, piece.bytes);
        if (static_cast<std::size_t>(piece.number) < before)
            store::update_row(context.store, row);
        else
            store::insert_row(context.store, row);
    }
    delete_chunks(context.store, file.id, chunk_count(wish.bytes));
    file.bytes = wish.bytes;
    file.format = wish.format;
    file.checked_at = context.now;
    store::update_row(context.store, file);
    return show_file(context, file);
}

namespace {

// For whoever reads the page; to hold back more than before is always allowed.
bool shows_otherwise(const FileDetails& before, const FileDetails& after)
{
    return after.description != before.description || after.transcript != before.transcript ||
           (before.face && !after.face) || (before.voice && !after.voice);
}

} // namespace

File change_file(Context& context, const ChangeFile& wish)
{
    auto file = get_open_file(context, wish.id);
    const auto known = known_of(context, *find_story(context.store, file.story));
    if (file.checked_at && site_place(known, context.today()) != nullptr &&
        shows_otherwise(file, wish))
        throw Problem(409, "stories.published_as_it_is");
    if (shows_otherwise(file, wish))
        file.words_changed_at = context.now;
    static_cast<FileDetails&>(file) = wish;
    store::update_row(context.store, file);
    return show_file(context, file);
}

void cancel_file(Context& context, const FilePath& wish)
{
    auto file = get_file_row(context, wish.id);
    if (file.cancelled_at)
        return;
    file.cancelled_at = context.now;
    store::update_row(context.store, file);
}

File restore_file(Context& context, const CancelledFilePath& wish)
{
    auto file = get_file_row(context, wish.id);
    if (file.emptied_at)
        throw Problem(409, "stories.file_emptied");
    // It is there again from now on: what was published without it stays without it.
    if (file.cancelled_at && file.checked_at)
        file.checked_at = context.now;
    file.cancelled_at.reset();
    store::update_row(context.store, file);
    return show_file(context, file);
}

// Handed out as a file and never shown: accounts hold what the public pages do not.
core::Bytes get_content(Context& context, const FilePath& wish)
{
    const auto file = get_file_row(context, wish.id);
    if (!file.checked_at || file.emptied_at)
        throw not_found();
    const auto id = to_string(file.id);
    context.add_header("Content-Security-Policy", "sandbox; default-src 'none'");
    context.add_header("Content-Disposition", "attachment; filename=\"storia-" +
                                                  id.substr(id.size() - 8) + "." + *file.format +
                                                  '"');
    return {read_part(context.store, file, 0, file.bytes)};
}

std::vector<Uuid> empty_files(Context& context)
{
    std::vector<Uuid> emptied;
    for (auto& file : files_to_empty(context.store, context.now.plus_seconds(-unfinished_seconds),
                                     context.now.plus_seconds(-cancelled_seconds))) {
        delete_chunks(context.store, file.id, 0);
        file.emptied_at = context.now;
        store::update_row(context.store, file);
        emptied.push_back(file.id);
    }
    return emptied;
}

} // namespace stories
