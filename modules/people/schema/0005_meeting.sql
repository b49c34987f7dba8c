-- SPDX-License-Identifier: EUPL-1.2
-- Where a person was met and by which team, each once: told by outreach, compared with others who may
-- be the same. A code of the city's map and one of its teams; when it was is not kept here.
create table people_meeting (
    person TEXT not null references people_person (id),
    district TEXT not null,
    team TEXT not null, -- empty: of no team
    primary key (person, district, team)
);
