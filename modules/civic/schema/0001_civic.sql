-- SPDX-License-Identifier: EUPL-1.2
-- Work for a district, done together by migrants and residents: projects, their insurance, who
-- takes part, the days of work, pictures; and who takes part in councils and associations.

create table civic_project (
    id TEXT not null primary key,
    name TEXT not null,
    kind TEXT not null,
    district TEXT not null,
    place TEXT,
    proposer TEXT not null,
    proposer_name TEXT, -- of a group, never of a person
    aim TEXT,
    needed_hands BIGINT check (needed_hands > 0),
    agreement_on TEXT,
    agreement_until TEXT,
    agreement_number TEXT,
    result TEXT,
    result_on TEXT,
    ended_on TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT,

    check (agreement_until is null or agreement_until >= agreement_on),
    check ((result is null) = (result_on is null))
);

-- From when to when who works is covered, both days included.
create table civic_insurance (
    id TEXT not null primary key,
    project TEXT not null references civic_project (id),
    from_on TEXT not null,
    until_on TEXT not null,
    policy TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT,

    check (until_on >= from_on)
);

create index civic_insurance_project on civic_insurance (project);

create table civic_participant (
    id TEXT not null primary key,
    project TEXT not null references civic_project (id),
    kind TEXT not null check (kind in ('migrant', 'resident')),
    person TEXT,
    first_name TEXT, -- sealed; of a resident, and taken away after the end
    joined_on TEXT not null,
    left_on TEXT,
    left_by_end SMALLINT not null check (left_by_end in (0, 1)), -- not by themselves
    added_by TEXT not null,
    added_at BIGINT not null,
    cancelled_at BIGINT,

    -- Residents are counted: there is no registry of them.
    check ((kind = 'migrant') = (person is not null)),
    check (person is null or first_name is null),
    check (left_on is null or left_on >= joined_on),
    check (left_by_end = 0 or left_on is not null)
);

create index civic_participant_project on civic_participant (project);
create index civic_participant_person on civic_participant (person);

create table civic_day (
    id TEXT not null primary key,
    project TEXT not null references civic_project (id),
    day TEXT not null,
    begins TEXT,
    minutes BIGINT not null check (minutes between 15 and 720),
    what TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT
);

create index civic_day_project on civic_day (project, day);

-- One row for each day and participant. Without a state nothing is said of them.
create table civic_attendance (
    id TEXT not null primary key,
    day TEXT not null references civic_day (id),
    participant TEXT not null references civic_participant (id),
    state TEXT check (state in ('coming', 'worked', 'absent')),
    worked_on TEXT,
    minutes BIGINT check (minutes between 15 and 720),
    said_by TEXT not null,
    said_at BIGINT not null,

    check (coalesce(state, '') <> 'worked' or (minutes is not null and worked_on is not null)),
    check (coalesce(state, '') = 'worked' or (minutes is null and worked_on is null))
);

create unique index civic_attendance_once on civic_attendance (day, participant);
create index civic_attendance_participant on civic_attendance (participant);

create table civic_picture (
    id TEXT not null primary key,
    project TEXT not null references civic_project (id),
    moment TEXT not null check (moment in ('before', 'after')),
    taken_on TEXT not null,
    caption TEXT, -- sealed
    added_by TEXT not null,
    added_at BIGINT not null,
    cancelled_at BIGINT
);

create index civic_picture_project on civic_picture (project, taken_on);

create table civic_picture_content (
    id TEXT not null primary key references civic_picture (id),
    content TEXT not null -- sealed
);

create table civic_membership (
    id TEXT not null primary key,
    person TEXT not null,
    body TEXT not null,
    body_name TEXT, -- sealed: an association may tell what somebody believes
    part TEXT not null,
    since TEXT not null,
    until TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT,

    check (until is null or until >= since)
);

create index civic_membership_person on civic_membership (person, since);
