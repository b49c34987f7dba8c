-- SPDX-License-Identifier: EUPL-1.2
-- What monitoring may count of published stories: keys that say nothing outside this store, codes
-- and days. The answer on which a place rests is the one of the day on which it was published;
-- since when no answer holds it any more is written down with the place.

create view stories_fact_publication as
select p.id as publication_key,
       p.published_on as day,
       p.channel,
       c.answered_on as consent_from,
       p.unheld_on,
       p.down_on
from stories_publication p
left join stories_consent c on c.id = p.consent and c.cancelled_at is null and c.answer = 'GIVEN';
