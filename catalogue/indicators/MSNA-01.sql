-- SPDX-License-Identifier: EUPL-1.2
-- Terms for unaccompanied minors that ran out in the period, and whether what was due was done in time.
select d.deadline_key as key,
       d.day,
       d.what as kind,
       case when d.done_on is not null and d.done_on <= d.day then 1 else 0 end as counted,
       null as excluded
from minors_fact_deadline d
where d.day >= $1 and d.day < $2
