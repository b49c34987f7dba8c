-- SPDX-License-Identifier: EUPL-1.2
-- What one city hands over to another, on its way: boxes that only the receiving city can open.

create table handovers_key (
    id TEXT not null primary key,
    city TEXT not null,
    public_key TEXT not null,
    announced_at BIGINT not null
);

create unique index handovers_key_city on handovers_key (city);

create table handovers_parcel (
    id TEXT not null primary key,
    from_city TEXT not null,
    to_city TEXT not null,
    due_on TEXT not null,
    box TEXT not null, -- sealed to the receiving city; emptied once it has been answered
    state TEXT not null check (state in ('sent', 'accepted', 'refused', 'withdrawn')),
    answer_box TEXT,   -- sealed to the sending city
    sent_at BIGINT not null,
    answered_at BIGINT
);

create index handovers_parcel_to on handovers_parcel (to_city, state);
create index handovers_parcel_from on handovers_parcel (from_city, state);
