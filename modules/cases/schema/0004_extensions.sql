-- SPDX-License-Identifier: EUPL-1.2
-- A temporary case goes on longer than was planned: each time is a row that says why. One that was a mistake is undone.

create table cases_extension (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    from_on TEXT not null, -- the end before
    to_on TEXT not null,   -- and the new one
    reason TEXT not null,  -- sealed: it may say that somebody is ill
    note TEXT,             -- sealed
    extended_by TEXT not null,
    extended_on TEXT not null,
    extended_at BIGINT not null,
    undone_at BIGINT,

    check (to_on > from_on)
);

create index cases_extension_case on cases_extension (case_id, extended_at);
