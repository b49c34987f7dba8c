-- SPDX-License-Identifier: EUPL-1.2
-- Hours worked in civic projects within the period. Half an hour counts with the next: of each
-- project the running sum is rounded, so that its hours add up to what was worked, to the hour.
with summed as (
    select work_key,
           kind,
           district,
           day,
           minutes,
           cast(sum(minutes) over (partition by project_key order by day, work_key) as bigint)
               as until_now
    from civic_fact_work
    where day >= $1 and day < $2
)
select work_key as key,
       day,
       district,
       kind,
       (until_now + 30) / 60 - (until_now - minutes + 30) / 60 as value
from summed
