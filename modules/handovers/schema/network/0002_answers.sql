-- SPDX-License-Identifier: EUPL-1.2
-- Of a referral more than one answer comes: each says all that is known, and has a number.

alter table handovers_parcel add column answer_turn BIGINT not null default 0;

update handovers_parcel set answer_turn = 1 where state in ('accepted', 'refused');
