-- SPDX-License-Identifier: EUPL-1.2
-- Since when no consent holds a place any more, for whatever reason it is to come down. Of before this step it is known
-- for what was to come down because of that.

alter table stories_publication add column unheld_on TEXT;
update stories_publication
set unheld_on = coalesce((select c.withdrawn_on from stories_consent c where c.id = stories_publication.consent),
                         down_on, published_on)
where down_reason <> 'CHOSEN';
