-- SPDX-License-Identifier: EUPL-1.2
-- Every report that arrived in the period, once for each event.
select r.report_key as key,
       r.day,
       r.hour,
       r.district,
       r.category,
       r.source,
       r.priority as kind,
       case when r.finding is not null then 1 else 0 end as counted,
       case when r.lead_key is not null then 'duplicate' end as excluded,
       case when r.finding is null and r.status = 'closed' then 'closed_unverified' end as remark
from reports_fact_report r
where r.day >= $1 and r.day < $2
