-- SPDX-License-Identifier: EUPL-1.2
-- Contacts with a known person, under the key that merged persons share; the others say why not.
select coalesce(link.canonical_key, c.contact_key) as key,
       c.day,
       c.district,
       c.setting,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       case
           when c.outcome = 'NOT_FOUND' then 'not_found'
           when link.person_key is null then 'without_name'
       end as excluded
from outreach_fact_contact c
left join people_fact_person link on link.person_key = c.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where c.day >= $1 and c.day < $2
