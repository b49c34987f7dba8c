-- SPDX-License-Identifier: EUPL-1.2
-- Who is read by one équipe alone. Records of one human being are guarded together: each of them
-- stands here. Asked by every list of the house that tells something of a person (people.h).

create table people_guarded (
    -- A name of its own: where the question stands inside another module's query, "person" is a
    -- column of that module.
    guarded_person TEXT not null primary key references people_person (id),
    guarded_at BIGINT not null
);
