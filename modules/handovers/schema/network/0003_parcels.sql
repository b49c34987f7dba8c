-- SPDX-License-Identifier: EUPL-1.2
-- What goes from city to city is a parcel like every other (network_outbox).

drop table handovers_parcel;
drop table handovers_key;
