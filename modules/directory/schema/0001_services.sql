-- SPDX-License-Identifier: EUPL-1.2
-- The services of the territory. Nothing here is about a person.

create table directory_service (
    id TEXT not null primary key,
    name TEXT not null,
    organisation TEXT not null,
    kind TEXT not null,
    status TEXT not null,
    areas TEXT not null,
    description TEXT,
    district TEXT,
    address TEXT,
    directions TEXT,
    phone TEXT,
    email TEXT,
    website TEXT,
    access TEXT not null,
    languages TEXT,
    interpreters TEXT,
    documents TEXT,
    eligibility TEXT,
    min_age BIGINT,
    max_age BIGINT,
    reserved_for TEXT,
    cost TEXT,
    places BIGINT,
    added_on TEXT not null,
    assured_on TEXT not null,
    assured_by_name TEXT not null,
    changed_by TEXT not null,
    changed_by_name TEXT not null,
    changed_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT,

    check (min_age is null or max_age is null or min_age <= max_age)
);

create table directory_opening (
    id TEXT not null primary key,
    service TEXT not null references directory_service (id),
    weekday BIGINT not null check (weekday between 1 and 7),
    opens TEXT not null,
    closes TEXT not null
);

create index directory_opening_service on directory_opening (service);
