-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of cases: keys that say nothing outside this store, codes and days.

create view cases_fact_case as
select c.id as case_key,
       c.person as person_key,
       c.kind,
       c.opened_on,
       c.ends_on,
       c.closed_on,
       c.closure_reason,
       h.accepted_on as hand_over_accepted_on,
       h.destination as hand_over_destination,
       c.district,
       c.team
from cases_case c
left join cases_hand_over h on h.case_id = c.id and h.withdrawn_at is null
where c.cancelled_at is null;

create view cases_fact_intervention as
select i.id as intervention_key,
       c.id as case_key,
       c.person as person_key,
       i.day,
       i.code,
       i.project,
       c.district
from cases_intervention i
join cases_case c on c.id = i.case_id
where i.cancelled_at is null and c.cancelled_at is null;

create view cases_fact_goal as
select g.id as goal_key,
       c.id as case_key,
       c.person as person_key,
       g.area,
       g.due_on,
       g.outcome,
       g.outcome_on,
       c.district
from cases_goal g
join cases_case c on c.id = g.case_id
where g.cancelled_at is null and c.cancelled_at is null;
