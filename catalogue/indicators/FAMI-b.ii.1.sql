-- SPDX-License-Identifier: EUPL-1.2
-- Education and training: such interventions, and whoever was there in a workshop or a course.
with event as (
    select contact_key as event, person_key, day, district
    from outreach_fact_intervention
    where code in ('ORI.PERS', 'LIN.CORSO', 'CIV.CORSO', 'FOR.PROF', 'LAB.SOC',
                   'LAV.TIR', 'LAV.RICO', 'MIN.SCU')
    union all
    select intervention_key as event, person_key, day, district
    from cases_fact_intervention
    where code in ('ORI.PERS', 'LIN.CORSO', 'CIV.CORSO', 'FOR.PROF', 'LAB.SOC',
                   'LAV.TIR', 'LAV.RICO', 'MIN.SCU')
    union all
    select attendance_key as event, person_key, day, district
    from workshops_fact_attendance
)
select coalesce(link.canonical_key, e.event) as key,
       e.day,
       e.district,
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
from event e
left join people_fact_person link on link.person_key = e.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where e.day >= $1 and e.day < $2
