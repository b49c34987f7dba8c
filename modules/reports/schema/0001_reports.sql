-- SPDX-License-Identifier: EUPL-1.2
-- Reports (segnalazioni) and what is done about them. Who reported and who is reported stand in tables
-- of their own, so that one can go while the report stays and is counted.

create table reports_report (
    id TEXT not null primary key,
    number BIGINT not null unique,
    channel TEXT not null,
    source TEXT not null,
    category TEXT not null,
    priority TEXT,
    first_priority TEXT, -- what it was assessed as first
    planned_on TEXT,
    status TEXT not null,
    district TEXT not null,
    place TEXT,       -- sealed
    position TEXT,    -- sealed
    description TEXT, -- sealed
    seen_at BIGINT,
    received_at BIGINT not null,
    received_day TEXT not null, -- in Italy
    received_hour BIGINT not null check (received_hour between 0 and 23),
    recorded_by TEXT,
    recorded_by_name TEXT,
    code_mark TEXT not null unique, -- keyed mark of the follow-up code, which is kept nowhere
    sent_mark TEXT not null,        -- keyed mark of what was sent
    has_photo SMALLINT not null check (has_photo in (0, 1)),

    -- What follows from the steps; written anew by each of them.
    lead TEXT references reports_report (id), -- the report of the same event that is worked on instead
    round BIGINT not null check (round >= 0), -- grows with each reopening; dispatches and findings of earlier rounds are history
    event_from BIGINT not null, -- when the first report of the event arrived
    clock_from BIGINT not null, -- the same, or the reopening
    due_at BIGINT,
    acted_at BIGINT,        -- first action of this round
    first_action_at BIGINT, -- first action ever
    grouped BIGINT not null, -- other reports that are joined to this one
    remarks BIGINT not null, -- what the reporter added
    team TEXT,              -- to whom it is offered, or who goes
    finding TEXT,
    outcome TEXT,
    contact TEXT,
    person TEXT,
    case_id TEXT,
    closed_by TEXT,
    closed_at BIGINT,
    changed_at BIGINT not null,

    check (lead is null or lead <> id),
    check ((closed_by is null) = (closed_at is null))
);

create index reports_report_order on reports_report (received_at, id);
create index reports_report_open on reports_report (received_at) where closed_at is null;
create index reports_report_lead on reports_report (lead);

create table reports_reporter (
    id TEXT not null primary key,
    report TEXT not null unique references reports_report (id),
    name TEXT,  -- sealed
    phone TEXT, -- sealed
    email TEXT, -- sealed
    language TEXT,
    call_back SMALLINT check (call_back in (0, 1))
);

create table reports_reported (
    id TEXT not null primary key,
    report TEXT not null unique references reports_report (id),
    name TEXT, -- sealed
    people BIGINT check (people > 0),
    apparent_gender TEXT,
    apparent_age TEXT,
    languages TEXT
);

-- Re-encoded without what a camera writes into a picture.
create table reports_photo (
    id TEXT not null primary key, -- of the report
    content TEXT not null         -- sealed
);

create table reports_step (
    id TEXT not null primary key,
    report TEXT not null references reports_report (id),
    turn BIGINT not null,
    at BIGINT not null,
    account TEXT, -- none: the reporter, or nobody known
    name TEXT,
    what TEXT not null,
    detail TEXT, -- a code
    note TEXT,   -- sealed

    unique (report, turn)
);

-- Two reports of one event. Undone, both are as they were.
create table reports_group (
    id TEXT not null primary key,
    report TEXT not null references reports_report (id),
    lead TEXT not null references reports_report (id),
    made_by TEXT not null,
    made_at BIGINT not null,
    undone_by TEXT,
    undone_at BIGINT,

    check (report <> lead),
    check ((undone_by is null) = (undone_at is null))
);

create unique index reports_group_one on reports_group (report) where undone_at is null;
create index reports_group_lead on reports_group (lead);

create table reports_dispatch (
    id TEXT not null primary key,
    report TEXT not null references reports_report (id),
    round BIGINT not null,
    team TEXT not null,
    outing TEXT,
    note TEXT, -- sealed
    offered_by TEXT not null,
    offered_at BIGINT not null,
    accepted_by TEXT,
    accepted_at BIGINT,
    arrived_at BIGINT,
    declined_by TEXT,
    declined_at BIGINT,
    decline_reason TEXT,
    withdrawn_by TEXT,
    withdrawn_at BIGINT,

    check ((accepted_by is null) = (accepted_at is null)),
    check ((declined_by is null) = (declined_at is null)),
    check ((declined_at is null) = (decline_reason is null)),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (arrived_at is null or accepted_at is not null)
);

create index reports_dispatch_report on reports_dispatch (report);
create index reports_dispatch_team on reports_dispatch (team, offered_at);
-- One unit at a time goes to a report.
create unique index reports_dispatch_one on reports_dispatch (report, round)
    where declined_at is null and withdrawn_at is null;

create table reports_verification (
    id TEXT not null primary key,
    report TEXT not null references reports_report (id),
    round BIGINT not null,
    finding TEXT not null,
    at BIGINT not null,
    note TEXT, -- sealed
    made_by TEXT not null,
    made_by_name TEXT not null,
    made_at BIGINT not null,
    cancelled_by TEXT,
    cancelled_at BIGINT,

    check ((cancelled_by is null) = (cancelled_at is null))
);

create index reports_verification_report on reports_verification (report);

create table reports_answer (
    id TEXT not null primary key,
    report TEXT not null references reports_report (id),
    code TEXT not null,
    words TEXT, -- sealed
    given_by TEXT not null,
    given_at BIGINT not null,
    withdrawn_by TEXT,
    withdrawn_at BIGINT,

    check ((withdrawn_by is null) = (withdrawn_at is null))
);

create index reports_answer_report on reports_answer (report);

-- What the reporter adds with the code.
create table reports_remark (
    id TEXT not null primary key,
    report TEXT not null references reports_report (id),
    words TEXT not null, -- sealed
    at BIGINT not null
);

create index reports_remark_report on reports_remark (report);
