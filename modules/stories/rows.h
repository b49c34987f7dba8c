// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"
#include "stories/stories.h"

namespace stories {

struct StoryRow : StoryDetails {
    static constexpr const char* title = "StoryRow";
    static constexpr const char* table = "stories_story";

    Id<Story> id;
    bool minor = false;
    Id<core::Account> author;
    Instant recorded_at;
    std::optional<Instant> changed_at;
    std::optional<Instant> words_changed_at; // what everybody would read
    std::optional<Instant> cancelled_at;
    std::optional<Instant> erased_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &StoryRow::id)), StoryDetails::fields(),
                              std::tuple(field("minor", &StoryRow::minor),
                                         field("author", &StoryRow::author),
                                         field("recorded_at", &StoryRow::recorded_at),
                                         field("changed_at", &StoryRow::changed_at),
                                         field("words_changed_at", &StoryRow::words_changed_at),
                                         field("cancelled_at", &StoryRow::cancelled_at),
                                         field("erased_at", &StoryRow::erased_at)));
    }
};

struct ConsentRow : ConsentDetails {
    static constexpr const char* title = "StoryConsentRow";
    static constexpr const char* table = "stories_consent";

    Id<Consent> id;
    Id<Story> story;
    Id<core::Account> recorded_by;
    Instant recorded_at;
    std::optional<Date> withdrawn_on;
    std::optional<Instant> withdrawn_at;
    std::optional<Id<core::Account>> withdrawn_by;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ConsentRow::id), field("story", &ConsentRow::story)),
            ConsentDetails::fields(),
            std::tuple(field("recorded_by", &ConsentRow::recorded_by),
                       field("recorded_at", &ConsentRow::recorded_at),
                       field("withdrawn_on", &ConsentRow::withdrawn_on),
                       field("withdrawn_at", &ConsentRow::withdrawn_at),
                       field("withdrawn_by", &ConsentRow::withdrawn_by),
                       field("cancelled_at", &ConsentRow::cancelled_at)));
    }
};

struct FileRow : FileDetails {
    static constexpr const char* title = "StoryFileRow";
    static constexpr const char* table = "stories_file";

    Id<File> id;
    Id<Story> story;
    std::string medium;
    std::int64_t bytes = 0;
    std::optional<std::string> format;
    std::optional<Instant> checked_at;
    std::optional<Instant> words_changed_at; // what everybody would read or see of it
    Id<core::Account> author;
    Instant recorded_at;
    std::optional<Instant> cancelled_at;
    std::optional<Instant> emptied_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &FileRow::id), field("story", &FileRow::story),
                                         field("medium", &FileRow::medium)),
                              FileDetails::fields(),
                              std::tuple(field("bytes", &FileRow::bytes),
                                         field("format", &FileRow::format),
                                         field("checked_at", &FileRow::checked_at),
                                         field("words_changed_at", &FileRow::words_changed_at),
                                         field("author", &FileRow::author),
                                         field("recorded_at", &FileRow::recorded_at),
                                         field("cancelled_at", &FileRow::cancelled_at),
                                         field("emptied_at", &FileRow::emptied_at)));
    }
};

// What there is of a file, without the bytes themselves.
struct ChunkLine {
    static constexpr const char* title = "StoryChunkLine";

    int number = 0;
    std::int64_t bytes = 0;
    std::string hash;

    static constexpr auto fields()
    {
        return std::tuple(field("number", &ChunkLine::number), field("bytes", &ChunkLine::bytes),
                          field("hash", &ChunkLine::hash));
    }
};

struct ChunkRow : ChunkLine {
    static constexpr const char* title = "StoryChunkRow";
    static constexpr const char* table = "stories_chunk";

    Id<ChunkRow> id; // made of the file and the number
    Id<File> file;
    std::string content;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChunkRow::id), field("file", &ChunkRow::file)),
            ChunkLine::fields(),
            std::tuple(field("content", &ChunkRow::content).sealed(Mark::note)));
    }
};

struct PublicationRow : PublicationDetails {
    static constexpr const char* title = "StoryPublicationRow";
    static constexpr const char* table = "stories_publication";

    Id<Publication> id;
    Id<Story> story;
    std::optional<Id<Consent>> consent;
    Id<core::Account> published_by;
    Instant recorded_at;
    std::optional<std::string> down_reason;
    std::optional<Instant> down_wanted_at;
    std::optional<Date> unheld_on; // since when no consent holds it any more
    std::optional<Date> down_on;
    std::optional<Instant> down_at;
    std::optional<Id<core::Account>> down_by;
    std::optional<std::string> down_note;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &PublicationRow::id), field("story", &PublicationRow::story),
                       field("consent", &PublicationRow::consent)),
            PublicationDetails::fields(),
            std::tuple(field("published_by", &PublicationRow::published_by),
                       field("recorded_at", &PublicationRow::recorded_at),
                       field("down_reason", &PublicationRow::down_reason),
                       field("down_wanted_at", &PublicationRow::down_wanted_at),
                       field("unheld_on", &PublicationRow::unheld_on),
                       field("down_on", &PublicationRow::down_on),
                       field("down_at", &PublicationRow::down_at),
                       field("down_by", &PublicationRow::down_by),
                       field("down_note", &PublicationRow::down_note).sealed(Mark::note)));
    }
};

// The latest first, cancelled ones among them: the next ones after this one.
std::vector<StoryRow> list_rows(store::Transaction& transaction,
                                const std::optional<StoryRow>& after);
std::optional<StoryRow> find_story(store::Transaction& transaction, const Id<Story>& id);
// Those with a place on our own site that is not taken down.
std::vector<StoryRow> stories_on_site(store::Transaction& transaction,
                                      const std::optional<StoryRow>& after);

// The latest first, cancelled ones among them.
std::vector<ConsentRow> consents_of(store::Transaction& transaction, const Id<Story>& id);
std::optional<ConsentRow> find_consent(store::Transaction& transaction, const Id<Consent>& id);

// In the order in which they were added.
std::vector<FileRow> files_of(store::Transaction& transaction, const Id<Story>& id);
std::optional<FileRow> find_file(store::Transaction& transaction, const Id<File>& id);
// Begun before, and never whole; or taken back before.
std::vector<FileRow> files_to_empty(store::Transaction& transaction, Instant begun,
                                    Instant cancelled);

std::vector<ChunkLine> chunks_of(store::Transaction& transaction, const Id<File>& id);
std::optional<ChunkLine> find_chunk_line(store::Transaction& transaction, const Id<File>& id,
                                         int number);
std::optional<ChunkRow> find_chunk(store::Transaction& transaction, const Id<File>& id, int number);
// From this number on.
void delete_chunks(store::Transaction& transaction, const Id<File>& id, int number);

std::vector<PublicationRow> publications_of(store::Transaction& transaction, const Id<Story>& id);
std::optional<PublicationRow> find_publication(store::Transaction& transaction,
                                               const Id<Publication>& id);
// Wanted down and not down, the longest waiting first: the next ones after this one.
std::vector<PublicationRow> open_take_downs(store::Transaction& transaction,
                                            const std::optional<PublicationRow>& after);
// Those of which it is not written down that no consent holds them.
std::vector<PublicationRow> held(store::Transaction& transaction);

} // namespace stories
