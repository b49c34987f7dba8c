-- SPDX-License-Identifier: EUPL-1.2
-- Agreements in force on at least one day of the period.
select agreement_key as key,
       in_force_on as day,
       kind,
       case
           when documented = 0 then 'without_document'
           when civil_society = 0 or migrants = 0 then 'without_communities'
       end as excluded
from reporting_fact_agreement
where in_force_on < $2 and (until is null or until >= $1)
