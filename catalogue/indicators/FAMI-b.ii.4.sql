-- SPDX-License-Identifier: EUPL-1.2
-- Civic projects, councils and associations: noted as interventions in the street or in a case, or
-- kept in the register of civic engagement.
with intervention as (
    select contact_key as event, person_key, day, code, district
    from outreach_fact_intervention
    union all
    select intervention_key as event, person_key, day, code, district
    from cases_fact_intervention
    union all
    select event_key as event, person_key, day, code, district
    from civic_fact_intervention
)
select coalesce(link.canonical_key, i.event) as key,
       i.day,
       i.district,
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
from intervention i
left join people_fact_person link on link.person_key = i.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where i.code in ('IMP.CIV', 'PAR.CONS') and i.day >= $1 and i.day < $2
