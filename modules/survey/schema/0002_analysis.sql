-- SPDX-License-Identifier: EUPL-1.2
-- What is made of the answers: themes of open answers, who coded which, what was decided, and margins of the
-- population that weights may be raked to.

-- One list for all groups and waves, so that a theme can be followed. Retired, never deleted.
create table survey_theme (
    id TEXT not null primary key,
    code TEXT not null,
    name TEXT not null,
    description TEXT not null,
    need TEXT, -- a code of need_item: what the questionnaire asks about anyway
    changed_by TEXT not null,
    changed_at BIGINT not null,
    retired_at BIGINT,
    version BIGINT not null
);

create unique index survey_theme_code on survey_theme (code);

-- What one person found in an answer; no theme at all is a finding too. Two persons, not more.
create table survey_coding (
    id TEXT not null primary key,
    answer TEXT not null references survey_answer (id),
    coder TEXT not null,
    place BIGINT not null check (place in (1, 2)), -- who came first
    themes TEXT, -- ids, as JSON
    coded_at BIGINT not null
);

create unique index survey_coding_once on survey_coding (answer, coder);
create unique index survey_coding_two on survey_coding (answer, place);

-- The third step, where two did not find the same.
create table survey_decision (
    id TEXT not null primary key,
    answer TEXT not null references survey_answer (id),
    themes TEXT,
    decided_by TEXT not null,
    decided_at BIGINT not null
);

create unique index survey_decision_once on survey_decision (answer);

create table survey_margin (
    id TEXT not null primary key,
    wave TEXT not null references survey_wave (id),
    respondents TEXT not null check (respondents in ('MIGRANT', 'OPERATOR', 'BODY')),
    characteristic TEXT not null,
    level TEXT not null, -- a code of the question
    total BIGINT not null check (total >= 0),
    source TEXT not null
);

create unique index survey_margin_once on survey_margin (wave, respondents, characteristic, level);
