-- SPDX-License-Identifier: EUPL-1.2
-- In which languages a worker can talk to people: who is sent where depends on it.
alter table access_account add column speaks text;
