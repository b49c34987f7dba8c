// SPDX-License-Identifier: EUPL-1.2
#include "stories/rows.h"

#include "store/rows.h"

namespace stories {

namespace {

const store::Sql
    every_story("select " + store::columns<StoryRow>() +
                " from stories_story where $1 = '' or told_on < $1"
                " or (told_on = $1 and id < $2) order by told_on desc, id desc limit 50");

const store::Sql story_by_id("select " + store::columns<StoryRow>() +
                             " from stories_story where id = $1");

const store::Sql on_site("select " + store::columns<StoryRow>("s") +
                         " from stories_story s where s.cancelled_at is null and exists"
                         " (select 1 from stories_publication p where p.story = s.id"
                         " and p.channel = 'SITE' and p.down_on is null)"
                         " and ($1 = '' or s.told_on < $1 or (s.told_on = $1 and s.id < $2))"
                         " order by s.told_on desc, s.id desc limit 50");

const store::Sql consents("select " + store::columns<ConsentRow>() +
                          " from stories_consent where story = $1"
                          " order by answered_on desc, recorded_at desc, id desc");

const store::Sql consent_by_id("select " + store::columns<ConsentRow>() +
                               " from stories_consent where id = $1");

const store::Sql files("select " + store::columns<FileRow>() +
                       " from stories_file where story = $1 order by recorded_at, id");

const store::Sql file_by_id("select " + store::columns<FileRow>() +
                            " from stories_file where id = $1");

const store::Sql to_empty("select " + store::columns<FileRow>() +
                          " from stories_file where emptied_at is null"
                          " and ((checked_at is null and recorded_at < $1)"
                          " or (cancelled_at is not null and cancelled_at < $2))"
                          " order by recorded_at, id limit 50");

const store::Sql chunk_lines("select " + store::columns<ChunkLine>() +
                             " from stories_chunk where file = $1 order by number");

const store::Sql chunk_line("select " + store::columns<ChunkLine>() +
                            " from stories_chunk where file = $1 and number = $2");

const store::Sql chunk("select " + store::columns<ChunkRow>() +
                       " from stories_chunk where file = $1 and number = $2");

const store::Sql chunks_deleted("delete from stories_chunk where file = $1 and number >= $2");

const store::Sql publications("select " + store::columns<PublicationRow>() +
                              " from stories_publication where story = $1"
                              " order by published_on desc, recorded_at desc, id desc");

const store::Sql publication_by_id("select " + store::columns<PublicationRow>() +
                                   " from stories_publication where id = $1");

const store::Sql take_downs("select " + store::columns<PublicationRow>() +
                            " from stories_publication"
                            " where down_wanted_at is not null and down_on is null"
                            " and (down_wanted_at > $1 or (down_wanted_at = $1 and id > $2))"
                            " order by down_wanted_at, id limit 50");

const store::Sql all_held("select " + store::columns<PublicationRow>() +
                          " from stories_publication"
                          " where unheld_on is null and down_on is null"
                          " order by published_on, id");

std::vector<StoryRow> after_story(store::Transaction& transaction, const store::Sql& sql,
                                  const std::optional<StoryRow>& after)
{
    return store::read_rows<StoryRow>(transaction, sql,
                                      after ? to_string(after->told_on) : std::string(),
                                      after ? to_string(after->id) : std::string());
}

} // namespace

std::vector<StoryRow> list_rows(store::Transaction& transaction,
                                const std::optional<StoryRow>& after)
{
    return after_story(transaction, every_story, after);
}

std::optional<StoryRow> find_story(store::Transaction& transaction, const Id<Story>& id)
{
    return store::find_row<StoryRow>(transaction, story_by_id, id);
}

std::vector<StoryRow> stories_on_site(store::Transaction& transaction,
                                      const std::optional<StoryRow>& after)
{
    return after_story(transaction, on_site, after);
}

std::vector<ConsentRow> consents_of(store::Transaction& transaction, const Id<Story>& id)
{
    return store::read_rows<ConsentRow>(transaction, consents, id);
}

std::optional<ConsentRow> find_consent(store::Transaction& transaction, const Id<Consent>& id)
{
    return store::find_row<ConsentRow>(transaction, consent_by_id, id);
}

std::vector<FileRow> files_of(store::Transaction& transaction, const Id<Story>& id)
{
    return store::read_rows<FileRow>(transaction, files, id);
}

std::optional<FileRow> find_file(store::Transaction& transaction, const Id<File>& id)
{
    return store::find_row<FileRow>(transaction, file_by_id, id);
}

std::vector<FileRow> files_to_empty(store::Transaction& transaction, Instant begun,
                                    Instant cancelled)
{
    return store::read_rows<FileRow>(transaction, to_empty, begun, cancelled);
}

std::vector<ChunkLine> chunks_of(store::Transaction& transaction, const Id<File>& id)
{
    return store::read_rows<ChunkLine>(transaction, chunk_lines, id);
}

std::optional<ChunkLine> find_chunk_line(store::Transaction& transaction, const Id<File>& id,
                                         int number)
{
    return store::find_row<ChunkLine>(transaction, chunk_line, id, number);
}

std::optional<ChunkRow> find_chunk(store::Transaction& transaction, const Id<File>& id, int number)
{
    return store::find_row<ChunkRow>(transaction, chunk, id, number);
}

void delete_chunks(store::Transaction& transaction, const Id<File>& id, int number)
{
    transaction.execute(chunks_deleted, id, number);
}

std::vector<PublicationRow> publications_of(store::Transaction& transaction, const Id<Story>& id)
{
    return store::read_rows<PublicationRow>(transaction, publications, id);
}

std::optional<PublicationRow> find_publication(store::Transaction& transaction,
                                               const Id<Publication>& id)
{
    return store::find_row<PublicationRow>(transaction, publication_by_id, id);
}

std::vector<PublicationRow> open_take_downs(store::Transaction& transaction,
                                            const std::optional<PublicationRow>& after)
{
    return store::read_rows<PublicationRow>(transaction, take_downs,
                                            after ? *after->down_wanted_at : Instant{},
                                            after ? to_string(after->id) : std::string());
}

std::vector<PublicationRow> held(store::Transaction& transaction)
{
    return store::read_rows<PublicationRow>(transaction, all_held);
}

} // namespace stories
