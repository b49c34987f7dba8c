-- SPDX-License-Identifier: EUPL-1.2
-- Everything done with a person within the period: at a contact, in a case, in a workshop, in a
-- civic project; and who was given a place to live or help with the rent. Of each person also
-- through which of them, over the whole period: whoever is in a workshop and in charge is one
-- person, and not in two places.
with event as (
    select contact_key as event, person_key, day, code, district, 'CONTACT' as through
    from outreach_fact_intervention
    where day >= $1 and day < $2
    union all
    select intervention_key as event, person_key, day, code, district, 'CASE' as through
    from cases_fact_intervention
    where day >= $1 and day < $2
    union all
    select attendance_key as event, person_key, day, '' as code, district, 'WORKSHOP' as through
    from workshops_fact_attendance
    where day >= $1 and day < $2
    union all
    -- A place to live: the day on which the person arrived in it.
    select stay_key as event, person_key, day, 'ABI.TEMP' as code, district, 'HOUSING' as through
    from housing_fact_stay
    where day >= $1 and day < $2
    union all
    -- Help with the rent: talks with a landlord, a guarantee, money that was paid.
    select support_key as event, person_key, day, code, null as district, 'HOUSING' as through
    from housing_fact_support
    where day >= $1 and day < $2
    union all
    -- Days of work in civic projects, and joining a council or an association.
    select event_key as event, person_key, day, code, district, 'CIVIC' as through
    from civic_fact_intervention
    where day >= $1 and day < $2
),
known as (
    select coalesce(link.canonical_key, e.event) as key,
           link.canonical_key,
           e.day,
           e.code,
           e.district,
           e.through
    from event e
    left join people_fact_person link on link.person_key = e.person_key
),
ways as (
    select key,
           case when min(through) = max(through) then min(through) else 'SEVERAL' end as kind
    from known
    where code <> 'LEG.ASILO'
    group by key
)
select k.key,
       k.day,
       k.district,
       w.kind,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       case
           when k.canonical_key is null then 'without_name'
           when k.code = 'LEG.ASILO' then 'other_objective'
           -- Citizens of the Union as in Article 20(1) of the Treaty on its functioning.
           when p.citizenship in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI',
                                    'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT',
                                    'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK') then 'citizen_of_union'
       end as excluded,
       case
           when p.citizenship is null or p.citizenship = 'ZZ' then 'citizenship_not_recorded'
       end as remark
from known k
left join ways w on w.key = k.key
left join people_fact_person p on p.person_key = k.canonical_key
