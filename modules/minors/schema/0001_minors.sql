-- SPDX-License-Identifier: EUPL-1.2
-- The files of the équipe for minors, what was done, and the clocks that follow from both.

create table minors_file (
    id TEXT not null primary key,
    person TEXT not null,
    found_on TEXT not null,
    unaccompanied SMALLINT not null check (unaccompanied in (0, 1)),
    age_doubted_on TEXT,
    guardian_name TEXT,  -- sealed
    guardian_phone TEXT, -- sealed
    guardian_kind TEXT,
    note TEXT,           -- sealed
    source TEXT,
    condition TEXT,         -- sealed
    living_place TEXT,      -- sealed
    school TEXT,            -- sealed
    work TEXT,              -- sealed
    disabled SMALLINT check (disabled in (0, 1)),
    disability TEXT,        -- sealed
    family TEXT,            -- sealed
    assessment TEXT,        -- sealed
    family_assessment TEXT, -- sealed
    measure TEXT,           -- sealed
    measure_on TEXT,
    measure_authority TEXT,
    parents_authority TEXT, -- sealed
    residence_country TEXT,
    residence_region TEXT,
    benefits TEXT,
    opened_by TEXT not null,
    opened_at BIGINT not null,
    opened_on TEXT not null,
    closed_by TEXT,
    closed_on TEXT,
    closure_reason TEXT,
    closure_situation TEXT,
    released SMALLINT not null default 0 check (released in (0, 1)),
    exportable SMALLINT not null default 0 check (exportable in (0, 1)),
    version BIGINT not null,

    check ((closed_on is null) = (closure_reason is null)),
    check (released = 0 or closed_on is not null)
);

-- A minor has one open file.
create unique index minors_file_open on minors_file (person) where closed_on is null;
create index minors_file_person on minors_file (person, opened_at);

create table minors_step (
    id TEXT not null primary key,
    file TEXT not null references minors_file (id),
    what TEXT not null,
    done_on TEXT not null,
    took_part TEXT,
    heard SMALLINT check (heard in (0, 1)),
    words TEXT, -- sealed
    review_on TEXT,
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    undone_by TEXT,
    undone_at BIGINT,

    check ((undone_by is null) = (undone_at is null))
);

create index minors_step_file on minors_step (file, done_on);

-- What follows: written again whenever the file, its steps, the birthday or a term changes.
create table minors_deadline (
    id TEXT not null primary key,
    file TEXT not null references minors_file (id),
    what TEXT not null,
    due_on TEXT not null,
    done_on TEXT,
    reminded_at BIGINT
);

create unique index minors_deadline_file on minors_deadline (file, what);

-- The terms that a city has set for itself; the others are the network's.
create table minors_term (
    id TEXT not null primary key,
    what TEXT not null unique,
    days BIGINT not null,
    set_by TEXT not null,
    set_at BIGINT not null
);
