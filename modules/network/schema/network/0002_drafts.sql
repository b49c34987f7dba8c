-- SPDX-License-Identifier: EUPL-1.2
-- Files of the next release, as the direction has put them so far.

create table network_draft (
    id TEXT not null primary key,
    path TEXT not null unique,
    text TEXT not null,
    changed_at BIGINT not null,
    changed_by_name TEXT not null
);
