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

-- What a city calls by a code of its own is counted as the network's.
create view cases_fact_intervention as
select i.id as intervention_key,
       c.id as case_key,
       c.person as person_key,
       i.day,
       coalesce((select e.counts_as from network_extension e
                 where e.list = 'intervention' and e.code = i.code), i.code) as code,
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

create view cases_fact_plan as
select c.id as case_key,
       p.written_on,
       p.agreed_on
from cases_plan p
join cases_case c on c.id = p.id
where c.cancelled_at is null;

create view cases_fact_assessment as
select a.id as assessment_key,
       c.id as case_key,
       c.person as person_key,
       a.closed_on,
       (select count(distinct p.profession)
        from cases_assessment_part p
        where p.assessment = a.id) as professions,
       case when a.closed_on is null then 0 else 1 end as complete
from cases_assessment a
join cases_case c on c.id = a.case_id
where a.cancelled_at is null and c.cancelled_at is null;

-- Which circumstance it is stays sealed; whether the law names it (art. 17) is counted.
create view cases_fact_vulnerability as
select v.id as vulnerability_key,
       c.id as case_key,
       c.person as person_key,
       v.since,
       v.ended_on,
       v.art17,
       c.district
from cases_vulnerability v
join cases_case c on c.id = v.case_id
where v.cancelled_at is null and c.cancelled_at is null;

-- What was done about it. An action of the plan is not there: it is still to be done, or stands among the
-- interventions once it was.
create view cases_fact_vulnerability_answer as
select l.vulnerability as vulnerability_key,
       i.id as intervention_key,
       i.day
from cases_vulnerability_link l
join cases_intervention i on i.id = l.intervention
where l.removed_at is null and i.cancelled_at is null;
