-- SPDX-License-Identifier: EUPL-1.2
-- A person who was in the care of the équipe for minors there is so from the moment they arrive here.

alter table handovers_received add column guarded SMALLINT not null default 0 check (guarded in (0, 1));
