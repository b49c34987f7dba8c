-- SPDX-License-Identifier: EUPL-1.2
-- Of workshops in which somebody answered within the period: how many answered, and how many who had
-- been there until then did not. Nobody knows which of them.
with answered as (
    select workshop_key, kind, district, min(day) as day, count(*) as answers
    from workshops_fact_answer
    where day >= $1 and day < $2
    group by workshop_key, kind, district
),
attended as (
    select a.workshop_key, count(distinct coalesce(link.canonical_key, a.person_key)) as persons
    from workshops_fact_attendance a
    left join people_fact_person link on link.person_key = a.person_key
    where a.day < $2
    group by a.workshop_key
),
both_sides as (
    select w.workshop_key || '/answered' as key, w.kind, w.district, w.day, w.answers as value,
           1 as counted
    from answered w
    union all
    select w.workshop_key || '/silent' as key, w.kind, w.district, w.day,
           a.persons - w.answers as value, 0 as counted
    from answered w
    join attended a on a.workshop_key = w.workshop_key
)
select key, kind, district, day, value, counted
from both_sides
where value > 0
