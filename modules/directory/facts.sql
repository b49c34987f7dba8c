-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of the directory: each service once, by district, with the days on which it
-- was added, last known to be right, and taken out. No name and no address.

create view directory_fact_service as
select s.id as service_key,
       s.district,
       s.kind,
       s.status,
       s.added_on,
       s.assured_on
from directory_service s
where s.cancelled_at is null;
