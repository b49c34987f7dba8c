-- SPDX-License-Identifier: EUPL-1.2
-- Who was there at least once within the period, and whether they attended 70 of 100 hours that were
-- held from their enrolment on. Held is a session of which attendance was taken. One human being is
-- in a workshop once, and at a session once, under however many records.
with enrolment as (
    select e.workshop_key,
           coalesce(link.canonical_key, e.person_key) as canonical_key,
           min(e.enrolment_key) as key,
           min(e.district) as district,
           min(e.kind) as kind,
           min(e.enrolled_on) as enrolled_on
    from workshops_fact_enrolment e
    left join people_fact_person link on link.person_key = e.person_key
    group by e.workshop_key, coalesce(link.canonical_key, e.person_key)
),
presence as (
    select a.workshop_key,
           a.session_key,
           coalesce(link.canonical_key, a.person_key) as canonical_key,
           min(a.day) as day,
           max(a.minutes) as minutes
    from workshops_fact_attendance a
    left join people_fact_person link on link.person_key = a.person_key
    where a.day >= $1 and a.day < $2
    group by a.workshop_key, a.session_key, coalesce(link.canonical_key, a.person_key)
),
attended as (
    select workshop_key, canonical_key, min(day) as day, sum(minutes) as minutes
    from presence
    group by workshop_key, canonical_key
),
held as (
    select e.workshop_key, e.canonical_key, sum(s.minutes) as minutes
    from enrolment e
    join workshops_fact_session s on s.workshop_key = e.workshop_key
    where s.held = 1 and s.day >= $1 and s.day < $2
      and (s.day >= e.enrolled_on
           or exists (select 1 from presence p
                      where p.session_key = s.session_key and p.canonical_key = e.canonical_key))
    group by e.workshop_key, e.canonical_key
)
select e.key,
       a.day,
       e.district,
       e.kind,
       case when a.minutes * 100 >= coalesce(h.minutes, 0) * 70 then 1 else 0 end as counted
from enrolment e
join attended a on a.workshop_key = e.workshop_key and a.canonical_key = e.canonical_key
left join held h on h.workshop_key = e.workshop_key and h.canonical_key = e.canonical_key
