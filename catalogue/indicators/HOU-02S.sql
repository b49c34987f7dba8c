-- SPDX-License-Identifier: EUPL-1.2
-- Stays that ended in the period at least six months ago: is the person still not in the street?
-- Who on the same day arrived in another bed or place has moved, and not left.
with stay as (
    select s.*, coalesce(link.canonical_key, s.person_key) as person
    from housing_fact_stay s
    left join people_fact_person link on link.person_key = s.person_key
),
neighbour as (
    select s.*,
           lead(s.day) over (
               partition by s.person
               order by s.day, coalesce(s.ended_on, '9999-12-31'), s.stay_key
           ) as next_day
    from stay s
)
select s.stay_key as key,
       s.ended_on as day,
       s.kind,
       case
           when s.living_later like '0.%' or s.living_later like '4.%'
                or s.living_later like '5.%' or s.living_later like '6.%'
                or s.living_later like '7.%' then 1
           else 0
       end as counted,
       case
           when s.reason = 'DEATH' then 'death'
           when s.next_day = s.ended_on then 'moved'
           when s.lost = 1 then 'lost'
           when s.later_on is null then 'not_asked'
       end as excluded
from neighbour s
where s.ended_on >= $1 and s.ended_on < $2
