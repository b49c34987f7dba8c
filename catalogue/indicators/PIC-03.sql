-- SPDX-License-Identifier: EUPL-1.2
-- Cases opened in the period, each with the first contact of its person.
with meeting as (
    select link.canonical_key,
           c.day,
           c.setting,
           row_number() over (partition by link.canonical_key order by c.day, c.contact_key) as turn
    from outreach_fact_contact c
    join people_fact_person link on link.person_key = c.person_key
    where c.outcome <> 'NOT_FOUND'
),
opening as (
    select k.case_key,
           link.canonical_key,
           k.opened_on,
           k.district,
           row_number() over (partition by link.canonical_key
                              order by k.opened_on, k.case_key) as turn
    from cases_fact_case k
    join people_fact_person link on link.person_key = k.person_key
)
select o.case_key as key,
       o.opened_on as day,
       m.day as since,
       o.opened_on as until,
       o.district,
       m.setting,
       case
           when o.turn > 1 then 'not_first_case'
           when m.day is null or m.day > o.opened_on then 'no_contact_before'
       end as excluded
from opening o
left join meeting m on m.canonical_key = o.canonical_key and m.turn = 1
where o.opened_on >= $1 and o.opened_on < $2
