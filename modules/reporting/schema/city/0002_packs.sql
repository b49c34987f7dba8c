-- SPDX-License-Identifier: EUPL-1.2
-- What is handed in of a quarter: the words beside its figures, and what stood there when it was
-- closed. What was closed is never changed: who reopens it says why, and closes it anew.

create table reporting_narrative (
    id TEXT not null primary key,
    project TEXT not null references reporting_project (id),
    period TEXT not null,
    progress TEXT,
    strengths TEXT,
    deviations TEXT,
    difficulties TEXT,
    staff_changes TEXT,
    networks TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    version BIGINT not null
);

create unique index reporting_narrative_once on reporting_narrative (project, period);

create table reporting_closing (
    id TEXT not null primary key,
    project TEXT not null references reporting_project (id),
    period TEXT not null,
    number BIGINT not null check (number > 0),
    content TEXT not null, -- the pack as it stood, as JSON
    hash TEXT not null, -- BLAKE2b-256 of it
    closed_by TEXT not null,
    closed_at BIGINT not null,
    reason TEXT, -- why it was reopened
    reopened_by TEXT,
    reopened_at BIGINT,

    check ((reason is null) = (reopened_at is null))
);

create unique index reporting_closing_number on reporting_closing (project, period, number);
create unique index reporting_closing_standing on reporting_closing (project, period)
where reopened_at is null;
