-- SPDX-License-Identifier: EUPL-1.2
-- The first and the last day on which a person was met are asked for with every contact: the index
-- alone answers. And contacts with nobody named need no place among those of persons.

create index outreach_contact_met on outreach_contact (person, day, outcome)
    where person is not null and cancelled_at is null;

drop index outreach_contact_person;
create index outreach_contact_person on outreach_contact (person, at, id)
    where person is not null;
