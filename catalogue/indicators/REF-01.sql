-- SPDX-License-Identifier: EUPL-1.2
-- Referrals sent in the period, and whether somebody knows how they ended.
select r.referral_key as key,
       r.day,
       r.district,
       r.mode as kind,
       case when r.outcome is not null then 1 else 0 end as counted,
       case when r.state = 'revoked' then 'revoked' end as excluded
from referrals_fact_referral r
where r.day >= $1 and r.day < $2
