-- SPDX-License-Identifier: EUPL-1.2
-- The same of sessions without a signed sheet: attendance was taken, and nothing on paper shows it.
select min(a.attendance_key) as key,
       min(a.day) as day,
       min(a.district) as district,
       min(a.kind) as kind,
       max(a.minutes) as value
from workshops_fact_attendance a
left join people_fact_person link on link.person_key = a.person_key
where a.signed = 0 and a.day >= $1 and a.day < $2
group by a.session_key, coalesce(link.canonical_key, a.person_key)
