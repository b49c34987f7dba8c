-- SPDX-License-Identifier: EUPL-1.2
-- Taking a person in charge (presa in carico): the case, what is done in it, and where it is handed over.

create table cases_case (
    id TEXT not null primary key,
    person TEXT not null,
    kind TEXT not null check (kind in ('temporary', 'integrated')),
    state TEXT not null check (state in ('open', 'closed')),
    opened_on TEXT not null,
    opened_by TEXT not null,
    worker TEXT not null,
    team TEXT not null,
    district TEXT not null,
    needs TEXT,        -- sealed
    reason_note TEXT,  -- sealed
    ends_on TEXT,
    closed_on TEXT,
    closure_reason TEXT,
    closure_note TEXT, -- sealed
    recorded_at BIGINT not null,
    cancelled_at BIGINT,

    check ((kind = 'temporary') = (ends_on is not null)),
    check (ends_on >= opened_on),
    check ((state = 'closed') = (closed_on is not null)),
    check ((state = 'closed') = (closure_reason is not null)),
    check (closed_on >= opened_on)
);

-- Two workers who open a case at the same moment: one of them is told.
create unique index cases_case_one_open on cases_case (person)
    where state = 'open' and cancelled_at is null;
create index cases_case_person on cases_case (person);
create index cases_case_order on cases_case (opened_on, id);
create index cases_case_worker on cases_case (worker);

create table cases_intervention (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    code TEXT not null,
    day TEXT not null,
    hours DOUBLE PRECISION check (hours > 0 and hours <= 24),
    note TEXT, -- sealed
    project TEXT,
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    cancelled_at BIGINT
);

create index cases_intervention_case on cases_intervention (case_id, day);

-- One row for each attempt; one that is refused or was written by mistake is withdrawn.
create table cases_hand_over (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    receiver TEXT not null, -- sealed
    destination TEXT not null,
    sent_on TEXT not null,
    accepted_on TEXT,
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    withdrawn_at BIGINT,

    check (accepted_on >= sent_on)
);

create unique index cases_hand_over_one on cases_hand_over (case_id) where withdrawn_at is null;
