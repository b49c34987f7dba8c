-- SPDX-License-Identifier: EUPL-1.2
-- Cases opened in the period, under the key that merged persons share.
select coalesce(link.canonical_key, k.person_key) as key,
       k.opened_on as day,
       k.district,
       k.kind,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated
from cases_fact_case k
left join people_fact_person link on link.person_key = k.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where k.opened_on >= $1 and k.opened_on < $2
