-- SPDX-License-Identifier: EUPL-1.2
-- The minutes of everybody who was there, in sessions whose signed sheet is kept. One human being
-- marked under two records was there once, for the longer of both.
select min(a.attendance_key) as key,
       min(a.day) as day,
       min(a.district) as district,
       min(a.kind) as kind,
       max(a.minutes) as value,
       case when max(a.signed) = 0 then 'not_signed' end as excluded
from workshops_fact_attendance a
left join people_fact_person link on link.person_key = a.person_key
where a.day >= $1 and a.day < $2
group by a.session_key, coalesce(link.canonical_key, a.person_key)
