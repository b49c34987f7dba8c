-- SPDX-License-Identifier: EUPL-1.2
-- What this city has handed over to others, and what others have handed over to it.

create table handovers_sent (
    id TEXT not null primary key,
    person TEXT not null,
    case_id TEXT not null,
    to_city TEXT not null,
    parts TEXT,
    basis TEXT not null,
    notified_on TEXT not null,
    message TEXT, -- sealed
    sent_by TEXT not null,
    team TEXT not null,
    sent_at BIGINT not null,
    due_on TEXT not null,
    box TEXT,     -- until it has left
    state TEXT not null check (state in ('sent', 'accepted', 'refused', 'withdrawn')),
    told_state TEXT, -- what the network has been told
    reason TEXT,
    words TEXT,   -- sealed
    answered_by_name TEXT,
    answered_at BIGINT,

    check (state <> 'refused' or reason is not null)
);

create index handovers_sent_case on handovers_sent (case_id);
create index handovers_sent_order on handovers_sent (sent_at, id);
-- One at a time: nobody is offered to two cities at once.
create unique index handovers_sent_one on handovers_sent (case_id) where state = 'sent';

create table handovers_received (
    id TEXT not null primary key,
    from_city TEXT not null,
    bundle TEXT not null, -- sealed
    due_on TEXT not null,
    arrived_at BIGINT not null,
    state TEXT not null check (state in ('sent', 'accepted', 'refused', 'withdrawn')),
    told_state TEXT,
    person TEXT,
    case_id TEXT,
    reason TEXT,
    words TEXT, -- sealed
    answered_by TEXT,
    answered_by_name TEXT,
    answered_at BIGINT,

    check (state <> 'refused' or reason is not null),
    check (state <> 'accepted' or (person is not null and case_id is not null))
);

create index handovers_received_order on handovers_received (arrived_at, id);
create index handovers_received_person on handovers_received (person);
