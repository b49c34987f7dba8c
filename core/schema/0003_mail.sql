-- SPDX-License-Identifier: EUPL-1.2
-- Mail that the house sends (core/mail.h).
create table core_mail (
    id text not null primary key,
    recipient text, -- sealed; gone once it was sent or given up
    subject text not null,
    text text not null,
    made_at bigint not null,
    tries bigint not null check (tries >= 0),
    try_at bigint, -- none: it was sent, or given up
    sent_at bigint,

    check (try_at is null or sent_at is null),
    check ((recipient is null) = (try_at is null))
);

create index core_mail_waiting on core_mail (try_at) where try_at is not null;
