-- SPDX-License-Identifier: EUPL-1.2
-- Rounds that the direction has opened, as this city knows them; and who does not want to be compared.

create table headcount_invitation (
    id text not null primary key, -- of the round
    period_from text not null,
    period_until text not null,
    answer_by text not null,
    state text not null check (state in ('open', 'counting', 'counted', 'broken_off')),
    attempt bigint not null,
    opened_at bigint not null,
    takes_part smallint check (takes_part in (0, 1)),
    answered_by text,
    answered_at bigint,
    sent_attempt bigint not null, -- of the round, with whose keys encodings were made
    sent_persons bigint,
    sent_encodings bigint,
    sent_at bigint,
    destroyed_at bigint, -- encodings and keys
    persons bigint,      -- in all cities, when it was counted
    low bigint,
    high bigint
);

create index headcount_invitation_order on headcount_invitation (opened_at, id);

create table headcount_left_out (
    id text not null primary key,
    person text not null,
    asked_by text not null,
    asked_at bigint not null,
    ended_at bigint
);

create unique index headcount_left_out_person on headcount_left_out (person) where ended_at is null;
