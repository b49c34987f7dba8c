-- SPDX-License-Identifier: EUPL-1.2
-- Who may be one person, as the night proposes it, and what somebody has said to it. Merged they
-- are by a people_merge; here stands only that they are two.

create table people_pair (
    id TEXT not null primary key,
    -- Both were canonical when it was proposed; the smaller id is `one`, so that a pair stands once.
    one TEXT not null references people_person (id),
    other TEXT not null references people_person (id),
    strength TEXT not null,
    weight BIGINT not null, -- what is to be looked at first is more
    proposed_at BIGINT not null,
    checked_at BIGINT not null, -- by the last night that proposed it
    apart_by TEXT,
    apart_at BIGINT,

    check (one < other),
    check ((apart_by is null) = (apart_at is null))
);

create unique index people_pair_persons on people_pair (one, other);
create index people_pair_other on people_pair (other);
create index people_pair_weight on people_pair (weight, id);

-- One line for each night: that it was done, and the weights that were learnt of this city's
-- records (figures of fields and degrees; nobody can be known from them).
create table people_night (
    day TEXT not null primary key,
    persons BIGINT not null,
    proposed BIGINT not null,
    weights TEXT, -- none while there are too few records to learn from
    done_at BIGINT not null
);
