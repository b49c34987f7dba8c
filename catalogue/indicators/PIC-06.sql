-- SPDX-License-Identifier: EUPL-1.2
-- Goals of plans that ended in the period, and whether they were reached.
select g.goal_key as key,
       g.outcome_on as day,
       g.district,
       g.area as kind,
       case when g.outcome = '3' then 1 else 0 end as counted,
       null as excluded,
       case when g.outcome = '2' then 'partly' end as remark
from cases_fact_goal g
where g.outcome is not null and g.outcome_on >= $1 and g.outcome_on < $2
