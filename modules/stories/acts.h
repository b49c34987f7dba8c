// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "stories/stories.h"

namespace stories {

inline constexpr std::int64_t chunk_bytes_max = 512 * 1024;
inline constexpr std::int64_t file_bytes_max = 64 * 1024 * 1024;
inline constexpr std::size_t files_max = 40; // of one story

// Who gathers stories, and who answers for what is published.
inline constexpr core::Roles gatherers =
    core::may(core::social_worker, core::minors_worker, core::city_coordinator);
inline constexpr core::Roles publishers = core::may(core::city_coordinator);

// ---- stories and consents: acts.cpp

struct ProposeStory : StoryDetails {
    static constexpr const char* title = "ProposeStory";

    Id<Story> id;
    bool minor = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ProposeStory::id).sample(core::samples::new_story)),
            StoryDetails::fields(),
            std::tuple(field("minor", &ProposeStory::minor)
                           .sample("false")
                           .says("Who tells it is a minor. It stays so.")));
    }
};

struct ChangeStory : StoryDetails {
    static constexpr const char* title = "ChangeStory";

    Id<Story> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeStory::id).sample(core::samples::story_waiting)),
            StoryDetails::fields());
    }
};

struct StoryPath {
    static constexpr const char* title = "StoryPath";

    Id<Story> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StoryPath::id).sample(core::samples::story));
    }
};

struct CancelledStoryPath {
    static constexpr const char* title = "CancelledStoryPath";

    Id<Story> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CancelledStoryPath::id).sample(core::samples::story_cancelled));
    }
};

struct RecordConsent : ConsentDetails {
    static constexpr const char* title = "RecordStoryConsent";

    Id<Consent> id;
    Id<Story> story;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &RecordConsent::id).sample(core::samples::new_story_consent),
                       field("story", &RecordConsent::story).sample(core::samples::story_waiting)),
            ConsentDetails::fields());
    }
};

struct ConsentPath {
    static constexpr const char* title = "StoryConsentPath";

    Id<Consent> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ConsentPath::id).sample(core::samples::story_consent));
    }
};

struct WithdrawConsent {
    static constexpr const char* title = "WithdrawStoryConsent";

    Id<Story> id;
    std::optional<Date> on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &WithdrawConsent::id).sample(core::samples::story),
            field("on", &WithdrawConsent::on).not_future().says("When they said so; else today."));
    }
};

struct WithdrawnStoryPath {
    static constexpr const char* title = "WithdrawnStoryPath";

    Id<Story> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &WithdrawnStoryPath::id).sample(core::samples::story_withdrawn));
    }
};

// What whoever took a story back for somebody is told, and nothing of the story.
struct Withdrawn {
    static constexpr const char* title = "StoryWithdrawn";

    Id<Story> id;
    std::string consent_state;
    bool on_site = false;
    int take_downs = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Withdrawn::id),
            field("consent_state", &Withdrawn::consent_state).one_of("story_consent_state"),
            field("on_site", &Withdrawn::on_site),
            field("take_downs", &Withdrawn::take_downs).says("Opened, and still to be done."));
    }
};

struct ListStories {
    static constexpr const char* title = "ListStories";

    std::optional<Id<Story>> after;

    static constexpr auto fields()
    {
        return std::tuple(field("after", &ListStories::after).says("As in `next`."));
    }
};

StoryList list_stories(core::Context& context, const ListStories& wish);
// What was said and shown is deleted for good; what is counted stays.
Story erase_story(core::Context& context, const CancelledStoryPath& wish);
Story propose_story(core::Context& context, const ProposeStory& wish);
Story get_story(core::Context& context, const StoryPath& wish);
Story change_story(core::Context& context, const ChangeStory& wish);
void cancel_story(core::Context& context, const StoryPath& wish);
Story restore_story(core::Context& context, const CancelledStoryPath& wish);
Story record_consent(core::Context& context, const RecordConsent& wish);
Story cancel_consent(core::Context& context, const ConsentPath& wish);
Withdrawn withdraw_consent(core::Context& context, const WithdrawConsent& wish);
Withdrawn undo_withdrawal(core::Context& context, const WithdrawnStoryPath& wish);

// ---- places: publishing.cpp

struct PublishStory : PublicationDetails {
    static constexpr const char* title = "PublishStory";

    Id<Publication> id;
    Id<Story> story;
    std::optional<bool> found;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &PublishStory::id).sample(core::samples::new_story_publication),
                       field("story", &PublishStory::story).sample(core::samples::story)),
            PublicationDetails::fields(),
            std::tuple(field("found", &PublishStory::found)
                           .says("It is there already, outside, and nobody asked: it is noted even "
                                 "without a consent, and must come down.")));
    }
};

struct PublicationPath {
    static constexpr const char* title = "StoryPublicationPath";

    Id<Publication> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PublicationPath::id).sample(core::samples::story_site));
    }
};

struct FinishTakeDown {
    static constexpr const char* title = "FinishTakeDown";

    Id<Publication> id;
    Date on;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &FinishTakeDown::id).sample(core::samples::story_take_down),
                          field("on", &FinishTakeDown::on).not_future().sample(R"("2026-11-23")"),
                          field("note", &FinishTakeDown::note).up_to(500).sealed(Mark::note));
    }
};

struct TakenDownPath {
    static constexpr const char* title = "TakenDownPath";

    Id<Publication> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &TakenDownPath::id).sample(core::samples::story_taken_down));
    }
};

Story publish_story(core::Context& context, const PublishStory& wish);
Story end_publication(core::Context& context, const PublicationPath& wish);

struct ListTakeDowns {
    static constexpr const char* title = "ListTakeDowns";

    std::optional<Id<Publication>> after;

    static constexpr auto fields()
    {
        return std::tuple(field("after", &ListTakeDowns::after).says("As in `next`."));
    }
};

TakeDownList list_take_downs(core::Context& context, const ListTakeDowns& wish);
Publication finish_take_down(core::Context& context, const FinishTakeDown& wish);
Publication reopen_take_down(core::Context& context, const TakenDownPath& wish);
// The chore: what a consent no longer holds is wanted down, on the day it ends.
std::vector<Uuid> watch_consents(core::Context& context);

// ---- files: files.cpp

struct BeginFile : FileDetails {
    static constexpr const char* title = "BeginStoryFile";

    Id<File> id;
    Id<Story> story;
    std::string medium;
    std::int64_t bytes = 0;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &BeginFile::id).sample(core::samples::new_story_file),
                field("story", &BeginFile::story).sample(core::samples::story_waiting),
                field("medium", &BeginFile::medium).one_of("story_medium").sample(R"("PHOTO")"),
                field("bytes", &BeginFile::bytes)
                    .between(1, file_bytes_max)
                    .sample(core::samples::story_chunk_bytes)),
            FileDetails::fields());
    }
};

struct FilePath {
    static constexpr const char* title = "StoryFilePath";

    Id<File> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &FilePath::id).sample(core::samples::story_file));
    }
};

struct PutChunk {
    static constexpr const char* title = "PutStoryChunk";

    Id<File> id;
    int number = 0;
    std::string hash;
    std::string content;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &PutChunk::id).sample(core::samples::story_file_begun),
            field("number", &PutChunk::number).between(0, 199).sample("0").says("From 0."),
            field("hash", &PutChunk::hash)
                .up_to(64)
                .sample(core::samples::story_chunk_hash)
                .says("SHA-256 of the bytes of the chunk, 64 hex digits."),
            field("content", &PutChunk::content)
                .up_to(720'000)
                .sample(core::samples::story_chunk)
                .says("The bytes in base64: 524288 of every chunk but the last."));
    }
};

struct FinishFile {
    static constexpr const char* title = "FinishStoryFile";

    Id<File> id;
    // What the bytes are and which of them are kept otherwise, found out before the act.
    struct Piece {
        int number = 0;
        std::string bytes;
        std::string hash;
    };
    std::string format;
    std::int64_t bytes = 0;
    std::vector<Piece> changed;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &FinishFile::id).sample(core::samples::story_file_whole));
    }
};

struct ChangeFile : FileDetails {
    static constexpr const char* title = "ChangeStoryFile";

    Id<File> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeFile::id).sample(core::samples::story_file)),
            FileDetails::fields());
    }
};

struct CancelledFilePath {
    static constexpr const char* title = "CancelledStoryFilePath";

    Id<File> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CancelledFilePath::id).sample(core::samples::story_file_cancelled));
    }
};

File begin_file(core::Context& context, const BeginFile& wish);
File get_file(core::Context& context, const FilePath& wish);
File put_chunk(core::Context& context, const PutChunk& wish);
void check_file(core::Context& context, FinishFile& wish);
File finish_file(core::Context& context, const FinishFile& wish);
File change_file(core::Context& context, const ChangeFile& wish);
void cancel_file(core::Context& context, const FilePath& wish);
File restore_file(core::Context& context, const CancelledFilePath& wish);
core::Bytes get_content(core::Context& context, const FilePath& wish);
// The chore: bytes that nobody finished sending, or that were taken back a month ago, are deleted.
std::vector<Uuid> empty_files(core::Context& context);

} // namespace stories
