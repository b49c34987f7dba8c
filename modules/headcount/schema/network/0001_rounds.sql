-- SPDX-License-Identifier: EUPL-1.2
-- Rounds in which persons are counted once across cities. Neither keys nor encodings stand here, nor anywhere but
-- in memory: only numbers.

create table headcount_round (
    id text not null primary key,
    period_from text not null,
    period_until text not null,
    answer_by text not null,
    noise smallint not null check (noise in (0, 1)),
    state text not null check (state in ('open', 'counting', 'counted', 'broken_off')),
    attempt bigint not null, -- each begins with new keys
    changes bigint not null, -- how often it has become what cities have not heard yet
    opened_by text not null,
    opened_at bigint not null,
    counting_at bigint,
    ended_at bigint,
    destroyed_at bigint,     -- keys and encodings, wherever they were
    persons bigint,
    low bigint,
    high bigint,
    sum_of_cities bigint,
    not_taking_part bigint,
    links bigint,
    recall_percent bigint,
    mistaken bigint,
    measured_on bigint,

    check (period_from <= period_until),
    check ((state in ('counted', 'broken_off')) = (ended_at is not null)),
    check ((state = 'counted') = (persons is not null)),
    check (persons is null or (low <= persons and persons <= high and high <= sum_of_cities))
);

create index headcount_round_order on headcount_round (opened_at, id);
-- One at a time: who is compared in two rounds at once could be compared between them.
create unique index headcount_round_one on headcount_round (state) where state = 'counting';

create table headcount_answer (
    id text not null primary key,
    round text not null,
    city text not null,
    takes_part smallint not null check (takes_part in (0, 1)),
    answered_at bigint not null,
    arrived_attempt bigint not null, -- of the round, whose encodings are there
    persons bigint,                  -- of the city, when it was counted
    evaluated bigint,                -- what the key servers worked out for it
    unique (round, city)
);

-- What each city has been told of a round: up to which of its changes.
create table headcount_told (
    id text not null primary key,
    round text not null,
    city text not null,
    changes bigint not null,
    unique (round, city)
);

-- Persons known to both of two cities, from eleven on.
create table headcount_pair (
    id text not null primary key,
    round text not null,
    city text not null,
    other_city text not null,
    links bigint not null check (links >= 11)
);

create index headcount_pair_round on headcount_pair (round);
