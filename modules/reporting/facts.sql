-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of projects: nothing of it is about persons.

create view reporting_fact_project as
select id as project_key,
       fund,
       objective,
       starts_on,
       ends_on
from reporting_project
where cancelled_at is null;

create view reporting_fact_partner as
select p.id as partner_key,
       p.project as project_key,
       p.kind,
       p.role
from reporting_partner p
join reporting_project j on j.id = p.project
where p.cancelled_at is null and j.cancelled_at is null;

create view reporting_fact_agreement as
select a.id as agreement_key,
       a.project as project_key,
       a.level as kind,
       a.in_force_on,
       a.until,
       a.civil_society,
       a.migrants,
       case when a.document is null then 0 else 1 end as documented
from reporting_agreement a
join reporting_project j on j.id = a.project
where a.cancelled_at is null and j.cancelled_at is null;
