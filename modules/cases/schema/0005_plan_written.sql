-- SPDX-License-Identifier: EUPL-1.2
-- The day on which a plan was first written, which is counted. Of plans before this step it is known only that they were
-- there when they were agreed or approved.

alter table cases_plan add column written_on TEXT;
update cases_plan set written_on = coalesce(agreed_on, approved_on);
