-- SPDX-License-Identifier: EUPL-1.2
-- Links between stores on different machines, and what passes over them. In the network's store a link is with a
-- city, in a city's with the network ("rete"). A link that was stopped stays, as what was.

create table network_link (
    id TEXT not null primary key,
    peer TEXT not null,
    sign_key TEXT not null,
    box_key TEXT not null,
    admitted_at BIGINT not null,
    admitted_by_name TEXT,  -- none: in the same program, nobody had to
    stopped_at BIGINT,
    turn BIGINT not null,   -- of the last request: none is taken twice
    heard TEXT,             -- the last parcel taken in from there
    met_at BIGINT           -- when the two have last exchanged parcels
);

create unique index network_link_one on network_link (peer) where stopped_at is null;

-- What leaves here, or waits to: kept for two weeks after the other side has it, so that a machine that was set
-- back to a backup hears again what it has forgotten.
create table network_outbox (
    id TEXT not null primary key,
    sequence BIGINT not null unique,
    recipient TEXT not null, -- over which link
    sender TEXT not null,
    addressee TEXT not null,
    kind TEXT not null,
    body TEXT not null,      -- from city to city: a box that only the addressee can open
    signature TEXT not null, -- of the sender
    made_at BIGINT not null,
    tries BIGINT not null,
    try_at BIGINT,
    acknowledged_at BIGINT,
    refused TEXT
);

create index network_outbox_waiting on network_outbox (recipient, sequence) where acknowledged_at is null;

-- What has come, so that it is taken in once.
create table network_inbox (
    id TEXT not null primary key,
    sender TEXT not null,
    addressee TEXT not null,
    kind TEXT not null,
    digest TEXT not null,
    received_at BIGINT not null,
    outcome TEXT not null, -- taken, forwarded, waiting (of a kind that this program does not know), or a problem
    made_at BIGINT not null,
    body TEXT,             -- of what waits
    check ((outcome = 'waiting') = (body is not null))
);

create index network_inbox_waiting on network_inbox (received_at) where outcome = 'waiting';
