-- SPDX-License-Identifier: EUPL-1.2
-- What the direction of the network expects of each city in a year, by indicator.
create table network_target (
    city text not null,
    indicator text not null,
    year bigint not null check (year between 2000 and 2100),
    value double precision not null check (value >= 0),
    primary key (city, indicator, year)
);
