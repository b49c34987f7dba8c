-- SPDX-License-Identifier: EUPL-1.2
-- The keys of the other cities, as the network has announced them.

create table network_city_key (
    id TEXT not null primary key,
    city TEXT not null unique,
    sign_key TEXT not null,
    box_key TEXT not null,
    announced_at BIGINT not null
);
