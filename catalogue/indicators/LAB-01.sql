-- SPDX-License-Identifier: EUPL-1.2
-- Who was there at least once within the period, and whether they attended 70 of 100 hours that were
-- held from their enrolment on. Held is a session of which attendance was taken.
with attended as (
    select enrolment_key, min(day) as day, sum(minutes) as minutes
    from workshops_fact_attendance
    where day >= $1 and day < $2
    group by enrolment_key
),
held as (
    select e.enrolment_key, sum(s.minutes) as minutes
    from workshops_fact_enrolment e
    join workshops_fact_session s on s.workshop_key = e.workshop_key
    where s.held = 1 and s.day >= $1 and s.day < $2
      and (s.day >= e.enrolled_on
           or exists (select 1 from workshops_fact_attendance a
                      where a.enrolment_key = e.enrolment_key and a.session_key = s.session_key))
    group by e.enrolment_key
)
select e.enrolment_key as key,
       a.day,
       e.district,
       e.kind,
       case when a.minutes * 100 >= h.minutes * 70 then 1 else 0 end as counted
from workshops_fact_enrolment e
join attended a on a.enrolment_key = e.enrolment_key
join held h on h.enrolment_key = e.enrolment_key
