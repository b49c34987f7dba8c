-- SPDX-License-Identifier: EUPL-1.2
-- All four sub-categories together: a person who is in several counts once.
with event as (
    select contact_key as event, person_key, day, district
    from outreach_fact_intervention
    where code in ('ORI.PERS', 'LIN.CORSO', 'CIV.CORSO', 'FOR.PROF', 'LAB.SOC',
                   'LAV.TIR', 'LAV.RICO', 'MIN.SCU', 'PIS.DORM', 'ABI.ORI',
                   'ABI.CONTR', 'ABI.TEMP', 'ABI.COH', 'ABI.SGOM', 'SAN.PRIMO',
                   'SAN.STP', 'SAN.INV', 'SAN.PREV', 'PSI.COLL', 'PSI.ETNO',
                   'PSI.TORT', 'DIP.INV', 'IMP.CIV', 'PAR.CONS')
    union all
    select intervention_key as event, person_key, day, district
    from cases_fact_intervention
    where code in ('ORI.PERS', 'LIN.CORSO', 'CIV.CORSO', 'FOR.PROF', 'LAB.SOC',
                   'LAV.TIR', 'LAV.RICO', 'MIN.SCU', 'PIS.DORM', 'ABI.ORI',
                   'ABI.CONTR', 'ABI.TEMP', 'ABI.COH', 'ABI.SGOM', 'SAN.PRIMO',
                   'SAN.STP', 'SAN.INV', 'SAN.PREV', 'PSI.COLL', 'PSI.ETNO',
                   'PSI.TORT', 'DIP.INV', 'IMP.CIV', 'PAR.CONS')
    union all
    select attendance_key as event, person_key, day, district
    from workshops_fact_attendance
    union all
    -- A place to live: the day on which the person arrived in it.
    select stay_key as event, person_key, day, district
    from housing_fact_stay
    union all
    -- Help with the rent: talks with a landlord, a guarantee, money that was paid.
    select support_key as event, person_key, day, null as district
    from housing_fact_support
    union all
    select event_key as event, person_key, day, district
    from civic_fact_intervention
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
