-- SPDX-License-Identifier: EUPL-1.2
-- Civic projects of which it was stated within the period what the district has of them.
select project_key as key,
       result_on as day,
       district,
       kind
from civic_fact_project
where result_on >= $1 and result_on < $2
