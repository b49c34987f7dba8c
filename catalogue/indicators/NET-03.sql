-- SPDX-License-Identifier: EUPL-1.2
-- Everybody whose first contact ever is in the period, and the day of engagement if there is one.
with meeting as (
    select link.canonical_key,
           c.day,
           c.district,
           c.setting,
           row_number() over (partition by link.canonical_key order by c.day, c.contact_key) as turn
    from outreach_fact_contact c
    join people_fact_person link on link.person_key = c.person_key
    where c.outcome <> 'NOT_FOUND'
),
engagement as (
    select canonical_key, min(engaged_on) as day
    from people_fact_person
    group by canonical_key
)
select m.canonical_key as key,
       m.day,
       m.day as since,
       e.day as until,
       m.district,
       m.setting
from meeting m
join engagement e on e.canonical_key = m.canonical_key
where m.turn = 1 and m.day >= $1 and m.day < $2
