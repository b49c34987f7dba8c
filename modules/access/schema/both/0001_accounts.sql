-- SPDX-License-Identifier: EUPL-1.2
-- Who may come in. The same tables on the store of a city and on that of the network.
create table access_team (
    id text not null primary key,
    code text not null unique,
    name text not null,
    kind text not null,
    districts text
);

create table access_account (
    id text not null primary key,
    login_name text not null unique,
    name text not null,
    roles text not null,
    teams text,
    language text not null,
    profession text,
    organisation text,
    active smallint not null check (active in (0, 1)),
    created_at bigint not null
);

-- Apart from the account, so that nothing that shows an account can show it.
create table access_password (
    account text not null primary key references access_account (id),
    hash text not null,
    changed_at bigint not null
);

-- Of the secret in the cookie only its keyed mark is kept: a copy of this table opens no session.
create table access_session (
    mark text not null primary key,
    account text not null references access_account (id),
    began_at bigint not null,
    seen_at bigint not null check (seen_at >= began_at)
);

create index access_session_account on access_session (account);

create table access_token (
    id text not null primary key,
    mark text not null unique,
    name text not null,
    roles text not null,
    expires_on text,
    created_by text not null,
    created_at bigint not null,
    revoked_at bigint
);

-- Wrong passwords, by the keyed mark of what was typed or of the address they came from: the same for
-- log-ins that nobody has.
create table access_failure (
    subject text not null primary key,
    failures bigint not null check (failures > 0),
    since_at bigint not null,
    locked_until bigint not null
);
