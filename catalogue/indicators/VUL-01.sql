-- SPDX-License-Identifier: EUPL-1.2
-- Persons with a circumstance of art. 17, on the first day of the period on which an intervention
-- answered it. Where it stood within the period and none did, the row says so.
with alone as (
    select distinct link.canonical_key
    from minors_fact_file f
    join people_fact_person link on link.person_key = f.person_key
    where f.unaccompanied = 1
)
select coalesce(link.canonical_key, v.person_key) as key,
       coalesce(a.day, v.since) as day,
       v.district,
       case when alone.canonical_key is null then 'other' else 'unaccompanied' end as kind,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       case when a.day is null then 'not_answered' end as excluded
from cases_fact_vulnerability v
left join cases_fact_vulnerability_answer a
    on a.vulnerability_key = v.vulnerability_key and a.day >= $1 and a.day < $2
left join people_fact_person link on link.person_key = v.person_key
left join people_fact_person p on p.person_key = link.canonical_key
left join alone on alone.canonical_key = link.canonical_key
where v.art17 = 1
  and (a.day is not null or (v.since < $2 and (v.ended_on is null or v.ended_on >= $1)))
