-- SPDX-License-Identifier: EUPL-1.2
-- Referrals and what happens to them.

create table referrals_referral (
    id TEXT not null primary key,
    person TEXT not null,
    case_id TEXT,
    service TEXT not null,
    area TEXT not null,
    mode TEXT not null,
    district TEXT not null,
    language TEXT,
    interpreter SMALLINT check (interpreter in (0, 1)),
    appointment_at BIGINT,
    told_name TEXT, -- sealed
    message TEXT,   -- sealed
    note TEXT,      -- sealed
    sent_by TEXT not null,
    team TEXT not null,
    sent_at BIGINT not null,
    sent_on TEXT not null,
    ticket TEXT not null, -- sealed: the code of the link follows from it
    code_mark TEXT not null,
    link_until TEXT,
    answer_due_at BIGINT,
    outcome_due_at BIGINT not null,
    state TEXT not null,
    outcome TEXT,
    outcome_on TEXT,

    -- Nothing ends without a coded outcome.
    check (state not in ('refused', 'closed', 'revoked') or outcome is not null),
    check ((outcome is null) = (outcome_on is null))
);

create unique index referrals_referral_code on referrals_referral (code_mark);
create index referrals_referral_person on referrals_referral (person, sent_at);
create index referrals_referral_case on referrals_referral (case_id);
create index referrals_referral_order on referrals_referral (sent_at, id);

create table referrals_step (
    id TEXT not null primary key,
    referral TEXT not null references referrals_referral (id),
    turn BIGINT not null, -- counts the steps of one referral
    what TEXT not null,
    at BIGINT not null,
    day TEXT not null,
    outcome TEXT,
    until TEXT,
    words TEXT,   -- sealed
    by_account TEXT,
    by_name TEXT, -- sealed
    undone_at BIGINT,
    undone_by TEXT,

    check (what not in ('refused', 'closed', 'revoked') or outcome is not null)
);

create unique index referrals_step_referral on referrals_step (referral, turn);

-- What the sender was told by e-mail, each once.
create table referrals_reminder (
    id TEXT not null primary key,
    referral TEXT not null references referrals_referral (id),
    clock TEXT not null,
    at BIGINT not null
);

create unique index referrals_reminder_once on referrals_reminder (referral, clock);
