-- SPDX-License-Identifier: EUPL-1.2
-- Outings of the mobile units, and the contacts made there or anywhere else: with a person, with a
-- nickname, or with somebody one can only describe.

create table outreach_outing (
    id TEXT not null primary key,
    team TEXT not null,
    day TEXT not null,
    begins TEXT not null, -- the clock on the wall: "20:00"
    ends TEXT not null,   -- when it is not after `begins`, on the next day
    vehicle TEXT,
    stops TEXT,
    note TEXT, -- sealed
    opened_by TEXT not null,
    opened_at BIGINT not null,
    closed_by TEXT,
    closed_at BIGINT,

    check (length(begins) = 5 and length(ends) = 5),
    check ((closed_by is null) = (closed_at is null))
);

create index outreach_outing_order on outreach_outing (day, id);

-- Who was there, with the profession and the body of that day: both change over the years.
create table outreach_member (
    id TEXT not null primary key,
    outing TEXT not null references outreach_outing (id),
    account TEXT not null,
    name TEXT not null,
    profession TEXT,
    organisation TEXT
);

create unique index outreach_member_one on outreach_member (outing, account);

-- One named step: these contacts were all with this person.
create table outreach_identification (
    id TEXT not null primary key,
    person TEXT not null,
    made_person SMALLINT not null check (made_person in (0, 1)), -- 1: the person came to be with it
    made_by TEXT not null,
    made_at BIGINT not null,
    undone_by TEXT,
    undone_at BIGINT,

    check ((undone_by is null) = (undone_at is null))
);

create table outreach_contact (
    id TEXT not null primary key,
    outing TEXT references outreach_outing (id),
    team TEXT,
    at BIGINT not null,
    day TEXT not null, -- of `at`, in Italy
    night SMALLINT not null check (night in (0, 1)),
    setting TEXT not null,
    district TEXT not null,
    place_note TEXT, -- sealed
    languages TEXT,
    mediator_present SMALLINT check (mediator_present in (0, 1)),
    nickname TEXT, -- sealed
    person TEXT,
    apparent_gender TEXT,
    apparent_age TEXT,
    circumstances TEXT, -- sealed
    interventions TEXT,
    outcome TEXT not null,
    note TEXT, -- sealed
    late SMALLINT not null check (late in (0, 1)), -- 1: came when its outing was closed already
    identification TEXT references outreach_identification (id),
    identified_at BIGINT,
    recorded_by TEXT not null,
    recorded_by_name TEXT not null,
    recorded_at BIGINT not null,
    changed_at BIGINT not null,
    cancelled_by TEXT,
    cancelled_at BIGINT,

    check (identification is null or person is not null),
    check ((identification is null) = (identified_at is null)),
    check ((cancelled_by is null) = (cancelled_at is null))
);

create index outreach_contact_order on outreach_contact (at, id);
create index outreach_contact_outing on outreach_contact (outing, at, id);
create index outreach_contact_person on outreach_contact (person, at, id);
create index outreach_contact_identification on outreach_contact (identification);

-- The interventions given at a contact, one row each, to be counted; the list in the contact says the same.
create table outreach_intervention (
    contact TEXT not null references outreach_contact (id),
    code TEXT not null,
    primary key (contact, code)
);

-- Which contacts an identification was about, also when it was undone.
create table outreach_identified (
    identification TEXT not null references outreach_identification (id),
    contact TEXT not null references outreach_contact (id),
    primary key (identification, contact)
);

-- A day on which, as a worker says, a relationship of trust had begun.
create table outreach_engagement (
    id TEXT not null primary key,
    person TEXT not null,
    engaged_on TEXT not null,
    marked_by TEXT not null,
    marked_at BIGINT not null,
    undone_by TEXT,
    undone_at BIGINT,

    check ((undone_by is null) = (undone_at is null))
);

create unique index outreach_engagement_one on outreach_engagement (person)
    where undone_at is null;

-- People seen and not spoken to.
create table outreach_tally (
    id TEXT not null primary key,
    outing TEXT references outreach_outing (id),
    team TEXT,
    at BIGINT not null,
    day TEXT not null,
    setting TEXT not null,
    district TEXT not null,
    people_seen BIGINT not null check (people_seen > 0),
    of_which_minors BIGINT check (of_which_minors >= 0),
    note TEXT, -- sealed
    recorded_by TEXT not null,
    recorded_by_name TEXT not null,
    recorded_at BIGINT not null,
    cancelled_by TEXT,
    cancelled_at BIGINT,

    check (of_which_minors <= people_seen),
    check ((cancelled_by is null) = (cancelled_at is null))
);

create index outreach_tally_order on outreach_tally (at, id);
create index outreach_tally_outing on outreach_tally (outing);
