-- SPDX-License-Identifier: EUPL-1.2
-- Whether a worker wants to be written to in the evening about what waits, and the last evening on which that was looked at.

create table cases_reminder (
    id TEXT not null primary key, -- of the account
    wanted SMALLINT not null check (wanted in (0, 1)),
    looked_on TEXT
);
