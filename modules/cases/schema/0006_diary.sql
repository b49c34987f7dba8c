-- SPDX-License-Identifier: EUPL-1.2
-- The diary of a case: notes, which a profession may keep to itself, and appointments.

create table cases_note (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    day TEXT not null, -- of `at`, on the wall in Italy
    at BIGINT not null,
    words TEXT not null, -- sealed
    kept_to TEXT not null check (kept_to in ('everybody', 'profession')),
    profession TEXT, -- of the author, when it was written
    author TEXT not null,
    recorded_at BIGINT not null,
    changed_at BIGINT,
    cancelled_at BIGINT,

    check (kept_to = 'everybody' or profession is not null)
);

create index cases_note_case on cases_note (case_id, day);

create table cases_appointment (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    at BIGINT not null,
    minutes BIGINT not null check (minutes > 0),
    place TEXT,         -- sealed: it may tell who the person is
    what TEXT not null, -- sealed
    colleague TEXT not null,
    outcome TEXT,
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    cancelled_at BIGINT
);

create index cases_appointment_case on cases_appointment (case_id, at);
create index cases_appointment_colleague on cases_appointment (colleague, at);
