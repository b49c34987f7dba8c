-- SPDX-License-Identifier: EUPL-1.2
-- Learners of Italian whose level at the end was written down within the period, each once: improved
-- in any course, or in none. The codes of the levels stand in their order.
select coalesce(link.canonical_key, e.person_key) as key,
       min(e.exit_on) as day,
       max(case when e.exit_level > e.entry_level then 1 else 0 end) as counted
from workshops_fact_enrolment e
left join people_fact_person link on link.person_key = e.person_key
where e.kind = 'ITALIAN_L2' and e.entry_level is not null and e.exit_level is not null
  and e.exit_on >= $1 and e.exit_on < $2
group by coalesce(link.canonical_key, e.person_key)
