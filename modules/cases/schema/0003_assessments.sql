-- SPDX-License-Identifier: EUPL-1.2
-- The multidimensional assessment of a case: one instrument of the catalogue, dimension by dimension, each part signed by
-- who wrote it with their own profession.

create table cases_assessment (
    id TEXT not null primary key,
    case_id TEXT not null references cases_case (id),
    instrument TEXT not null,
    version BIGINT not null, -- of the instrument when it was begun
    begun_on TEXT not null,
    begun_by TEXT not null,
    begun_at BIGINT not null,
    closed_on TEXT,
    closed_by TEXT,
    cancelled_at BIGINT,

    check (closed_on >= begun_on),
    check ((closed_on is null) = (closed_by is null))
);

create index cases_assessment_case on cases_assessment (case_id, begun_at);

create table cases_assessment_part (
    id TEXT not null primary key,
    assessment TEXT not null references cases_assessment (id),
    dimension TEXT not null,
    profession TEXT not null,
    answers TEXT, -- sealed
    note TEXT,    -- sealed
    signed_by TEXT not null,
    signed_on TEXT not null,
    signed_at BIGINT not null
);

-- Signing again replaces one's profession's own part; another profession's stands beside it.
create unique index cases_assessment_part_one on cases_assessment_part (assessment, dimension, profession);
