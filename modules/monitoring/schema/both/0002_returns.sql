-- SPDX-License-Identifier: EUPL-1.2
-- A statement says more: four parts of a narrative, a score of its data, by which definitions it was counted,
-- why an earlier version was reopened, and who signed it. Those of before keep form 1, of which their hash is made.

alter table monitoring_statement add column form BIGINT not null default 1;
alter table monitoring_statement add column progress TEXT;
alter table monitoring_statement add column deviations TEXT;
alter table monitoring_statement add column problems TEXT;
alter table monitoring_statement add column networks TEXT;
alter table monitoring_statement add column release BIGINT;
alter table monitoring_statement add column reopened_because TEXT;
alter table monitoring_statement add column quality BIGINT;
alter table monitoring_statement add column completeness BIGINT;
alter table monitoring_statement add column unremarked BIGINT;
alter table monitoring_statement add column punctuality BIGINT;
alter table monitoring_statement add column late_days BIGINT;
alter table monitoring_statement add column public_key TEXT;
alter table monitoring_statement add column signature TEXT;

-- What the network and a city write to each other about a return: questions and answers, reminders, the reopening of a
-- statement and its acceptance. Rows are only ever added, on the side that writes, and copied to the other; what was
-- written by mistake is taken back by another row. delivered_at alone is noted later, where it was written.
create table monitoring_entry (
    id           TEXT not null primary key,
    kind         TEXT not null check (kind in ('question', 'reply', 'closing', 'reminder', 'reopening',
                                               'acceptance', 'taking_back')),
    side         TEXT not null check (side in ('city', 'network')),
    city         TEXT not null,
    period       TEXT not null,
    thread       TEXT, -- of a question and what follows it: the question
    statement    TEXT,
    indicator    TEXT,
    finding      TEXT, -- of a question that a check asks, what it found
    timeframe    TEXT,
    breakdown    TEXT,
    cell         TEXT,
    value        DOUBLE PRECISION,
    low          DOUBLE PRECISION,
    high         DOUBLE PRECISION,
    other        TEXT,
    reason       TEXT,
    words        TEXT,
    undoes       TEXT,
    author       TEXT, -- none: the program itself
    author_name  TEXT,
    written_at   BIGINT not null,
    delivered_at BIGINT
);

create index monitoring_entry_of on monitoring_entry (city, period);
create index monitoring_entry_thread on monitoring_entry (thread);
