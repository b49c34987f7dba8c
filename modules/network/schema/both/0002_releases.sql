-- SPDX-License-Identifier: EUPL-1.2
-- Releases of the catalogue: in the network's store those that it has published, in a city's those that have come.

create table network_release (
    id TEXT not null primary key,
    number BIGINT not null unique,
    notes TEXT not null,
    files TEXT not null, -- JSON
    published_at BIGINT not null,
    published_by_name TEXT not null,
    signature TEXT not null
);

create table network_taken (
    id TEXT not null primary key,
    slug TEXT not null,
    release TEXT not null,
    number BIGINT not null,
    taken_at BIGINT not null,
    taken_by_name TEXT not null,
    unique (slug, number)
);
