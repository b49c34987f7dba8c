// SPDX-License-Identifier: EUPL-1.2
// What the acts of this module share.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "stories/acts.h"
#include "stories/consent.h"

namespace stories {

// A story and what is known of its consent.
struct Known {
    StoryRow row;
    std::vector<ConsentRow> consents;
    std::vector<PublicationRow> publications;

    const ConsentRow* consent() const { return latest(consents); }
    bool may_stand(const PublicationRow& place, Date today) const
    {
        return may_be_there(consent(), row.minor, place, today);
    }
};

Known known_of(core::Context& context, StoryRow row);

// Coordinators read every story of the city, others what they gathered; of a minor the équipe for
// minors too. For who does not read it there is none.
bool reads(const core::Context& context, const StoryRow& row);
StoryRow get_readable(core::Context& context, const Id<Story>& id);
// One that is not cancelled, on which work can go on.
StoryRow get_working(core::Context& context, const Id<Story>& id);

// Fills a page with what `show` makes of rows, which are read some at a time, each after the last
// one of those before; of some it makes nothing. Whether there are more.
template <class Item, class Row, class Read, class Show>
bool fill_page(std::vector<Item>& items, std::optional<Row> last, const Read& read,
               const Show& show)
{
    while (true) {
        const auto rows = read(last);
        if (rows.empty())
            return false;
        for (const auto& row : rows) {
            std::optional<Item> item = show(row);
            if (!item)
                continue;
            if (items.size() == page_length)
                return true;
            items.push_back(std::move(*item));
        }
        last = rows.back();
    }
}

// Who a minor is that tells a story is known to the équipe for minors alone: nothing says whether
// they are guarded, so all of them are.
bool knows_teller(const core::Context& context, const StoryRow& row);
// Words and files of a minor tell who they are as well as a name does: who publishes reads them
// only while that is agreed to.
bool reads_words(core::Context& context, const StoryRow& row);
// One of which the words and files are this reader's to write.
StoryRow get_writable(core::Context& context, const Id<Story>& id);

// Everybody reads it now: the place on our site, null where there is none.
const PublicationRow* site_place(const Known& known, Date today);

// After anything that a consent depends on: what it does not hold is wanted down, on our own site
// it is down at once; what it holds again and was not taken down yet may stay.
void settle_places(core::Context& context, const Id<Story>& id);
// One place is wanted down.
void want_down(core::Context& context, PublicationRow& place, const std::string& reason);

Story show(core::Context& context, const Id<Story>& id);
File show_file(core::Context& context, const FileRow& row);
Publication show_publication(const PublicationRow& row, const std::string& heading);
int open_count(const std::vector<PublicationRow>& places);

} // namespace stories
