-- SPDX-License-Identifier: EUPL-1.2
-- Projects that somebody pays for: who carries them, with whom agreements are in force, what is to
-- be done, and the money, in whole cents. Nothing here is about persons.

create table reporting_project (
    id TEXT not null primary key,
    name TEXT not null,
    fund TEXT not null,
    objective TEXT,
    number TEXT, -- that the fund gave it
    cup TEXT,
    starts_on TEXT not null,
    ends_on TEXT not null,
    programme TEXT, -- of interventions: the code in the list "project"
    through TEXT, -- lists of codes, as JSON
    field_codes TEXT,
    action_codes TEXT,
    implementation TEXT,
    aim TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    version BIGINT not null,
    cancelled_at BIGINT,

    check (ends_on >= starts_on)
);

create table reporting_partner (
    id TEXT not null primary key,
    project TEXT not null references reporting_project (id),
    name TEXT not null,
    kind TEXT not null,
    role TEXT not null,
    field_codes TEXT,
    action_codes TEXT,
    implementation TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT
);

create index reporting_partner_project on reporting_partner (project);

create table reporting_agreement (
    id TEXT not null primary key,
    project TEXT not null references reporting_project (id),
    name TEXT not null,
    parties TEXT not null,
    level TEXT not null,
    in_force_on TEXT not null,
    until TEXT,
    document TEXT, -- its number in the register: without one it is not counted
    civil_society SMALLINT not null check (civil_society in (0, 1)),
    migrants SMALLINT not null check (migrants in (0, 1)),
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT,

    check (until is null or until >= in_force_on)
);

create index reporting_agreement_project on reporting_agreement (project);

create table reporting_activity (
    id TEXT not null primary key,
    project TEXT not null references reporting_project (id),
    number TEXT not null,
    name TEXT not null,
    planned_from TEXT not null,
    planned_until TEXT not null,
    begun_on TEXT,
    done_on TEXT,
    deviation TEXT,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT,

    check (planned_until >= planned_from),
    check (done_on is null or done_on >= begun_on)
);

create index reporting_activity_project on reporting_activity (project);

create table reporting_line (
    id TEXT not null primary key,
    project TEXT not null references reporting_project (id),
    partner TEXT references reporting_partner (id),
    heading TEXT not null,
    number TEXT,
    name TEXT not null,
    amount_cents BIGINT not null check (amount_cents > 0),
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT
);

create index reporting_line_project on reporting_line (project);

create table reporting_expense (
    id TEXT not null primary key,
    line TEXT not null references reporting_line (id),
    spent_on TEXT not null,
    amount_cents BIGINT not null check (amount_cents > 0),
    document TEXT,
    name TEXT not null,
    written_by TEXT not null,
    written_at BIGINT not null,
    cancelled_at BIGINT
);

create index reporting_expense_line on reporting_expense (line, spent_on);
