-- SPDX-License-Identifier: EUPL-1.2
-- Referrals whose outcome became known in the period, and whether the need found an answer.
select r.referral_key as key,
       r.outcome_on as day,
       r.district,
       r.area as kind,
       case
           when r.outcome in ('SERVICE_UNAVAILABLE', 'NO_CAPACITY', 'REJECTED_BY_PROVIDER', 'NOT_ELIGIBLE',
                              'LANGUAGE_BARRIER', 'DOCUMENT_MISSING') then 1
           else 0
       end as counted,
       case when r.state = 'revoked' then 'revoked' end as excluded
from referrals_fact_referral r
where r.outcome is not null and r.outcome_on >= $1 and r.outcome_on < $2
