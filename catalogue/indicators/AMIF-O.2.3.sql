-- SPDX-License-Identifier: EUPL-1.2
-- Everything done with a person within the period, at a contact or in a case.
with intervention as (
    select contact_key as event, person_key, day, code, district
    from outreach_fact_intervention
    union all
    select intervention_key as event, person_key, day, code, district
    from cases_fact_intervention
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
           when i.code = 'LEG.ASILO' then 'other_objective'
           -- Citizens of the Union as in Article 20(1) of the Treaty on its functioning.
           when p.citizenship in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI',
                                    'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT',
                                    'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK') then 'citizen_of_union'
       end as excluded,
       case
           when p.citizenship is null or p.citizenship = 'ZZ' then 'citizenship_not_recorded'
       end as remark
from intervention i
left join people_fact_person link on link.person_key = i.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where i.day >= $1 and i.day < $2
