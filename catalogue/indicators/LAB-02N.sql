-- SPDX-License-Identifier: EUPL-1.2
-- The same of sessions without a signed sheet: attendance was taken, and nothing on paper shows it.
select a.attendance_key as key,
       a.day,
       a.district,
       a.kind,
       a.minutes as value
from workshops_fact_attendance a
where a.signed = 0 and a.day >= $1 and a.day < $2
