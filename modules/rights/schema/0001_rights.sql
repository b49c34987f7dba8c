-- SPDX-License-Identifier: EUPL-1.2
-- What persons ask about their own data, by when they are answered, and what was erased; and the
-- retention periods that a city has set for itself.

create table rights_request (
    id TEXT not null primary key,
    person TEXT not null,
    kind TEXT not null,
    rule TEXT, -- of an erasure that no person asked for: the retention rule
    received_on TEXT not null,
    how TEXT,
    words TEXT, -- sealed
    due_on TEXT,
    extended_by TEXT,
    extended_on TEXT,
    extension_reason TEXT,
    told_on TEXT, -- that it takes longer
    outcome TEXT,
    refusal TEXT,
    answered_on TEXT,
    answered_by TEXT,
    answer_note TEXT, -- sealed
    approved_by TEXT,
    approved_at BIGINT,
    carried_out_by TEXT,
    carried_out_at BIGINT,
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    cancelled_at BIGINT,
    reminded_at BIGINT,

    check ((kind = 'RETENTION') = (rule is not null)),
    check ((kind = 'RETENTION') = (due_on is null)),
    check ((extended_by is null) = (extended_on is null)),
    check ((extended_by is null) = (extension_reason is null)),
    check ((extended_by is null) = (told_on is null)),
    check ((outcome is null) = (answered_on is null)),
    check ((outcome is null) = (answered_by is null)),
    check (refusal is null or outcome in ('PARTLY', 'REFUSED')),
    check ((approved_by is null) = (approved_at is null)),
    check (approved_by is null or outcome = 'GRANTED'),
    check ((carried_out_by is null) = (carried_out_at is null)),
    -- Four eyes: nobody erases what they approved themselves.
    check (carried_out_by is null or (approved_by is not null and approved_by <> carried_out_by))
);

create index rights_request_person on rights_request (person, recorded_at);
create index rights_request_open on rights_request (due_on) where answered_on is null;

create table rights_term (
    id TEXT not null primary key,
    rule TEXT not null unique,
    months BIGINT not null check (months > 0),
    set_by TEXT not null,
    set_at BIGINT not null
);
