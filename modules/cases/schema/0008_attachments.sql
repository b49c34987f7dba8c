-- SPDX-License-Identifier: EUPL-1.2
-- What is attached to a case. The bytes stand apart, so that a list of files does not read them.

create table cases_attachment (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    day TEXT not null,  -- which the file is about
    document_kind TEXT not null, -- sealed: it may say that somebody is ill
    title TEXT,         -- sealed
    file_name TEXT,     -- sealed: it may be a name
    format TEXT not null check (format in ('pdf', 'jpg')),
    bytes BIGINT not null check (bytes > 0),
    kept_to TEXT not null check (kept_to in ('everybody', 'profession')),
    profession TEXT, -- of the author, when it was added
    author TEXT not null,
    recorded_at BIGINT not null,
    changed_at BIGINT,
    cancelled_at BIGINT,

    check (kept_to = 'everybody' or profession is not null)
);

create index cases_attachment_case on cases_attachment (case_id, day);

create table cases_attachment_content (
    id TEXT not null primary key references cases_attachment (id),
    content TEXT not null -- sealed
);
