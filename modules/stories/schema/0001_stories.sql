-- SPDX-License-Identifier: EUPL-1.2
-- Stories that persons tell of themselves, what they agreed to, and where it was published.
-- No column names a person or a case of the register, and none may: see README.md.

create table stories_story (
    id TEXT not null primary key,
    kind TEXT not null,
    title TEXT not null, -- sealed
    words TEXT,          -- sealed
    language TEXT not null,
    teller TEXT,         -- sealed
    contact TEXT,        -- sealed
    pseudonym TEXT,      -- sealed
    minor SMALLINT not null check (minor in (0, 1)),
    told_on TEXT not null,
    author TEXT not null,
    recorded_at BIGINT not null,
    changed_at BIGINT,
    cancelled_at BIGINT,
    erased_at BIGINT,

    check (erased_at is null or cancelled_at is not null)
);

create index stories_story_told on stories_story (told_on, id);

-- What was answered, each time somebody was asked. The state of a consent is worked out from
-- these days.
create table stories_consent (
    id TEXT not null primary key,
    story TEXT not null references stories_story (id),
    answer TEXT not null,
    answered_on TEXT not null,
    media TEXT,
    channels TEXT,
    territory TEXT,
    ends_on TEXT,
    named SMALLINT not null check (named in (0, 1)),
    face SMALLINT not null check (face in (0, 1)),
    voice SMALLINT not null check (voice in (0, 1)),
    guardian TEXT, -- sealed
    guardian_agreed SMALLINT check (guardian_agreed in (0, 1)),
    assented SMALLINT check (assented in (0, 1)),
    note TEXT,     -- sealed
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    withdrawn_on TEXT,
    withdrawn_at BIGINT,
    withdrawn_by TEXT,
    cancelled_at BIGINT,

    check (answer <> 'GIVEN'
           or (media is not null and channels is not null and territory is not null)),
    check ((withdrawn_on is null) = (withdrawn_at is null)),
    check ((withdrawn_on is null) = (withdrawn_by is null))
);

create index stories_consent_story on stories_consent (story, recorded_at);

create table stories_file (
    id TEXT not null primary key,
    story TEXT not null references stories_story (id),
    medium TEXT not null,
    description TEXT not null, -- sealed
    transcript TEXT,           -- sealed
    face SMALLINT not null check (face in (0, 1)),
    voice SMALLINT not null check (voice in (0, 1)),
    bytes BIGINT not null check (bytes > 0),
    format TEXT,
    checked_at BIGINT,
    author TEXT not null,
    recorded_at BIGINT not null,
    cancelled_at BIGINT,
    emptied_at BIGINT,

    check ((format is null) = (checked_at is null))
);

create index stories_file_story on stories_file (story, recorded_at);

-- A file in pieces of at most 512 KiB, as they come, in any order.
create table stories_chunk (
    id TEXT not null primary key, -- made of the file and the number
    file TEXT not null references stories_file (id),
    number BIGINT not null check (number >= 0),
    bytes BIGINT not null check (bytes > 0),
    hash TEXT not null,
    content TEXT not null -- sealed
);

create unique index stories_chunk_file on stories_chunk (file, number);

-- A place where a story was published, and how it comes down from there again.
create table stories_publication (
    id TEXT not null primary key,
    story TEXT not null references stories_story (id),
    consent TEXT references stories_consent (id), -- on which it rests; none: it was found out there
    channel TEXT not null,
    territory TEXT not null,
    place TEXT, -- sealed
    link TEXT,  -- sealed
    media TEXT not null,
    named SMALLINT not null check (named in (0, 1)),
    face SMALLINT not null check (face in (0, 1)),
    voice SMALLINT not null check (voice in (0, 1)),
    published_on TEXT not null,
    published_by TEXT not null,
    recorded_at BIGINT not null,
    down_reason TEXT,
    down_wanted_at BIGINT,
    down_on TEXT,
    down_at BIGINT,
    down_by TEXT,
    down_note TEXT, -- sealed

    check ((down_reason is null) = (down_wanted_at is null)),
    check (down_on is null or down_wanted_at is not null)
);

create index stories_publication_story on stories_publication (story, published_on);
create index stories_publication_wanted on stories_publication (down_wanted_at, down_on);
