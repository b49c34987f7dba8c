-- SPDX-License-Identifier: EUPL-1.2
-- A stop may have an hour, says why it was skipped, and tells a visit on which nobody was met from one on
-- which somebody was. The table is made anew, because its rule on states has grown.
drop index shifts_stop_day;
alter table shifts_stop rename to shifts_stop_before;

create table shifts_stop (
    id TEXT not null primary key,
    team TEXT not null,
    day TEXT not null,
    band TEXT not null,
    at TEXT, -- 21:30
    district TEXT not null,
    place TEXT, -- sealed
    note TEXT,  -- sealed
    report TEXT, -- that it goes to
    state TEXT not null check (state in ('planned', 'done', 'nobody', 'skipped')),
    skip_reason TEXT,
    planned_by TEXT not null,
    planned_by_name TEXT not null,
    planned_at BIGINT not null,
    marked_by_name TEXT,
    marked_at BIGINT,
    cancelled_at BIGINT,

    check (skip_reason is null or state = 'skipped')
);

insert into shifts_stop (id, team, day, band, district, place, note, state, planned_by, planned_by_name,
    planned_at, cancelled_at)
select id, team, day, band, district, place, note, state, planned_by, planned_by_name, planned_at, cancelled_at
from shifts_stop_before;

drop table shifts_stop_before;

create index shifts_stop_day on shifts_stop (day, team);
