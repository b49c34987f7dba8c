-- SPDX-License-Identifier: EUPL-1.2
-- Workshops and courses: who runs them, when they meet, who is enrolled, who was there, what came of it.

create table workshops_workshop (
    id TEXT not null primary key,
    kind TEXT not null,
    name TEXT not null,
    run_by TEXT not null,
    place TEXT not null,
    room TEXT,
    district TEXT not null,
    seats BIGINT not null check (seats between 1 and 500),
    changed_by TEXT not null,
    changed_at BIGINT not null,
    version BIGINT not null,
    closed_at BIGINT
);

create table workshops_leader (
    id TEXT not null primary key,
    workshop TEXT not null references workshops_workshop (id),
    account TEXT not null
);

create unique index workshops_leader_once on workshops_leader (workshop, account);
create index workshops_leader_account on workshops_leader (account);

create table workshops_session (
    id TEXT not null primary key,
    workshop TEXT not null references workshops_workshop (id),
    begins_at BIGINT not null,
    day TEXT not null,
    minutes BIGINT not null check (minutes between 1 and 1440),
    room TEXT,
    topic TEXT,
    changed_by TEXT not null,
    changed_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT
);

create index workshops_session_workshop on workshops_session (workshop, begins_at);

create table workshops_enrolment (
    id TEXT not null primary key,
    workshop TEXT not null references workshops_workshop (id),
    person TEXT not null,
    called TEXT not null, -- sealed
    state TEXT not null check (state in ('waiting', 'enrolled', 'left')),
    asked_at BIGINT not null,
    enrolled_on TEXT,
    left_on TEXT,
    entry_level TEXT,
    exit_level TEXT,
    exit_on TEXT,
    enrolled_by TEXT not null,
    version BIGINT not null,
    cancelled_at BIGINT,

    check ((state = 'left') = (left_on is not null)),
    check (state <> 'enrolled' or enrolled_on is not null),
    check ((exit_level is null) = (exit_on is null))
);

-- Nobody stands twice in the list of one workshop.
create unique index workshops_enrolment_once on workshops_enrolment (workshop, person)
    where cancelled_at is null;
create index workshops_enrolment_person on workshops_enrolment (person);

create table workshops_attendance (
    id TEXT not null primary key,
    session TEXT not null references workshops_session (id),
    enrolment TEXT not null references workshops_enrolment (id),
    day TEXT not null,
    mark TEXT not null check (mark in ('present', 'absent', 'open')),
    minutes BIGINT not null check (minutes between 0 and 1440),
    marked_by TEXT not null,
    marked_at BIGINT not null,
    version BIGINT not null,

    check ((mark = 'present') = (minutes > 0))
);

-- Whoever is tapped twice is there once.
create unique index workshops_attendance_once on workshops_attendance (session, enrolment);
create index workshops_attendance_enrolment on workshops_attendance (enrolment);

-- The signed sheet of a session, as a photo drawn anew.
create table workshops_sheet (
    id TEXT not null primary key,
    session TEXT not null references workshops_session (id),
    content TEXT not null, -- sealed
    added_by TEXT not null,
    added_at BIGINT not null,
    cancelled_at BIGINT
);

create index workshops_sheet_session on workshops_sheet (session);

-- The end questionnaire. Nothing here says whose answer it is: no person, no account, no hour.
create table workshops_answer (
    id TEXT not null primary key,
    workshop TEXT not null references workshops_workshop (id),
    day TEXT not null,
    helpful BIGINT not null check (helpful between 1 and 5),
    welcome BIGINT not null check (welcome between 1 and 5),
    again BIGINT not null check (again between 1 and 5),
    cancelled_at BIGINT
);

create index workshops_answer_workshop on workshops_answer (workshop);

create table workshops_work (
    id TEXT not null primary key,
    workshop TEXT not null references workshops_workshop (id),
    kind TEXT not null,
    name TEXT not null,
    day TEXT not null,
    partner TEXT,
    partner_kind TEXT,
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    cancelled_at BIGINT,

    check ((partner is null) = (partner_kind is null))
);

create index workshops_work_workshop on workshops_work (workshop, day);
