-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of referrals: keys that say nothing outside this store, codes and days.

create view referrals_fact_referral as
select id as referral_key,
       person as person_key,
       sent_on as day,
       mode,
       area,
       district,
       language,
       state,
       outcome,
       outcome_on
from referrals_referral;
