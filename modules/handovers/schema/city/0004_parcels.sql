-- SPDX-License-Identifier: EUPL-1.2
-- What one city tells the other leaves in parcels of the network (network_outbox): here nothing is noted any more of
-- what the network has been told.

drop index handovers_sent_unsettled;
drop index handovers_received_unsettled;
alter table handovers_sent drop column box;
alter table handovers_sent drop column told_state;
alter table handovers_sent drop column heard_turn;
alter table handovers_sent drop column settled;
alter table handovers_received drop column turn;
alter table handovers_received drop column told_turn;
alter table handovers_received drop column settled;
