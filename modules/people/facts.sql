-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of persons: a key that says nothing outside this store, and no name. One row
-- for each record; records of one human being share canonical_key, which is what is counted once.

create view people_fact_person as
select p.id as person_key,
       p.canonical as canonical_key,
       p.gender,
       p.birth_year,
       p.birth_month,
       p.birth_year_estimated,
       p.citizenship,
       p.first_contact_on,
       p.engaged_on,
       p.made_on
from people_person p
where p.withdrawn_at is null;
