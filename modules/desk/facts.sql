-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of the desk: keys that say nothing outside this store, codes, days and minutes.

create view desk_fact_visit as
select id as visit_key,
       person as person_key,
       day,
       site,
       kind,
       need,
       language,
       state,
       outcome,
       minutes_waited
from desk_visit
where cancelled_at is null;
