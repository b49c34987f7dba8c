-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of outreach: keys that say nothing outside this store, codes and days. What
-- was cancelled is not there. person_key is the record that was met; people_fact_person says who is the
-- same person.

create view outreach_fact_contact as
select c.id as contact_key,
       c.outing as outing_key,
       c.person as person_key,
       c.day,
       c.night,
       c.district,
       c.setting,
       c.outcome,
       c.team,
       c.apparent_gender,
       c.apparent_age,
       c.late
from outreach_contact c
where c.cancelled_at is null;

-- What a city calls by a code of its own is counted as the network's.
create view outreach_fact_intervention as
select c.id as contact_key,
       c.person as person_key,
       c.day,
       coalesce((select e.counts_as from network_extension e
                 where e.list = 'intervention' and e.code = i.code), i.code) as code,
       c.district
from outreach_intervention i
join outreach_contact c on c.id = i.contact
where c.cancelled_at is null;

create view outreach_fact_tally as
select t.id as tally_key,
       t.day,
       t.district,
       t.setting,
       t.people_seen,
       t.of_which_minors as minors_seen,
       t.team
from outreach_tally t
where t.cancelled_at is null;
