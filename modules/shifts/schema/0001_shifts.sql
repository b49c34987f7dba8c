-- SPDX-License-Identifier: EUPL-1.2
-- Around the contacts of an outing: where the unit plans to go, what it loads, what else it does.

create table shifts_stop (
    id TEXT not null primary key,
    team TEXT not null,
    day TEXT not null,
    band TEXT not null,
    district TEXT not null,
    place TEXT, -- sealed
    note TEXT,  -- sealed
    state TEXT not null check (state in ('planned', 'done', 'skipped')),
    planned_by TEXT not null,
    planned_by_name TEXT not null,
    planned_at BIGINT not null,
    cancelled_at BIGINT
);

create index shifts_stop_day on shifts_stop (day, team);

create table shifts_activity (
    id TEXT not null primary key,
    outing TEXT not null,
    task TEXT not null,
    what TEXT not null, -- sealed
    recorded_by TEXT not null,
    recorded_by_name TEXT not null,
    recorded_at BIGINT not null,
    cancelled_at BIGINT
);

create index shifts_activity_outing on shifts_activity (outing);

create table shifts_material (
    id TEXT not null primary key,
    outing TEXT not null,
    material TEXT not null,
    loaded BIGINT not null check (loaded >= 0),
    left_over BIGINT check (left_over >= 0 and left_over <= loaded)
);

create unique index shifts_material_one on shifts_material (outing, material);
