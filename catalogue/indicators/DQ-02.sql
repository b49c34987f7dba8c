-- SPDX-License-Identifier: EUPL-1.2
-- Files of minors opened in the period, and whether they can be told to SINBA.
select f.file_key as key,
       f.day,
       f.exportable as counted,
       null as excluded,
       case when f.closed_on is not null then 'closed' end as remark
from minors_fact_file f
where f.day >= $1 and f.day < $2
