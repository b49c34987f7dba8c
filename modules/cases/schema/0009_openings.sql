-- SPDX-License-Identifier: EUPL-1.2
-- Who may read a case that is not theirs: by request, or in an emergency. Neither is ever deleted.

create table cases_access_request (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    reason TEXT not null, -- sealed
    asked_by TEXT not null,
    asked_at BIGINT not null,
    state TEXT not null check (state in ('waiting', 'granted', 'refused', 'withdrawn', 'ended')),
    answer TEXT, -- sealed
    answered_by TEXT,
    answered_at BIGINT,
    ends_at BIGINT,  -- of what was granted
    ended_at BIGINT, -- taken back before, by either of the two

    check (state not in ('granted', 'refused') or answered_at is not null),
    check (state <> 'granted' or (ends_at is not null and ends_at > answered_at))
);

create index cases_access_request_case on cases_access_request (case_id, asked_by);
create index cases_access_request_asker on cases_access_request (asked_by);
-- Whoever asked waits for the answer.
create unique index cases_access_request_once on cases_access_request (case_id, asked_by)
    where state = 'waiting';

create table cases_emergency_access (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    opened_by TEXT not null,
    opened_at BIGINT not null,
    ends_at BIGINT not null,
    closed_at BIGINT,     -- by who opened it, before its end
    reason TEXT not null, -- sealed: it may say that somebody is ill
    words TEXT not null,  -- sealed
    judgement TEXT,
    judgement_note TEXT, -- sealed
    judged_by TEXT,
    judged_at BIGINT,

    check (ends_at = opened_at + 10800000), -- three hours, whoever asks and however
    check (closed_at is null or closed_at <= ends_at),
    check ((judgement is null) = (judged_at is null))
);

create index cases_emergency_access_case on cases_emergency_access (case_id, opened_by);
create index cases_emergency_access_time on cases_emergency_access (opened_at);
