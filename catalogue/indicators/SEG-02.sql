-- SPDX-License-Identifier: EUPL-1.2
-- Reports with a clock that arrived in the period, and whether somebody acted within it: two hours, a day,
-- three days.
select r.report_key as key,
       r.day,
       r.hour,
       r.district,
       r.priority as kind,
       case when r.priority = 'P1' and r.minutes_to_action <= 120 then 1
            when r.priority = 'P2' and r.minutes_to_action <= 1440 then 1
            when r.priority = 'P3' and r.minutes_to_action <= 4320 then 1
            else 0 end as counted,
       case when r.lead_key is not null then 'duplicate'
            when r.priority is null then 'not_assessed'
            when r.priority = 'P4' then 'planned' end as excluded,
       case when r.minutes_to_action is null then 'not_acted'
            when r.priority > r.first_priority then 'lowered' end as remark
from reports_fact_report r
where r.day >= $1 and r.day < $2
