-- SPDX-License-Identifier: EUPL-1.2
-- Stays that ended in the period, and whether the person went to live better than before. Stays of
-- which one begins on the day on which the other ended are one: the person has moved, not left.
with stay as (
    select s.stay_key,
           coalesce(link.canonical_key, s.person_key) as person,
           s.kind,
           s.day,
           s.ended_on,
           coalesce(s.ended_on, '9999-12-31') as until,
           s.reason,
           s.rank_before,
           s.rank_after
    from housing_fact_stay s
    left join people_fact_person link on link.person_key = s.person_key
),
neighbour as (
    select s.*,
           lag(s.until) over (
               partition by s.person order by s.day, s.until, s.stay_key
           ) as last_until,
           lead(s.day) over (
               partition by s.person order by s.day, s.until, s.stay_key
           ) as next_day
    from stay s
),
numbered as (
    select n.*,
           sum(case when n.last_until = n.day then 0 else 1 end) over (
               partition by n.person order by n.day, n.until, n.stay_key
           ) as chain
    from neighbour n
),
chained as (
    select n.*,
           first_value(n.rank_before) over (
               partition by n.person, n.chain order by n.day, n.until, n.stay_key
           ) as rank_first
    from numbered n
)
select c.stay_key as key,
       c.ended_on as day,
       c.kind,
       case when c.rank_after > c.rank_first then 1 else 0 end as counted,
       case
           when c.reason = 'DEATH' then 'death'
           when c.next_day = c.ended_on then 'moved'
           when c.rank_first is null or c.rank_after is null then 'not_known'
       end as excluded
from chained c
where c.ended_on >= $1 and c.ended_on < $2
