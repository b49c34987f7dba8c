-- SPDX-License-Identifier: EUPL-1.2
-- A referral to another city goes the way of a hand-over and leaves the charge where it is. What there is so
-- far are hand-overs.

alter table handovers_sent add column kind TEXT not null default 'handover'
    check (kind in ('handover', 'referral'));
alter table handovers_sent add column area TEXT;
alter table handovers_sent add column sent_on TEXT;
alter table handovers_sent add column seen_on TEXT;
alter table handovers_sent add column went TEXT check (went in ('attended', 'not_attended'));
alter table handovers_sent add column went_on TEXT;
alter table handovers_sent add column outcome_due_on TEXT;
alter table handovers_sent add column outcome TEXT
    check (outcome is not null or kind = 'handover' or state <> 'withdrawn');
alter table handovers_sent add column outcome_on TEXT check ((outcome is null) = (outcome_on is null));
alter table handovers_sent add column outcome_words TEXT; -- sealed
alter table handovers_sent add column told_by_name TEXT;
alter table handovers_sent add column heard_turn BIGINT not null default 0;
alter table handovers_sent add column settled SMALLINT not null default 0 check (settled in (0, 1));

-- What was answered has been heard, and no more follows a hand-over's answer.
update handovers_sent set heard_turn = 1, settled = 1 where state in ('accepted', 'refused');

-- Nobody is handed over to two cities at once; they may be asked for different things.
drop index handovers_sent_one;
create unique index handovers_sent_one on handovers_sent (case_id) where state = 'sent' and kind = 'handover';
create unique index handovers_sent_asked on handovers_sent (case_id, to_city, area)
    where state = 'sent' and kind = 'referral';
create index handovers_sent_unsettled on handovers_sent (sent_at, id) where settled = 0;

-- The table is made anew, because an accepted referral has a person and no case.
drop index handovers_received_order;
drop index handovers_received_person;
alter table handovers_received rename to handovers_received_before;

create table handovers_received (
    id TEXT not null primary key,
    kind TEXT not null check (kind in ('handover', 'referral')),
    from_city TEXT not null,
    bundle TEXT not null, -- sealed
    guarded SMALLINT not null check (guarded in (0, 1)),
    due_on TEXT not null,
    arrived_at BIGINT not null,
    state TEXT not null check (state in ('sent', 'accepted', 'refused', 'withdrawn')),
    person TEXT,
    case_id TEXT,
    reason TEXT,
    words TEXT, -- sealed
    answered_by TEXT,
    answered_by_name TEXT,
    answered_at BIGINT,
    turn BIGINT not null,
    told_turn BIGINT not null,
    settled SMALLINT not null check (settled in (0, 1)),
    seen_on TEXT,
    went TEXT check (went in ('attended', 'not_attended')),
    went_on TEXT,
    outcome_due_on TEXT,
    outcome TEXT,
    outcome_on TEXT,
    outcome_words TEXT, -- sealed
    told_by_name TEXT,

    check (state <> 'refused' or reason is not null),
    check (state <> 'accepted' or person is not null),
    check (state <> 'accepted' or kind = 'referral' or case_id is not null),
    check (state <> 'accepted' or kind = 'handover' or (case_id is null and outcome_due_on is not null)),
    -- Nothing ends without a coded outcome, and only what was accepted has one.
    check ((outcome is null) = (outcome_on is null)),
    check (outcome is null or person is not null)
);

insert into handovers_received (id, kind, from_city, bundle, guarded, due_on, arrived_at, state, person, case_id,
    reason, words, answered_by, answered_by_name, answered_at, turn, told_turn, settled)
select id, 'handover', from_city, bundle, guarded, due_on, arrived_at, state, person, case_id,
    reason, words, answered_by, answered_by_name, answered_at,
    case when state in ('accepted', 'refused') then 1 else 0 end,
    case when state in ('accepted', 'refused') and told_state = state then 1 else 0 end,
    0
from handovers_received_before;

drop table handovers_received_before;

create index handovers_received_order on handovers_received (arrived_at, id);
create index handovers_received_person on handovers_received (person);
create index handovers_received_unsettled on handovers_received (arrived_at, id) where settled = 0;

create table handovers_reminder (
    id TEXT not null primary key,
    handover TEXT not null, -- sent or received
    clock TEXT not null,
    at BIGINT not null
);

create unique index handovers_reminder_once on handovers_reminder (handover, clock);
