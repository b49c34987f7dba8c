-- SPDX-License-Identifier: EUPL-1.2
-- Codes that this city has of its own, each with the code of the network by which it is counted.

create table network_extension (
    id TEXT not null primary key,
    list TEXT not null,
    code TEXT not null,
    it TEXT not null,
    en TEXT not null,
    counts_as TEXT not null,
    added_at BIGINT not null,
    added_by_name TEXT not null,
    retired_at BIGINT,
    unique (list, code)
);
