-- SPDX-License-Identifier: EUPL-1.2
-- Temporary cases that ended in the period: on the day of closing, or on the end date if open then.
with ended as (
    select k.case_key,
           k.person_key,
           case when k.closed_on < k.ends_on then k.closed_on else k.ends_on end as day,
           k.ends_on,
           k.closure_reason,
           k.hand_over_accepted_on as accepted_on,
           k.hand_over_destination as destination,
           k.district
    from cases_fact_case k
    where k.kind = 'temporary'
)
select e.case_key as key,
       e.day,
       e.district,
       coalesce(e.destination, 'none') as kind,
       case when e.accepted_on <= e.ends_on then 1 else 0 end as counted,
       case
           when e.accepted_on is null
                and e.closure_reason in ('LEFT_ON_REQUEST', 'UNREACHABLE', 'ASSISTED_RETURN',
                                         'EXPULSION', 'DETENTION', 'DEATH')
               then 'hand_over_impossible'
       end as excluded
from ended e
where e.day >= $1 and e.day < $2
