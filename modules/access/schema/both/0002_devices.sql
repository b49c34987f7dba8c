-- SPDX-License-Identifier: EUPL-1.2
-- Telephones that keep work while there is no signal. The secret is sealed.
create table access_device (
    id text not null primary key,
    account text not null references access_account (id),
    name text not null,
    secret text not null,
    registered_at bigint not null,
    seen_at bigint not null,
    waiting bigint not null check (waiting >= 0),
    revoked_by text,
    revoked_at bigint,
    wiped_at bigint,

    check ((revoked_by is null) = (revoked_at is null)),
    check (wiped_at is null or revoked_at is not null)
);

create index access_device_account on access_device (account);
