-- SPDX-License-Identifier: EUPL-1.2
-- Early warnings raised in the period, and whether somebody answered within the hours of their priority.
select w.warning_key as key,
       w.day,
       w.priority as kind,
       case when w.hours_to_answer <= w.hours_given then 1 else 0 end as counted,
       null as excluded,
       case when w.hours_to_answer is null then 'not_answered' end as remark
from screening_fact_warning w
where w.day >= $1 and w.day < $2
