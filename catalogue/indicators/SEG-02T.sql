-- SPDX-License-Identifier: EUPL-1.2
-- How long it took from the arrival of a report to the first action.
select r.report_key as key,
       r.day,
       r.hour,
       r.district,
       r.priority as kind,
       r.minutes_to_action as minutes,
       case when r.lead_key is not null then 'duplicate'
            when r.priority is null then 'not_assessed'
            when r.priority = 'P4' then 'planned'
            when r.minutes_to_action is null then 'not_acted' end as excluded
from reports_fact_report r
where r.day >= $1 and r.day < $2
