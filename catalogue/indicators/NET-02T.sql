-- SPDX-License-Identifier: EUPL-1.2
-- People seen and not spoken to: one row for the minors of a tally, one for the others.
select t.tally_key || '/minors' as key,
       t.day,
       t.district,
       t.setting,
       'minor' as apparent_age,
       t.minors_seen as value
from outreach_fact_tally t
where t.day >= $1 and t.day < $2 and t.minors_seen > 0
union all
select t.tally_key || '/others' as key,
       t.day,
       t.district,
       t.setting,
       'unknown' as apparent_age,
       t.people_seen - coalesce(t.minors_seen, 0) as value
from outreach_fact_tally t
where t.day >= $1 and t.day < $2 and t.people_seen > coalesce(t.minors_seen, 0)
