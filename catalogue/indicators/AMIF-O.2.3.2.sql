-- SPDX-License-Identifier: EUPL-1.2
-- Whoever was there at least once within the period, in a course of civic orientation.
select coalesce(link.canonical_key, a.person_key) as key,
       a.day,
       a.district,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       case
           -- Citizens of the Union as in Article 20(1) of the Treaty on its functioning.
           when p.citizenship in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI',
                                    'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT',
                                    'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK') then 'citizen_of_union'
       end as excluded
from workshops_fact_attendance a
left join people_fact_person link on link.person_key = a.person_key
left join people_fact_person p on p.person_key = link.canonical_key
where a.kind = 'CIVIC' and a.day >= $1 and a.day < $2
