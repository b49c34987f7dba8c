-- SPDX-License-Identifier: EUPL-1.2
-- Answers to the question whether it was helpful, from 1 to 5.
select a.answer_key as key,
       a.day,
       a.district,
       a.kind,
       case when a.helpful >= 4 then 1 else 0 end as counted
from workshops_fact_answer a
where a.day >= $1 and a.day < $2
