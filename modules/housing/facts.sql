-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of places to live: keys that say nothing outside this store, codes and
-- days.

create view housing_fact_request as
select id as request_key,
       person as person_key,
       asked_on as day,
       kind,
       state,
       reason,
       answered_on
from housing_request
where cancelled_at is null;

-- Who arrived; the ranks are the order in which one living situation is better than another.
create view housing_fact_stay as
with rank_of (living, place) as (
    select '1.', 1
    union all select '2.', 2
    union all select '11', 3
    union all select '10', 4
    union all select '8.', 5
    union all select '12', 6
    union all select '13', 7
    union all select '9.', 8
    union all select '3.', 9
    union all select '6.', 10
    union all select '5.', 11
    union all select '4.', 12
    union all select '7.', 13
    union all select '0.', 14
)
select s.id as stay_key,
       s.person as person_key,
       p.kind,
       p.district,
       s.arrived_on as day,
       s.ended_on,
       s.reason,
       s.living_before,
       s.living_after,
       s.living_later,
       s.later_on,
       s.lost,
       was.place as rank_before,
       went.place as rank_after
from housing_stay s
join housing_bed b on b.id = s.bed
join housing_place p on p.id = b.place
left join rank_of was on was.living = substr(s.living_before, 1, 2)
left join rank_of went on went.living = substr(s.living_after, 1, 2)
where s.cancelled_at is null and s.arrived_on is not null;

-- Help with the rent, each time that somebody had some: talks and a guarantee from the day on which
-- they were agreed, money on each day on which it was paid. The codes are those of interventions.
create view housing_fact_support as
select u.id as support_key,
       u.person as person_key,
       u.agreed_on as day,
       u.kind,
       case when u.kind = 'MEDIATION' then 'ABI.ORI' else 'ABI.CONTR' end as code
from housing_support u
where u.cancelled_at is null and u.kind in ('MEDIATION', 'GUARANTEE')
union all
select i.id as support_key,
       u.person as person_key,
       i.paid_on as day,
       u.kind,
       case when u.kind = 'MEDIATION' then 'ABI.ORI' else 'ABI.CONTR' end as code
from housing_instalment i
join housing_support u on u.id = i.support
where u.cancelled_at is null and i.cancelled_at is null and i.paid_on is not null;

-- Every night of every bed, from the day it was there until it is no more or its place is closed:
-- was somebody in it, could anybody be? Nights to come are in it too: whoever counts says until
-- when.
create view housing_fact_night as
with recursive years (y) as (
    select 2025 union all select y + 1 from years where y < 2045
),
months (m) as (
    select 1 union all select m + 1 from months where m < 12
),
days (d) as (
    select 1 union all select d + 1 from days where d < 31
),
calendar (night) as (
    select cast(y as text) || case when m < 10 then '-0' else '-' end || cast(m as text)
           || case when d < 10 then '-0' else '-' end || cast(d as text)
    from years cross join months cross join days
    where d < 29 or (d < 31 and m <> 2) or (d = 31 and m in (1, 3, 5, 7, 8, 10, 12))
          or (d = 29 and y % 4 = 0)
)
select b.id || '/' || c.night as night_key,
       c.night as day,
       p.kind,
       p.district,
       case when exists (
           select 1 from housing_stay s
           where s.bed = b.id and s.cancelled_at is null and s.arrived_on is not null
                 and s.arrived_on <= c.night and (s.ended_on is null or s.ended_on > c.night)
       ) then 1 else 0 end as taken,
       case when exists (
           select 1 from housing_closing o
           where o.bed = b.id and o.cancelled_at is null and o.from_on <= c.night
                 and (o.until is null or o.until > c.night)
       ) then 1 else 0 end as out_of_use
from housing_bed b
join housing_place p on p.id = b.place
join calendar c on c.night >= b.added_on and (b.removed_on is null or b.removed_on > c.night)
                 and (p.closed_on is null or p.closed_on > c.night);
