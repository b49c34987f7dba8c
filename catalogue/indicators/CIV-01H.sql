-- SPDX-License-Identifier: EUPL-1.2
-- Hours worked in civic projects within the period. One human being said to have worked under two
-- records worked once that day, the longer of both. Half an hour counts with the next: of each
-- project the running sum is rounded, so that its hours add up to what was worked, to the hour.
with of_place as (
    select w.project_key,
           w.participant_key,
           w.day,
           case
               when w.participant_kind = 'resident' then w.participant_key
               else coalesce(link.canonical_key, w.person_key)
           end as worker,
           min(w.work_key) as work_key,
           min(w.kind) as kind,
           min(w.district) as district,
           sum(w.minutes) as minutes
    from civic_fact_work w
    left join people_fact_person link on link.person_key = w.person_key
    where w.day >= $1 and w.day < $2
    group by w.project_key, w.participant_key, w.day, w.participant_kind, link.canonical_key,
             w.person_key
),
worked as (
    select project_key,
           day,
           min(work_key) as work_key,
           min(kind) as kind,
           min(district) as district,
           cast(max(minutes) as bigint) as minutes
    from of_place
    group by project_key, day, worker
),
summed as (
    select work_key,
           kind,
           district,
           day,
           minutes,
           cast(sum(minutes) over (partition by project_key order by day, work_key) as bigint)
               as until_now
    from worked
)
select work_key as key,
       day,
       district,
       kind,
       (until_now + 30) / 60 - (until_now - minutes + 30) / 60 as value
from summed
