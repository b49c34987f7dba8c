-- SPDX-License-Identifier: EUPL-1.2
-- Who worked in a civic project within the period. Merged persons share a key; a resident has no
-- record, and is counted by their place in a project.
select case
           when w.participant_kind = 'resident' then w.participant_key
           else coalesce(link.canonical_key, w.person_key)
       end as key,
       w.day,
       w.district,
       w.participant_kind as kind
from civic_fact_work w
left join people_fact_person link on link.person_key = w.person_key
where w.day >= $1 and w.day < $2
