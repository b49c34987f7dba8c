-- SPDX-License-Identifier: EUPL-1.2
-- Stays that ended in the period, and whether the person went to live better than before.
select s.stay_key as key,
       s.ended_on as day,
       s.kind,
       case when s.rank_after > s.rank_before then 1 else 0 end as counted,
       case
           when s.reason = 'DEATH' then 'death'
           when s.rank_before is null or s.rank_after is null then 'not_known'
       end as excluded
from housing_fact_stay s
where s.ended_on >= $1 and s.ended_on < $2
