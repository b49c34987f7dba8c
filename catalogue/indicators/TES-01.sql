-- SPDX-License-Identifier: EUPL-1.2
-- Publications made in the period, and whether a consent holds them: from the day on which they
-- were made, and as long as they stand.
select p.publication_key as key,
       p.day,
       p.channel as kind,
       case
           when p.consent_from is null or p.consent_from > p.day then 0
           when p.unheld_on < $2 and coalesce(p.down_on, $2) >= $2 then 0
           else 1
       end as counted,
       null as excluded,
       case when p.down_on is null and p.unheld_on < $2 then 'still_there' end as remark
from stories_fact_publication p
where p.day >= $1 and p.day < $2
