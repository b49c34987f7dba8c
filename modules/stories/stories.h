// SPDX-License-Identifier: EUPL-1.2
// Stories that persons tell of themselves, with what they agreed to; where they were published; and
// the pages for everybody. A story names nobody of the register: no Id of a person or a case stands
// in this module, so that nothing published can lead to a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "core/module.h"
#include "core/samples.h"

namespace stories {

core::Module module();

inline constexpr std::size_t page_length = 50; // of lists

struct Story;
struct Consent;
struct File;
struct Publication;

struct StoryDetails {
    std::string kind;
    std::string heading;
    std::optional<std::string> words;
    std::string language;
    std::optional<std::string> teller;
    std::optional<std::string> contact;
    std::optional<std::string> pseudonym;
    Date told_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("kind", &StoryDetails::kind).one_of("story_kind").sample(R"("TESTIMONY")"),
            field("title", &StoryDetails::heading)
                .up_to(120)
                .sealed(Mark::note)
                .sample(R"("Il primo giorno")"),
            field("words", &StoryDetails::words)
                .up_to(20'000)
                .sealed(Mark::note)
                .says("As it would be published. Empty lines part paragraphs."),
            field("language", &StoryDetails::language).one_of("language").sample(R"("it")"),
            field("teller", &StoryDetails::teller)
                .up_to(120)
                .sealed(Mark::identity)
                .says("The real name: published only where the consent says so."),
            field("contact", &StoryDetails::contact)
                .up_to(200)
                .sealed(Mark::identity)
                .says("How to reach them about this story; never published."),
            field("pseudonym", &StoryDetails::pseudonym)
                .up_to(80)
                .sealed(Mark::identity)
                .says("The name under which the story is told otherwise."),
            field("told_on", &StoryDetails::told_on).not_future().sample(R"("2026-11-20")"));
    }
};

struct ConsentDetails {
    std::string answer;
    Date answered_on;
    std::vector<std::string> media;
    std::vector<std::string> channels;
    std::optional<std::string> territory;
    std::optional<Date> ends_on;
    bool named = false;
    bool face = false;
    bool voice = false;
    std::optional<std::string> guardian;
    std::optional<bool> guardian_agreed;
    std::optional<bool> assented;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("answer", &ConsentDetails::answer).one_of("story_answer").sample(R"("GIVEN")"),
            field("answered_on", &ConsentDetails::answered_on)
                .not_future()
                .sample(R"("2026-11-21")"),
            field("media", &ConsentDetails::media).one_of("story_medium").sample(R"(["TEXT"])"),
            field("channels", &ConsentDetails::channels)
                .one_of("story_channel")
                .sample(R"(["SITE"])"),
            field("territory", &ConsentDetails::territory)
                .one_of("story_territory")
                .sample(R"("WORLD")"),
            field("ends_on", &ConsentDetails::ends_on).says("The last day on which it holds."),
            field("named", &ConsentDetails::named).says("With the real name.").sample("false"),
            field("face", &ConsentDetails::face).says("With the face.").sample("false"),
            field("voice", &ConsentDetails::voice).says("With the voice.").sample("false"),
            field("guardian", &ConsentDetails::guardian)
                .up_to(120)
                .sealed(Mark::identity)
                .says("Of a minor: who answers for them."),
            field("guardian_agreed", &ConsentDetails::guardian_agreed),
            field("assented", &ConsentDetails::assented).says("The minor's own yes."),
            field("note", &ConsentDetails::note).up_to(1000).sealed(Mark::note));
    }
};

struct FileDetails {
    std::string description;
    std::optional<std::string> transcript;
    bool face = false;
    bool voice = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("description", &FileDetails::description)
                .up_to(500)
                .sealed(Mark::note)
                .sample(R"("Due mani che impastano il pane")")
                .says("What is to be seen or heard, for who does not see or hear it."),
            field("transcript", &FileDetails::transcript)
                .up_to(20'000)
                .sealed(Mark::note)
                .says("What is said in it, in writing."),
            field("face", &FileDetails::face).says("Somebody's face is in it.").sample("false"),
            field("voice", &FileDetails::voice).says("Somebody's voice is in it.").sample("false"));
    }
};

struct PublicationDetails {
    std::string channel;
    std::string territory;
    std::optional<std::string> place;
    std::optional<std::string> link;
    std::vector<std::string> media;
    bool named = false;
    bool face = false;
    bool voice = false;
    Date published_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("channel", &PublicationDetails::channel)
                .one_of("story_channel")
                .sample(R"("SITE")"),
            field("territory", &PublicationDetails::territory)
                .one_of("story_territory")
                .sample(R"("WORLD")"),
            field("place", &PublicationDetails::place)
                .up_to(200)
                .sealed(Mark::note)
                .says("The newspaper, the festival, the page."),
            field("link", &PublicationDetails::link).up_to(500).sealed(Mark::note),
            field("media", &PublicationDetails::media).one_of("story_medium").sample(R"(["TEXT"])"),
            field("named", &PublicationDetails::named).sample("false"),
            field("face", &PublicationDetails::face).sample("false"),
            field("voice", &PublicationDetails::voice).sample("false"),
            field("published_on", &PublicationDetails::published_on)
                .not_future()
                .sample(R"("2026-11-23")"));
    }
};

// ---- as they are shown

struct Consent : ConsentDetails {
    static constexpr const char* title = "StoryConsent";

    Id<Consent> id;
    std::optional<Date> withdrawn_on;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Consent::id)), ConsentDetails::fields(),
                              std::tuple(field("withdrawn_on", &Consent::withdrawn_on),
                                         field("cancelled", &Consent::cancelled)));
    }
};

struct File : FileDetails {
    static constexpr const char* title = "StoryFile";

    Id<File> id;
    std::string medium;
    std::int64_t bytes = 0;
    std::int64_t chunk_bytes = 0;
    std::vector<std::string> hashes; // empty texts where a chunk is missing
    std::optional<std::string> format;
    bool ready = false;
    bool cancelled = false;
    bool emptied = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &File::id),
                       field("medium", &File::medium).one_of("story_medium")),
            FileDetails::fields(),
            std::tuple(
                field("bytes", &File::bytes),
                field("chunk_bytes", &File::chunk_bytes).says("Of every chunk but the last."),
                field("hashes", &File::hashes)
                    .at_most(200)
                    .says("Of the chunks that are there, in their order; an empty text where one "
                          "is missing. Left out once the file was checked."),
                field("format", &File::format).one_of("story_file_format"),
                field("ready", &File::ready).says("Whole, checked and cleaned."),
                field("cancelled", &File::cancelled),
                field("emptied", &File::emptied).says("Its bytes are gone for good.")));
    }
};

struct Publication : PublicationDetails {
    static constexpr const char* title = "StoryPublication";

    Id<Publication> id;
    Id<Story> story;
    std::string story_title;
    std::optional<std::string> down_reason;
    std::optional<Instant> down_wanted_at;
    std::optional<Date> down_on;
    std::optional<std::string> down_note;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Publication::id), field("story", &Publication::story),
                       field("story_title", &Publication::story_title).sealed(Mark::note)),
            PublicationDetails::fields(),
            std::tuple(field("down_reason", &Publication::down_reason).one_of("take_down_reason"),
                       field("down_wanted_at", &Publication::down_wanted_at),
                       field("down_on", &Publication::down_on),
                       field("down_note", &Publication::down_note).sealed(Mark::note)));
    }
};

struct Story : StoryDetails {
    static constexpr const char* title = "Story";

    Id<Story> id;
    bool minor = false;
    bool teller_kept = false;
    std::string author_name;
    bool own = false;
    bool cancelled = false;
    bool erased = false;
    std::string consent_state;
    bool on_site = false;
    std::vector<Consent> consents;
    std::vector<File> files;
    std::vector<Publication> publications;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Story::id)), StoryDetails::fields(),
            std::tuple(field("minor", &Story::minor),
                       field("teller_kept", &Story::teller_kept)
                           .says("Who tells it is a minor: the équipe for minors alone knows who."),
                       field("author_name", &Story::author_name), field("own", &Story::own),
                       field("cancelled", &Story::cancelled),
                       field("erased", &Story::erased).says("Its words and files are gone."),
                       field("consent_state", &Story::consent_state).one_of("story_consent_state"),
                       field("on_site", &Story::on_site).says("Everybody reads it now."),
                       field("consents", &Story::consents), field("files", &Story::files),
                       field("publications", &Story::publications)));
    }
};

struct StoryLine {
    static constexpr const char* title = "StoryLine";

    Id<Story> id;
    std::string kind;
    std::string heading;
    Date told_on;
    std::string consent_state;
    bool on_site = false;
    int take_downs = 0;
    bool cancelled = false;
    bool readable = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StoryLine::id), field("kind", &StoryLine::kind).one_of("story_kind"),
            field("title", &StoryLine::heading).sealed(Mark::note),
            field("told_on", &StoryLine::told_on),
            field("consent_state", &StoryLine::consent_state).one_of("story_consent_state"),
            field("on_site", &StoryLine::on_site),
            field("take_downs", &StoryLine::take_downs).says("Still to be done."),
            field("cancelled", &StoryLine::cancelled),
            field("readable", &StoryLine::readable)
                .says("More of it may be read; else it is listed because everybody reads it."));
    }
};

struct StoryList {
    static constexpr const char* title = "StoryList";

    std::vector<StoryLine> items;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &StoryList::items).at_most(page_length),
                          field("next", &StoryList::next));
    }
};

struct TakeDownList {
    static constexpr const char* title = "TakeDownList";

    std::vector<Publication> items;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &TakeDownList::items).at_most(page_length),
                          field("next", &TakeDownList::next));
    }
};

} // namespace stories
