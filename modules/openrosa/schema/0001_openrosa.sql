-- SPDX-License-Identifier: EUPL-1.2
-- What came from phones. A submission that became an act leaves a row that knows it again; one that
-- could not is kept aside, whole and sealed, until somebody of the city has looked at it.

create table openrosa_submission (
    id TEXT not null primary key, -- of its instanceID
    form TEXT not null,
    version TEXT not null,
    mark TEXT not null, -- keyed hash of the XML
    sent_by TEXT not null,
    received_at BIGINT not null,
    thing TEXT not null, -- what it became
    pictures BIGINT not null, -- how many it names
    replaced_by TEXT -- a later edit
);

create index openrosa_submission_order on openrosa_submission (received_at, id);

create table openrosa_aside (
    id TEXT not null primary key,
    form TEXT not null,
    version TEXT not null,
    mark TEXT not null,
    reason TEXT not null, -- code of a problem
    facts TEXT, -- of that problem; sealed
    kept_by_phone SMALLINT not null check (kept_by_phone in (0, 1)), -- 1: the phone was told to keep it too
    sent_by TEXT not null,
    received_at BIGINT not null,
    xml TEXT, -- sealed; gone once it was recorded
    recorded_by TEXT,
    recorded_at BIGINT,
    thing TEXT,
    dismissed_by TEXT,
    dismissed_at BIGINT,

    check ((recorded_by is null) = (recorded_at is null)),
    check ((dismissed_by is null) = (dismissed_at is null)),
    check (recorded_at is null or dismissed_at is null)
);

create index openrosa_aside_order on openrosa_aside (received_at, id);

-- Files that a submission names, recorded or kept aside.
create table openrosa_attachment (
    id TEXT not null primary key,
    submission TEXT not null,
    question TEXT not null,
    type TEXT not null,
    bytes TEXT not null, -- sealed
    recognised SMALLINT not null check (recognised in (0, 1)), -- 0: not what the question asks for
    received_at BIGINT not null
);

create index openrosa_attachment_of on openrosa_attachment (submission);
