-- SPDX-License-Identifier: EUPL-1.2
-- The day from which a place is used no more: its nights before that day go on being counted.

alter table housing_place add column closed_on TEXT;

-- The day in Italy, by winter time: the instant plus an hour, counted from the first day of 2025,
-- which is the 20,089th since 1970.
update housing_place
set closed_on = (
    with recursive years (y) as (
        select 2025 union all select y + 1 from years where y < 2045
    ),
    months (m) as (
        select 1 union all select m + 1 from months where m < 12
    ),
    days (d) as (
        select 1 union all select d + 1 from days where d < 31
    ),
    calendar (day, number) as (
        select cast(y as text) || case when m < 10 then '-0' else '-' end || cast(m as text)
               || case when d < 10 then '-0' else '-' end || cast(d as text),
               row_number() over (order by y, m, d) - 1
        from years cross join months cross join days
        where d < 29 or (d < 31 and m <> 2) or (d = 31 and m in (1, 3, 5, 7, 8, 10, 12))
              or (d = 29 and y % 4 = 0)
    )
    select day from calendar where number = (cancelled_at + 3600000) / 86400000 - 20089
)
where cancelled_at is not null;

-- Who did not come slept nowhere: the nights that were kept for them are anybody's.
delete from housing_night
where stay in (select id from housing_stay where reason = 'NOT_COME');
