-- SPDX-License-Identifier: EUPL-1.2
-- The reception of a one stop shop: its sites, who comes, and which colleagues are in.

create table desk_site (
    id TEXT not null primary key,
    name TEXT not null,
    address TEXT,
    rooms TEXT,
    changed_by TEXT not null,
    changed_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT
);

create table desk_opening (
    id TEXT not null primary key,
    site TEXT not null references desk_site (id),
    weekday BIGINT not null check (weekday between 1 and 7),
    opens TEXT not null,
    closes TEXT not null
);

create index desk_opening_site on desk_opening (site);

create table desk_visit (
    id TEXT not null primary key,
    site TEXT not null references desk_site (id),
    day TEXT not null,
    number BIGINT check (number > 0),
    kind TEXT not null check (kind in ('ticket', 'appointment', 'info')),
    state TEXT not null check (state in ('expected', 'waiting', 'called', 'ended')),
    person TEXT,
    nickname TEXT, -- sealed
    language TEXT,
    need TEXT,
    with_whom TEXT,
    appointment_at BIGINT,
    note TEXT, -- sealed
    room TEXT,
    called_by TEXT,
    outcome TEXT,
    booked_by TEXT not null,
    booked_at BIGINT not null,
    arrived_at BIGINT,
    called_at BIGINT,
    ended_at BIGINT,
    minutes_waited BIGINT check (minutes_waited >= 0),
    version BIGINT not null,
    cancelled_at BIGINT,

    check ((kind = 'appointment') = (appointment_at is not null)),
    check (state not in ('waiting', 'called') or (number is not null and arrived_at is not null)),
    check ((state = 'called') = (called_at is not null) or state = 'ended'),
    check ((state = 'ended') = (ended_at is not null)),
    check ((state = 'ended') = (outcome is not null)),
    -- Who only asked something is counted: nothing here says who it was.
    check (kind <> 'info' or (person is null and nickname is null and note is null))
);

-- A number is given once: also the number of a visit that was cancelled stays taken.
create unique index desk_visit_number on desk_visit (site, day, number);
create index desk_visit_person on desk_visit (person, day);

create table desk_presence (
    id TEXT not null primary key,
    site TEXT not null references desk_site (id),
    account TEXT not null,
    day TEXT not null,
    came_at BIGINT not null,
    left_at BIGINT,
    version BIGINT not null
);

create unique index desk_presence_once on desk_presence (site, day, account);
create index desk_presence_account on desk_presence (account, day);
