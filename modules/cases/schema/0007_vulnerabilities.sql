-- SPDX-License-Identifier: EUPL-1.2
-- What makes the person of a case vulnerable, with its days, and what answers it.

create table cases_vulnerability (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    circumstance TEXT not null, -- sealed
    -- Is it of the list of art. 17? That much is counted, and no more.
    art17 SMALLINT not null check (art17 in (0, 1)),
    since TEXT not null,
    source TEXT not null,
    severity TEXT not null,
    note TEXT, -- sealed
    ended_on TEXT,
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT,

    check (ended_on >= since)
);

create index cases_vulnerability_case on cases_vulnerability (case_id);

-- What answers it: an action of the plan, or an intervention. A link that was taken away stays.
create table cases_vulnerability_link (
    id TEXT not null primary key,
    vulnerability TEXT not null references cases_vulnerability (id),
    action TEXT references cases_action (id),
    intervention TEXT references cases_intervention (id),
    linked_by TEXT not null,
    linked_at BIGINT not null,
    removed_by TEXT,
    removed_at BIGINT,

    check ((action is null) <> (intervention is null)),
    check ((removed_at is null) = (removed_by is null))
);

create unique index cases_vulnerability_link_action
    on cases_vulnerability_link (vulnerability, action)
    where removed_at is null;
create unique index cases_vulnerability_link_done
    on cases_vulnerability_link (vulnerability, intervention)
    where removed_at is null;
