-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of the directory: each service once, by district, with the days on which it
-- was added, last known to be right, and doubted. No name and no address.

create view directory_fact_service as
select s.id as service_key,
       s.district,
       s.kind,
       s.status,
       s.added_on,
       s.assured_on,
       coalesce(s.fresh_until, s.assured_on) as fresh_until,
       s.doubted_on
from directory_service s
where s.cancelled_at is null;
