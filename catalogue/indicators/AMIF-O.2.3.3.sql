-- SPDX-License-Identifier: EUPL-1.2
-- Whoever had personal guidance (work, training) within the period, at a contact or in a case.
with guidance as (
    select contact_key as event, person_key, day, district
    from outreach_fact_intervention
    where code = 'ORI.PERS'
    union all
    select intervention_key as event, person_key, day, district
    from cases_fact_intervention
    where code = 'ORI.PERS'
)
select coalesce(link.canonical_key, g.event) as key,
       g.day,
       g.district,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       case
           when link.person_key is null then 'without_name'
           -- Citizens of the Union as in Article 20(1) of the Treaty on its functioning.
           when p.citizenship in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI',
                                    'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT',
                                    'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK') then 'citizen_of_union'
       end as excluded
from guidance g
left join people_fact_person link on link.person_key = g.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where g.day >= $1 and g.day < $2
