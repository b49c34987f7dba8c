-- SPDX-License-Identifier: EUPL-1.2
-- What the network alone holds of what comes up: which statements have been looked at, and the figures of each city
-- as they grow.

create table monitoring_check (
    statement TEXT not null primary key references monitoring_statement (id),
    at        BIGINT not null,
    findings  BIGINT not null check (findings >= 0)
);

create table monitoring_live (
    city       TEXT not null primary key,
    year       BIGINT not null,
    counted_at BIGINT not null
);

create table monitoring_live_value (
    city        TEXT not null references monitoring_live (city),
    place       BIGINT not null,
    indicator   TEXT not null,
    version     BIGINT not null,
    value       DOUBLE PRECISION,
    numerator   BIGINT,
    denominator BIGINT,
    p90         DOUBLE PRECISION,
    suppressed  SMALLINT not null check (suppressed in (0, 1)),
    primary key (city, place),
    check (suppressed = 0
           or (value is null and numerator is null and denominator is null and p90 is null))
);
