-- SPDX-License-Identifier: EUPL-1.2
-- The persons of AMIF-O.2.3, and which of the data that the Fund asks for are recorded.
with intervention as (
    select person_key, day, code
    from outreach_fact_intervention
    union all
    select person_key, day, code
    from cases_fact_intervention
),
recorded as (
    select p.person_key,
           case when p.gender in ('F', 'M', 'X') then 1 else 0 end as gender,
           case when p.birth_year is not null then 1 else 0 end as age,
           case when p.citizenship is null or p.citizenship = 'ZZ' then 0 else 1 end as citizenship
    from people_fact_person p
)
select link.canonical_key as key,
       i.day,
       case when r.gender + r.age + r.citizenship = 3 then 1 else 0 end as counted,
       case
           when r.gender + r.age + r.citizenship = 3 then 'complete'
           when r.gender + r.age + r.citizenship < 2 then 'several'
           when r.gender = 0 then 'gender'
           when r.age = 0 then 'age'
           else 'citizenship'
       end as kind,
       case
           when i.code = 'LEG.ASILO' then 'other_objective'
           when p.citizenship in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI',
                                    'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT',
                                    'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK') then 'citizen_of_union'
       end as excluded
from intervention i
join people_fact_person link on link.person_key = i.person_key
join people_fact_person p on p.person_key = link.canonical_key
join recorded r on r.person_key = link.canonical_key
where i.day >= $1 and i.day < $2
