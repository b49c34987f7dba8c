-- SPDX-License-Identifier: EUPL-1.2
-- Who has been erased: the record stays for the numbers, without anything that says who it was. No
-- search finds it and nobody writes in it again.
alter table people_person add column erased_at BIGINT;
