-- SPDX-License-Identifier: EUPL-1.2
-- A receipt outlives its answer: what was answered is forgotten after half a year, that it was done is not.
drop index core_receipt_at;
create index core_receipt_answered on core_receipt (at) where answer <> '';
