-- SPDX-License-Identifier: EUPL-1.2
-- When what everybody would read last changed: a consent recorded before then does not hold it. Of
-- a story changed before this column, it may have been its words.

alter table stories_story add column words_changed_at BIGINT;
alter table stories_file add column words_changed_at BIGINT;
update stories_story set words_changed_at = changed_at;
