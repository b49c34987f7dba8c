-- SPDX-License-Identifier: EUPL-1.2
-- The minutes of everybody who was there, in sessions whose signed sheet is kept.
select a.attendance_key as key,
       a.day,
       a.district,
       a.kind,
       a.minutes as value,
       case when a.signed = 0 then 'not_signed' end as excluded
from workshops_fact_attendance a
where a.day >= $1 and a.day < $2
