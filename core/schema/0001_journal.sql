-- SPDX-License-Identifier: EUPL-1.2
-- The journal: append-only, each line chained to the one before (core/journal.h).
create table core_journal (
    sequence bigint not null primary key check (sequence > 0),
    at bigint not null,
    actor text not null,
    act text not null,
    thing text not null,
    person text not null,
    purpose text not null,
    outcome text not null,
    previous text not null,
    hash text not null
);

create index core_journal_person on core_journal (person) where person <> '';

-- What was answered to an act that made something, so that the same request, sent again by a phone that
-- never saw the answer, is answered the same and changes nothing. The answer is sealed.
create table core_receipt (
    act text not null,
    id text not null,
    actor text not null,
    input text not null,
    answer text not null,
    at bigint not null,
    primary key (act, id)
);

create index core_receipt_at on core_receipt (at);
