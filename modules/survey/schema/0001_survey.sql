-- SPDX-License-Identifier: EUPL-1.2
-- The survey of needs: questionnaires, waves, the sample and how it was drawn, interviews. Nothing
-- here names who answered: no person, no telephone, no point on a map; hours, districts, centres.

create table survey_questionnaire (
    id TEXT not null primary key,
    code TEXT not null,
    respondents TEXT not null check (respondents in ('MIGRANT', 'OPERATOR', 'BODY')),
    created_by TEXT,
    created_at BIGINT not null
);

create unique index survey_questionnaire_code on survey_questionnaire (code);

-- A version stays as it is: an interview was made with the words that stood in it.
create table survey_version (
    id TEXT not null primary key,
    questionnaire TEXT not null references survey_questionnaire (id),
    number BIGINT not null check (number >= 1),
    version TEXT not null,
    form TEXT not null, -- JSON, see xlsform/form_json.h
    workbook TEXT, -- the XLSForm that it was read from, in base64
    digest TEXT not null,
    imported_by TEXT,
    imported_at BIGINT not null,
    withdrawn_at BIGINT
);

create unique index survey_version_number on survey_version (questionnaire, number);

create table survey_wave (
    id TEXT not null primary key,
    number BIGINT not null check (number >= 1),
    name TEXT not null,
    from_day TEXT not null,
    until_day TEXT not null,
    state TEXT not null check (state in ('PREPARING', 'OPEN', 'CLOSED')),
    margin_percent DOUBLE PRECISION not null check (margin_percent > 0),
    expected_percent DOUBLE PRECISION not null
        check (expected_percent > 0 and expected_percent < 100),
    confidence BIGINT not null check (confidence between 50 and 99),
    seed TEXT not null,
    changed_by TEXT not null,
    changed_at BIGINT not null,
    version BIGINT not null,
    opened_at BIGINT,
    closed_at BIGINT,
    removed_at BIGINT,

    check (until_day >= from_day),
    check ((state = 'PREPARING') = (opened_at is null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);

create unique index survey_wave_number on survey_wave (number);

-- What is asked of a group in a wave.
create table survey_asked (
    id TEXT not null primary key,
    wave TEXT not null references survey_wave (id),
    respondents TEXT not null check (respondents in ('MIGRANT', 'OPERATOR', 'BODY')),
    questionnaire TEXT not null references survey_questionnaire (id)
);

create unique index survey_asked_once on survey_asked (wave, respondents);

create table survey_stratum (
    id TEXT not null primary key,
    wave TEXT not null references survey_wave (id),
    district TEXT not null,
    respondents TEXT not null check (respondents in ('MIGRANT', 'OPERATOR', 'BODY')),
    population BIGINT check (population >= 1),
    margin_percent DOUBLE PRECISION not null check (margin_percent > 0),
    expected_percent DOUBLE PRECISION not null
        check (expected_percent > 0 and expected_percent < 100),
    design_effect DOUBLE PRECISION not null check (design_effect >= 1),
    size BIGINT not null check (size >= 0),
    target_by_hand BIGINT check (target_by_hand >= 0)
);

create unique index survey_stratum_once on survey_stratum (wave, district, respondents);

create table survey_centre (
    id TEXT not null primary key,
    wave TEXT not null references survey_wave (id),
    number BIGINT not null check (number >= 1),
    name TEXT not null,
    kind TEXT not null,
    district TEXT not null,
    attendance BIGINT not null check (attendance >= 1),
    version BIGINT not null,
    removed_at BIGINT
);

create unique index survey_centre_number on survey_centre (wave, number);

-- A day and hours at a centre. What was drawn keeps with which probability.
create table survey_slot (
    id TEXT not null primary key,
    centre TEXT not null references survey_centre (id),
    day TEXT not null,
    from_time TEXT not null,
    to_time TEXT not null,
    attendance BIGINT not null check (attendance >= 1),
    every BIGINT not null check (every >= 1),
    drawn SMALLINT not null check (drawn in (0, 1)),
    probability DOUBLE PRECISION check (probability > 0 and probability <= 1),
    interviewer TEXT,
    counted BIGINT check (counted >= 0),
    removed_at BIGINT,

    check (to_time > from_time),
    check (drawn = 0 or probability is not null)
);

create index survey_slot_centre on survey_slot (centre, day);
create index survey_slot_interviewer on survey_slot (interviewer);

create table survey_unit (
    id TEXT not null primary key,
    wave TEXT not null references survey_wave (id),
    respondents TEXT not null check (respondents in ('OPERATOR', 'BODY')),
    organisation TEXT not null,
    position TEXT,
    district TEXT not null,
    contact TEXT, -- sealed
    drawn SMALLINT not null check (drawn in (0, 1)),
    probability DOUBLE PRECISION check (probability > 0 and probability <= 1),
    interviewer TEXT,
    removed_at BIGINT,

    check (drawn = 0 or probability is not null)
);

create index survey_unit_wave on survey_unit (wave, district);
create index survey_unit_interviewer on survey_unit (interviewer);

create table survey_interview (
    id TEXT not null primary key,
    wave TEXT not null references survey_wave (id),
    version TEXT not null references survey_version (id),
    respondents TEXT not null check (respondents in ('MIGRANT', 'OPERATOR', 'BODY')),
    district TEXT not null,
    slot TEXT references survey_slot (id),
    unit TEXT references survey_unit (id),
    interviewer TEXT not null,
    pseudonym TEXT not null,
    day TEXT not null,
    hour BIGINT not null check (hour between 0 and 23),
    minutes BIGINT not null check (minutes >= 0),
    language TEXT not null,
    mode TEXT not null,
    disposition TEXT not null,
    answers BIGINT not null check (answers >= 0),
    late SMALLINT not null check (late in (0, 1)),
    withdrawn_at BIGINT,
    excluded TEXT,
    followed_by TEXT -- of a unit: a later contact that says how it ended
);

create unique index survey_interview_pseudonym on survey_interview (wave, pseudonym);
create index survey_interview_wave on survey_interview (wave, district, respondents);
create index survey_interview_interviewer on survey_interview (interviewer);
create index survey_interview_slot on survey_interview (slot);
create index survey_interview_version on survey_interview (version);

-- How it ended with somebody of a list stands once.
create unique index survey_interview_unit on survey_interview (unit)
    where unit is not null and withdrawn_at is null and followed_by is null;

create table survey_answer (
    id TEXT not null primary key,
    interview TEXT not null references survey_interview (id),
    question TEXT not null,
    occurrence TEXT not null,
    value TEXT, -- a code, a number, a day
    words TEXT, -- sealed: in the respondent's own words

    check ((value is null) <> (words is null))
);

create unique index survey_answer_once on survey_answer (interview, question, occurrence);
create index survey_answer_question on survey_answer (question);
