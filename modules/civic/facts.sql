-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of civic engagement: keys that say nothing outside this store, codes,
-- days and minutes.

-- What somebody worked on a day. A resident has no record: what is counted once is the place in
-- the project.
create view civic_fact_work as
select a.id as work_key,
       p.id as participant_key,
       p.kind as participant_kind,
       p.person as person_key,
       j.id as project_key,
       j.kind,
       j.district,
       a.worked_on as day,
       a.minutes
from civic_attendance a
join civic_participant p on p.id = a.participant
join civic_day d on d.id = a.day
join civic_project j on j.id = d.project
where a.state = 'worked' and p.cancelled_at is null and d.cancelled_at is null
  and j.cancelled_at is null;

create view civic_fact_project as
select id as project_key,
       kind,
       district,
       result_on,
       ended_on
from civic_project
where cancelled_at is null;

create view civic_fact_membership as
select id as membership_key,
       person as person_key,
       body as kind,
       since,
       until
from civic_membership
where cancelled_at is null;

-- The same work of persons as interventions, under their codes (intervention.csv).
create view civic_fact_intervention as
select a.id as event_key,
       p.person as person_key,
       a.worked_on as day,
       'IMP.CIV' as code,
       j.district
from civic_attendance a
join civic_participant p on p.id = a.participant
join civic_day d on d.id = a.day
join civic_project j on j.id = d.project
where a.state = 'worked' and p.person is not null and p.cancelled_at is null
  and d.cancelled_at is null and j.cancelled_at is null
union all
select id as event_key,
       person as person_key,
       since as day,
       'PAR.CONS' as code,
       cast(null as text) as district
from civic_membership
where cancelled_at is null;
