-- SPDX-License-Identifier: EUPL-1.2
-- Statements: the values of a city for a period, frozen. The same rows stand in the city that submits
-- them and, when they have arrived, in the network's store, which holds nothing else of a city. Rows are
-- only ever added; received_at alone is noted later, in the city.

create table monitoring_statement (
    id                TEXT NOT NULL PRIMARY KEY,
    city              TEXT NOT NULL,
    period            TEXT NOT NULL,
    version           BIGINT NOT NULL CHECK (version >= 1),
    submitted_at      BIGINT NOT NULL,
    submitted_by      TEXT NOT NULL,
    submitted_by_name TEXT NOT NULL,
    narrative         TEXT,
    journal_sequence  BIGINT NOT NULL,
    journal_hash      TEXT NOT NULL,
    hash              TEXT NOT NULL,
    received_at       BIGINT,
    UNIQUE (city, period, version)
);

create index monitoring_statement_by_time on monitoring_statement (submitted_at, id);

create table monitoring_value (
    statement   TEXT NOT NULL REFERENCES monitoring_statement (id),
    place       BIGINT NOT NULL,
    indicator   TEXT NOT NULL,
    version     BIGINT NOT NULL,
    timeframe   TEXT NOT NULL CHECK (timeframe in ('period', 'year_to_date')),
    breakdown   TEXT NOT NULL,
    cell        TEXT NOT NULL,
    value       DOUBLE PRECISION,
    numerator   BIGINT,
    denominator BIGINT,
    p90         DOUBLE PRECISION,
    suppressed  SMALLINT NOT NULL CHECK (suppressed in (0, 1)),
    PRIMARY KEY (statement, place),
    -- What is suppressed is not there at all.
    CHECK (suppressed = 0
           or (value is null and numerator is null and denominator is null and p90 is null))
);

create table monitoring_left_out (
    statement TEXT NOT NULL REFERENCES monitoring_statement (id),
    place     BIGINT NOT NULL,
    indicator TEXT NOT NULL,
    reason    TEXT NOT NULL,
    count     BIGINT NOT NULL CHECK (count > 0),
    counted   SMALLINT NOT NULL CHECK (counted in (0, 1)),
    PRIMARY KEY (statement, place)
);
