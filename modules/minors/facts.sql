-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of the minors in the care of their équipe: keys that say nothing outside
-- this store, codes and days.

create view minors_fact_deadline as
select d.id as deadline_key,
       f.person as person_key,
       d.due_on as day,
       d.what,
       d.done_on
from minors_deadline d
join minors_file f on f.id = d.file
where f.unaccompanied = 1;

create view minors_fact_file as
select f.id as file_key,
       f.person as person_key,
       f.opened_on as day,
       f.closed_on,
       f.unaccompanied,
       f.exportable
from minors_file f;
