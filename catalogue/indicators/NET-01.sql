-- SPDX-License-Identifier: EUPL-1.2
-- Every contact of the period, with what is known of its person, else what was seen.
select c.contact_key as key,
       c.day,
       c.district,
       c.setting,
       case when c.night = 1 then 'night' else 'day' end as kind,
       coalesce(nullif(p.gender, 'U'), c.apparent_gender) as gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       c.apparent_age,
       case when c.outcome = 'NOT_FOUND' then 'not_found' end as excluded,
       case when c.late = 1 then 'recorded_late' end as remark
from outreach_fact_contact c
left join people_fact_person link on link.person_key = c.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where c.day >= $1 and c.day < $2
