-- SPDX-License-Identifier: EUPL-1.2
-- Screenings, what they found, and the early warnings that this raised.

create table screening_screening (
    id TEXT not null primary key,
    person TEXT not null,
    contact TEXT,
    day TEXT not null,
    note TEXT, -- sealed
    recorded_by TEXT not null,
    recorded_by_name TEXT not null,
    recorded_at BIGINT not null,
    changed_at BIGINT not null,
    cancelled_at BIGINT
);

create index screening_screening_person on screening_screening (person, day);

create table screening_finding (
    id TEXT not null primary key,
    screening TEXT not null references screening_screening (id),
    circumstance TEXT not null, -- sealed
    severity TEXT not null check (severity in ('low', 'medium', 'high')),
    source TEXT not null
);

create index screening_finding_screening on screening_finding (screening);

create table screening_warning (
    id TEXT not null primary key,
    person TEXT not null,
    screening TEXT not null references screening_screening (id),
    rule TEXT not null, -- sealed: it may say what a person suffers from
    rule_version BIGINT not null,
    circumstances TEXT, -- sealed
    restricted SMALLINT not null check (restricted in (0, 1)), -- 1: by circumstances that few may read
    priority TEXT not null,
    raised_on TEXT not null,
    raised_at BIGINT not null,
    due_at BIGINT not null,
    answer TEXT,
    note TEXT, -- sealed
    answered_by TEXT,
    answered_by_name TEXT,
    answered_at BIGINT,
    withdrawn_at BIGINT,

    check ((answer is null) = (answered_at is null)),
    check ((answered_by is null) = (answered_at is null)),
    check (answered_at is null or withdrawn_at is null)
);

create index screening_warning_person on screening_warning (person);
create index screening_warning_open on screening_warning (due_at)
    where answered_at is null and withdrawn_at is null;
