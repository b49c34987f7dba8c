-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of screenings and early warnings: keys that say nothing outside this store, days,
-- priorities and hours. No circumstance, no rule, nobody.

create view screening_fact_screening as
select s.id as screening_key,
       s.person as person_key,
       s.day
from screening_screening s
where s.cancelled_at is null;

create view screening_fact_warning as
select w.id as warning_key,
       w.person as person_key,
       w.raised_on as day,
       w.priority,
       (w.due_at - w.raised_at) / 3600000 as hours_given,
       (w.answered_at - w.raised_at) / 3600000 as hours_to_answer
from screening_warning w
where w.withdrawn_at is null;
