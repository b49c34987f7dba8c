-- SPDX-License-Identifier: EUPL-1.2
-- Official codes that a city's administrator writes, since nobody could check them here: of
-- benefits (SIUSS, CodicePrestazione) and of countries (ISTAT, three digits).

create table reporting_benefit (
    id TEXT not null primary key,
    intervention TEXT not null unique,
    benefit TEXT not null,
    name TEXT not null,
    means_test TEXT not null,
    nature TEXT,
    area TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT
);

create table reporting_country (
    id TEXT not null primary key,
    country TEXT not null unique,
    istat TEXT not null,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT
);
