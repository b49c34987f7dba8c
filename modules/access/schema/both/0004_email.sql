-- SPDX-License-Identifier: EUPL-1.2
-- Where the house writes to whom: the address at work, as open as the name.
alter table access_account add column email text;
