-- SPDX-License-Identifier: EUPL-1.2
-- Projects of objective 2 that run within the period and whose lead is a body of a municipality.
select distinct j.project_key as key,
       j.starts_on as day
from reporting_fact_partner b
join reporting_fact_project j on j.project_key = b.project_key
where b.kind in ('municipality', 'municipal_company') and b.role = 'LEAD'
  and j.fund = 'AMIF_2021_2027' and j.objective = 'SO2'
  and j.starts_on < $2 and j.ends_on >= $1
