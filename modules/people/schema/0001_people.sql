-- SPDX-License-Identifier: EUPL-1.2
-- The person, the identifiers some office gave, and who is the same as whom.

create table people_person (
    id TEXT not null primary key,
    number BIGINT not null unique check (number > 0), -- shown as RM-000123
    -- The one at the end of the merges: the person itself when it was merged into nobody. What
    -- follows from people_merge is kept here, so that lists and facts need no walk along the links.
    canonical TEXT not null references people_person (id),

    given_name TEXT,  -- sealed, as all down to birth_date
    family_name TEXT,
    nickname TEXT,
    aliases TEXT,
    phone TEXT,
    notes TEXT,
    birth_date TEXT,

    gender TEXT not null,
    birth_year SMALLINT check (birth_year between 1900 and 2100),
    birth_month SMALLINT check (birth_month between 1 and 12),
    birth_year_estimated SMALLINT not null check (birth_year_estimated in (0, 1)),
    citizenship TEXT,
    languages TEXT,

    -- Told by the modules whose work it is: outreach, cases.
    first_contact_on TEXT,
    last_contact_on TEXT,
    engaged_on TEXT,
    case_state TEXT,

    made_by TEXT not null,
    made_on TEXT not null,
    created_at BIGINT not null,
    changed_at BIGINT not null,
    withdrawn_at BIGINT, -- added by mistake and taken back: nobody sees it, its number is not used again

    check (birth_month is null or birth_date is not null),
    check (first_contact_on <= last_contact_on)
);

create index people_person_canonical on people_person (canonical);

create table people_identifier (
    id TEXT not null primary key,
    person TEXT not null references people_person (id),
    kind TEXT not null,
    value TEXT not null, -- sealed
    expires_on TEXT,
    added_at BIGINT not null,
    removed_at BIGINT
);

create index people_identifier_person on people_identifier (person);

create table people_merge (
    id TEXT not null primary key,
    kept TEXT not null references people_person (id),
    duplicate TEXT not null references people_person (id),
    reason TEXT, -- sealed
    merged_by TEXT not null,
    merged_at BIGINT not null,
    undone_by TEXT,
    undone_at BIGINT,

    check (kept <> duplicate),
    check ((undone_by is null) = (undone_at is null))
);

-- A person is the same as one other at most, who may be the same as a third.
create unique index people_merge_one on people_merge (duplicate) where undone_at is null;
create index people_merge_kept on people_merge (kept);

-- Why a person counts as engaged, and since when: each cause is set and taken away by the module whose
-- work it is, and people_person.engaged_on is the earliest of them.
create table people_engagement (
    person TEXT not null references people_person (id),
    cause TEXT not null,
    day TEXT not null,
    primary key (person, cause)
);
