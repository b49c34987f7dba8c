-- SPDX-License-Identifier: EUPL-1.2
-- Every night of every bed in the period, and whether somebody slept in it.
select n.night_key as key,
       n.day,
       n.district,
       n.kind,
       n.taken as counted,
       case when n.out_of_use = 1 and n.taken = 0 then 'out_of_use' end as excluded
from housing_fact_night n
where n.day >= $1 and n.day < $2
