-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of hand-overs between cities: days and codes, no person.

create view handovers_fact_sent as
select id as handover_key,
       to_city,
       due_on,
       state,
       reason
from handovers_sent;
