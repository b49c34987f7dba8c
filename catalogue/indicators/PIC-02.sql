-- SPDX-License-Identifier: EUPL-1.2
-- Cases open when the last day of the period ends. A stock has no first day: $1 is only named here.
select k.case_key as key,
       k.opened_on as day,
       k.district,
       k.kind,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       case when k.kind = 'temporary' and k.ends_on < $2 then 'past_end' end as remark
from cases_fact_case k
left join people_fact_person link on link.person_key = k.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where $1 < $2
  and k.opened_on < $2
  and (k.closed_on is null or k.closed_on >= $2)
