-- SPDX-License-Identifier: EUPL-1.2
-- Answers to the question whether it was helpful, from 1 to 5. Where fewer than three have answered,
-- nobody's answer is told: it could be known whose it is. Three of the period asked for, for of one
-- more than before it the period would tell the answer.
with many as (
    select workshop_key, count(*) as answers
    from workshops_fact_answer
    where day >= $1 and day < $2
    group by workshop_key
)
select a.answer_key as key,
       a.day,
       a.district,
       a.kind,
       case when a.helpful >= 4 then 1 else 0 end as counted,
       case when m.answers < 3 then 'few_answers' end as excluded
from workshops_fact_answer a
join many m on m.workshop_key = a.workshop_key
where a.day >= $1 and a.day < $2
