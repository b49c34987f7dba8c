-- SPDX-License-Identifier: EUPL-1.2
-- Which columns the file of persons has: each edition whole, the last one that stands in force.

create table reporting_mapping (
    id TEXT not null primary key,
    number BIGINT not null unique,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT
);

create table reporting_column (
    id TEXT not null primary key,
    mapping TEXT not null references reporting_mapping (id),
    position BIGINT not null,
    name TEXT not null,
    source TEXT not null,
    constant TEXT,
    required SMALLINT not null check (required in (0, 1))
);

create unique index reporting_column_place on reporting_column (mapping, position);

-- What a code of ours is called in that column.
create table reporting_code (
    id TEXT not null primary key,
    of_column TEXT not null references reporting_column (id),
    code TEXT not null,
    value TEXT not null
);

create unique index reporting_code_once on reporting_code (of_column, code);
