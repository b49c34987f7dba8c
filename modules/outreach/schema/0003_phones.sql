-- SPDX-License-Identifier: EUPL-1.2
-- What phones without a signal need: changes that are counted, clocks that were wrong, whom a team looks for.
alter table outreach_contact add column version BIGINT not null default 1;
alter table outreach_contact add column phone_said_at BIGINT;
alter table outreach_tally add column phone_said_at BIGINT;

-- Persons to be looked for in an outing.
create table outreach_sought (
    outing TEXT not null references outreach_outing (id),
    person TEXT not null,
    added_by TEXT not null,
    added_at BIGINT not null,
    primary key (outing, person)
);
