-- SPDX-License-Identifier: EUPL-1.2
-- Stays that ended in the period at least six months ago: is the person still not in the street?
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
           when s.lost = 1 then 'lost'
           when s.later_on is null then 'not_asked'
       end as excluded
from housing_fact_stay s
where s.ended_on >= $1 and s.ended_on < $2
