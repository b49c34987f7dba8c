-- SPDX-License-Identifier: EUPL-1.2
-- The services of the directory at the end of the period, each with the day until which it counts as fresh.
-- A snapshot has no first day: $1 is only named here.
select s.service_key as key,
       s.added_on as day,
       s.district,
       s.kind,
       case when s.doubted_on is null then s.fresh_until end as until,
       case when s.doubted_on is not null then 'doubted' end as remark
from directory_fact_service s
where $1 < $2
  and s.added_on < $2
  and s.status = 'active'
