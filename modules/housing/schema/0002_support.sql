-- SPDX-License-Identifier: EUPL-1.2
-- What those who live together have agreed, help with the rent, and what a place needs.

-- Who signed it, and when, stands with each stay.
create table housing_agreement (
    id TEXT not null primary key,
    place TEXT not null references housing_place (id),
    words TEXT not null,
    from_on TEXT not null,
    written_by TEXT not null,
    written_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT
);

create index housing_agreement_place on housing_agreement (place);

-- Amounts are whole cents.
create table housing_support (
    id TEXT not null primary key,
    person TEXT not null,
    case_id TEXT,
    kind TEXT not null,
    amount_cents BIGINT not null check (amount_cents >= 0),
    agreed_on TEXT not null,
    landlord_name TEXT, -- sealed
    note TEXT, -- sealed
    outcome TEXT,
    ended_on TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT,

    check (outcome is null or ended_on is not null)
);

create index housing_support_person on housing_support (person);

create table housing_instalment (
    id TEXT not null primary key,
    support TEXT not null references housing_support (id),
    due_on TEXT not null,
    amount_cents BIGINT not null check (amount_cents > 0),
    paid_on TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT
);

create index housing_instalment_support on housing_instalment (support);

create table housing_upkeep (
    id TEXT not null primary key,
    place TEXT not null references housing_place (id),
    bed TEXT references housing_bed (id),
    kind TEXT not null check (kind in ('INSPECTION', 'REPAIR')),
    what TEXT not null,
    urgent SMALLINT not null check (urgent in (0, 1)),
    due_on TEXT not null,
    done_on TEXT,
    found TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT,

    check (found is null or done_on is not null)
);

create index housing_upkeep_place on housing_upkeep (place);
