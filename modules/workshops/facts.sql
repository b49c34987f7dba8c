-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of workshops: keys that say nothing outside this store, codes, days and minutes.

create view workshops_fact_session as
select s.id as session_key,
       w.id as workshop_key,
       w.kind,
       s.day,
       w.district,
       s.minutes,
       case when exists (select 1 from workshops_attendance a
                         where a.session = s.id and a.mark <> 'open') then 1 else 0 end as held,
       case when exists (select 1 from workshops_sheet p
                         where p.session = s.id and p.cancelled_at is null) then 1 else 0 end as signed
from workshops_session s
join workshops_workshop w on w.id = s.workshop
where s.cancelled_at is null;

create view workshops_fact_enrolment as
select e.id as enrolment_key,
       w.id as workshop_key,
       e.person as person_key,
       w.kind,
       w.district,
       e.state,
       e.enrolled_on,
       e.left_on,
       e.entry_level,
       e.exit_level,
       e.exit_on
from workshops_enrolment e
join workshops_workshop w on w.id = e.workshop
where e.cancelled_at is null;

create view workshops_fact_attendance as
select a.id as attendance_key,
       e.id as enrolment_key,
       s.id as session_key,
       w.id as workshop_key,
       e.person as person_key,
       w.kind,
       a.day,
       w.district,
       a.minutes,
       case when exists (select 1 from workshops_sheet p
                         where p.session = s.id and p.cancelled_at is null) then 1 else 0 end as signed
from workshops_attendance a
join workshops_enrolment e on e.id = a.enrolment
join workshops_session s on s.id = a.session
join workshops_workshop w on w.id = s.workshop
where a.mark = 'present' and e.cancelled_at is null and s.cancelled_at is null;

create view workshops_fact_answer as
select q.id as answer_key,
       w.id as workshop_key,
       w.kind,
       q.day,
       w.district,
       q.helpful
from workshops_answer q
join workshops_workshop w on w.id = q.workshop
where q.cancelled_at is null;

-- What was made; with a partner it is a bridge.
create view workshops_fact_work as
select p.id as work_key,
       w.id as workshop_key,
       p.kind,
       p.day,
       w.district,
       p.partner_kind
from workshops_work p
join workshops_workshop w on w.id = p.workshop
where p.cancelled_at is null;
