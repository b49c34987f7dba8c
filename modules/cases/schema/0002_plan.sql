-- SPDX-License-Identifier: EUPL-1.2
-- The personalised plan of a case: what the person wants, what has been agreed, goals and what is done for them.

create table cases_plan (
    id TEXT not null primary key, -- of the case
    own_words TEXT,  -- sealed
    review_on TEXT,
    agreed_on TEXT,
    agreed_how TEXT,
    approved_on TEXT,
    approved_by TEXT,
    changed_by TEXT not null,
    changed_at BIGINT not null,
    version BIGINT not null,

    check ((agreed_on is null) = (agreed_how is null)),
    check ((approved_on is null) = (approved_by is null))
);

create table cases_goal (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    area TEXT not null,
    words TEXT not null, -- sealed
    told TEXT,           -- sealed: the same, in the person's language
    responsible TEXT not null,
    due_on TEXT not null,
    outcome TEXT,
    outcome_on TEXT,
    outcome_note TEXT,   -- sealed
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    cancelled_at BIGINT,

    check ((outcome is null) = (outcome_on is null))
);

create index cases_goal_case on cases_goal (case_id);

create table cases_action (
    id TEXT not null primary key,
    goal TEXT not null references cases_goal (id),
    words TEXT not null, -- sealed
    told TEXT,           -- sealed
    doer TEXT not null,
    intervention TEXT,
    due_on TEXT,
    done_on TEXT,
    recorded_by TEXT not null,
    recorded_at BIGINT not null,
    cancelled_at BIGINT
);

create index cases_action_goal on cases_action (goal);
