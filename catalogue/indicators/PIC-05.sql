-- SPDX-License-Identifier: EUPL-1.2
-- Cases opened in the period, and the day on which each had both an assessment of several professions and a plan.
with assessed as (
    select a.case_key, min(a.closed_on) as day
    from cases_fact_assessment a
    where a.complete = 1 and a.professions >= 2
    group by a.case_key
)
select k.case_key as key,
       k.opened_on as day,
       k.opened_on as since,
       case
           when p.written_on is null then null
           when a.day > p.written_on then a.day
           else p.written_on
       end as until,
       k.district,
       k.kind
from cases_fact_case k
left join assessed a on a.case_key = k.case_key
left join cases_fact_plan p on p.case_key = k.case_key and a.day is not null
where k.opened_on >= $1 and k.opened_on < $2
