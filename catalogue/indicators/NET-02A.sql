-- SPDX-License-Identifier: EUPL-1.2
-- Contacts of which nobody knows who it was, as they looked to the team.
select c.contact_key as key,
       c.day,
       c.district,
       c.setting,
       c.apparent_gender as gender,
       c.apparent_age,
       case when c.outcome = 'NOT_FOUND' then 'not_found' end as excluded
from outreach_fact_contact c
where c.day >= $1 and c.day < $2 and c.person_key is null
