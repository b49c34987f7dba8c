-- SPDX-License-Identifier: EUPL-1.2
-- Everything by which somebody takes part in a project, within a period ($1 is its first day, $2 the
-- day after its last): what was done at a contact or in a case, attendances in workshops and
-- courses, places to live and help with the rent, civic engagement. Each with the code of the
-- intervention that it is (vocabularies/intervention.csv), whose columns say what it counts as.
-- The same facts as of indicator AMIF-O.2.3, so that both count the same persons.
with event as (
    select contact_key as event_key, person_key, day, code, district, 'CONTACT' as through,
           null as programme
    from outreach_fact_intervention
    where day >= $1 and day < $2
    union all
    select intervention_key as event_key, person_key, day, code, district, 'CASE' as through,
           project as programme
    from cases_fact_intervention
    where day >= $1 and day < $2
    union all
    select attendance_key as event_key, person_key, day,
           case kind
               when 'ITALIAN_L2' then 'LIN.CORSO'
               when 'CIVIC' then 'CIV.CORSO'
               when 'VOCATIONAL' then 'FOR.PROF'
               else 'LAB.SOC'
           end as code,
           district, 'WORKSHOP' as through, null as programme
    from workshops_fact_attendance
    where day >= $1 and day < $2
    union all
    -- A place to live: the day on which the person arrived in it.
    select stay_key as event_key, person_key, day,
           case kind
               when 'DORMITORY' then 'PIS.DORM'
               when 'COHOUSING' then 'ABI.COH'
               else 'ABI.TEMP'
           end as code,
           district, 'HOUSING' as through, null as programme
    from housing_fact_stay
    where day >= $1 and day < $2
    union all
    select support_key as event_key, person_key, day, code, null as district,
           'HOUSING' as through, null as programme
    from housing_fact_support
    where day >= $1 and day < $2
    union all
    select event_key, person_key, day, code, district, 'CIVIC' as through, null as programme
    from civic_fact_intervention
    where day >= $1 and day < $2
)
select e.event_key,
       e.person_key,
       link.canonical_key,
       e.day,
       e.code,
       e.district,
       e.through,
       e.programme,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       p.citizenship
from event e
left join people_fact_person link on link.person_key = e.person_key
left join people_fact_person p on p.person_key = link.canonical_key
order by e.day, e.through, e.code, e.event_key
