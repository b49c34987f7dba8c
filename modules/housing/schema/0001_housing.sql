-- SPDX-License-Identifier: EUPL-1.2
-- Places to live and their beds, who asks for one, who lives there and who will.

create table housing_place (
    id TEXT not null primary key,
    name TEXT not null,
    kind TEXT not null,
    district TEXT not null,
    address TEXT,
    address_kept SMALLINT not null check (address_kept in (0, 1)),
    run_by TEXT,
    living TEXT, -- a code of ethos: what living here is
    guests TEXT not null check (guests in ('ANY', 'WOMEN', 'MEN')),
    age_min BIGINT check (age_min between 0 and 120),
    age_max BIGINT check (age_max between 0 and 120),
    families SMALLINT not null check (families in (0, 1)),
    pets SMALLINT not null check (pets in (0, 1)),
    rules TEXT,
    changed_by TEXT not null,
    changed_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT,

    check (age_min is null or age_max is null or age_min <= age_max)
);

create table housing_bed (
    id TEXT not null primary key,
    place TEXT not null references housing_place (id),
    flat TEXT,
    room TEXT not null,
    name TEXT not null,
    step_free SMALLINT not null check (step_free in (0, 1)),
    added_on TEXT not null,
    removed_on TEXT,
    changed_by TEXT not null,
    changed_at BIGINT not null,
    version BIGINT not null,

    check (removed_on is null or removed_on >= added_on)
);

create index housing_bed_place on housing_bed (place);

-- Nights in which nobody may sleep in a bed.
create table housing_closing (
    id TEXT not null primary key,
    bed TEXT not null references housing_bed (id),
    reason TEXT not null,
    from_on TEXT not null,
    until TEXT, -- the first night that it is used again
    closed_by TEXT not null,
    closed_at BIGINT not null,
    cancelled_at BIGINT,

    check (until is null or until > from_on)
);

create index housing_closing_bed on housing_closing (bed);

create table housing_request (
    id TEXT not null primary key,
    person TEXT not null,
    case_id TEXT,
    state TEXT not null check (state in ('open', 'placed', 'declined')),
    kind TEXT,
    from_on TEXT not null,
    people BIGINT not null check (people between 1 and 20),
    children SMALLINT not null check (children in (0, 1)),
    pet SMALLINT not null check (pet in (0, 1)),
    step_free SMALLINT not null check (step_free in (0, 1)),
    note TEXT, -- sealed
    asked_by TEXT not null,
    asked_on TEXT not null,
    reason TEXT,
    answer_note TEXT, -- sealed
    answered_by TEXT,
    answered_on TEXT,
    version BIGINT not null,
    cancelled_at BIGINT,

    check ((state = 'declined') = (reason is not null)),
    check ((state = 'open') = (answered_on is null))
);

create index housing_request_person on housing_request (person);

create table housing_stay (
    id TEXT not null primary key,
    bed TEXT not null references housing_bed (id),
    person TEXT not null,
    request TEXT references housing_request (id),
    case_id TEXT,
    state TEXT not null check (state in ('promised', 'running', 'ended')),
    from_on TEXT not null,
    until TEXT not null, -- the first night that the bed is somebody else's
    arrived_on TEXT,
    ended_on TEXT,
    reason TEXT,
    living_before TEXT, -- codes of ethos
    living_after TEXT,
    living_later TEXT,
    later_on TEXT,
    lost SMALLINT not null check (lost in (0, 1)),
    exception TEXT, -- sealed
    note TEXT, -- sealed
    agreement TEXT,
    signed_on TEXT,
    opened_by TEXT not null,
    opened_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT,

    check (until > from_on),
    check (state <> 'running' or arrived_on is not null),
    check ((state = 'ended') = (ended_on is not null)),
    check ((state = 'ended') = (reason is not null)),
    check (ended_on is null or ended_on >= from_on),
    check (living_later is null or lost = 0),
    check ((later_on is null) = (living_later is null and lost = 0)),
    check ((agreement is null) = (signed_on is null))
);

create index housing_stay_person on housing_stay (person);
create index housing_stay_bed on housing_stay (bed, from_on);

-- Two people are never in one bed, and nobody in two: whatever the program believes, the schema
-- does not take it.
create unique index housing_stay_in_bed on housing_stay (bed)
    where state = 'running' and cancelled_at is null;
create unique index housing_stay_of_person on housing_stay (person)
    where state = 'running' and cancelled_at is null;

-- Each night of each bed that is given to somebody, once.
create table housing_night (
    bed TEXT not null references housing_bed (id),
    night TEXT not null,
    stay TEXT not null references housing_stay (id),
    primary key (bed, night)
);

create index housing_night_stay on housing_night (stay);
