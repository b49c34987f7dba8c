-- SPDX-License-Identifier: EUPL-1.2
-- Bodies of municipalities with a budget in a project of objective 2 that runs within the period.
select b.partner_key as key,
       j.starts_on as day
from reporting_fact_partner b
join reporting_fact_project j on j.project_key = b.project_key
where b.kind in ('municipality', 'municipal_company') and b.role in ('LEAD', 'PARTNER')
  and j.fund = 'AMIF_2021_2027' and j.objective = 'SO2'
  and j.starts_on < $2 and j.ends_on >= $1
