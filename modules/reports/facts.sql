-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of reports: keys that say nothing outside this store, codes, the hour of the
-- day and minutes. No place, no text, nobody. lead_key is the report of the same event that is counted
-- instead.

create view reports_fact_report as
select r.id as report_key,
       r.lead as lead_key,
       r.received_day as day,
       r.received_hour as hour,
       r.district,
       r.category,
       r.source,
       r.channel,
       r.priority,
       r.first_priority,
       (r.first_action_at - r.event_from) / 60000 as minutes_to_action,
       r.finding,
       r.outcome,
       r.status
from reports_report r;
