-- SPDX-License-Identifier: EUPL-1.2
-- Until which day what is known of a service counts as fresh, and what somebody who was sent there found.

alter table directory_service add column fresh_until TEXT;
alter table directory_service add column doubt TEXT;      -- a code of referral_outcome
alter table directory_service add column doubted_on TEXT;
