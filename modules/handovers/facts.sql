-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of what goes between cities: keys that say nothing outside this store, days and
-- codes. A referral hands nobody over, and is not one of those to a service of this city.

create view handovers_fact_sent as
select id as handover_key,
       to_city,
       due_on,
       state,
       reason
from handovers_sent
where kind = 'handover';

create view handovers_fact_referral as
select id as referral_key,
       person as person_key,
       sent_on as day,
       to_city,
       area,
       state,
       reason,
       outcome,
       outcome_on
from handovers_sent
where kind = 'referral';
