-- SPDX-License-Identifier: EUPL-1.2
-- Who slept in a place at least one night of the period.
select coalesce(link.canonical_key, s.person_key) as key,
       case when s.day < $1 then $1 else s.day end as day,
       s.kind,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       null as excluded
from housing_fact_stay s
left join people_fact_person link on link.person_key = s.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where s.day < $2 and (s.ended_on is null or (s.ended_on > $1 and s.ended_on > s.day))
