// SPDX-License-Identifier: EUPL-1.2
// Stories, at a glance.
#include "core/guests.h"
#include "core/public_page.h"
#include "stories/acts.h"
#include "stories/public.h"

namespace stories {

namespace {

using namespace core;

std::vector<NotHeld> not_held()
{
    constexpr auto reason = "a story names nobody of the register, so that nothing published leads "
                            "to a file: who tells it asks the city for it by name or title";
    return {{"stories_story", reason},
            {"stories_consent", reason},
            {"stories_file", reason},
            {"stories_chunk", reason},
            {"stories_publication", reason}};
}

std::vector<Act> acts_of_files()
{
    return {
        act("stories.begin_file", "POST /api/stories/stories/{story}/files", gatherers, begin_file),
        act("stories.get_file", "GET /api/stories/files/{id}", gatherers, get_file),
        act("stories.put_chunk", "PUT /api/stories/files/{id}/chunks", gatherers, put_chunk),
        act("stories.finish_file", "POST /api/stories/files/{id}/finish", gatherers, finish_file,
            check_file),
        act("stories.change_file", "PUT /api/stories/files/{id}", gatherers, change_file),
        act("stories.cancel_file", "DELETE /api/stories/files/{id}", gatherers, cancel_file),
        act("stories.restore_file", "POST /api/stories/files/{id}/restore", gatherers,
            restore_file),
        act("stories.get_content", "GET /api/stories/files/{id}/content", gatherers, get_content)
            .with_answer("application/octet-stream", true),
    };
}

std::vector<Act> acts_of_places()
{
    return {
        act("stories.publish_story", "POST /api/stories/stories/{story}/publications", publishers,
            publish_story),
        act("stories.end_publication", "DELETE /api/stories/publications/{id}", publishers,
            end_publication),
        act("stories.list_take_downs", "GET /api/stories/take_downs", gatherers, list_take_downs),
        act("stories.finish_take_down", "PUT /api/stories/publications/{id}/down", publishers,
            finish_take_down),
        act("stories.reopen_take_down", "DELETE /api/stories/publications/{id}/down", publishers,
            reopen_take_down),
    };
}

// Read by everybody, noted of nobody.
std::vector<Act> acts_of_the_public()
{
    return {
        act("stories.show_network_page", "GET /rete", {}, show_network_page)
            .for_guests(store_of_network)
            .of_the_public()
            .with_answer(public_page_type),
        act("stories.show_style", "GET /rete/stile.css", {}, show_style)
            .for_guests(store_of_network)
            .of_the_public()
            .with_answer("text/css"),
        act("stories.show_city_page", "GET /rete/citta/{city}", {}, show_city_page)
            .for_guests(store_of_city)
            .of_the_public()
            .with_answer(public_page_type),
        act("stories.show_story_page", "GET /rete/storie/{city}/{story}", {}, show_story_page)
            .for_guests(store_of_city)
            .of_the_public()
            .with_answer(public_page_type),
        act("stories.show_media", "GET /rete/storie/{city}/{story}/{file}", {}, show_media)
            .for_guests(store_of_city)
            .of_the_public()
            .with_answer("application/octet-stream"),
    };
}

} // namespace

core::Module module()
{
    std::vector<Act> acts{
        act("stories.list_stories", "GET /api/stories/stories", city_team, list_stories),
        act("stories.propose_story", "POST /api/stories/stories", gatherers, propose_story),
        act("stories.get_story", "GET /api/stories/stories/{id}", gatherers, get_story),
        act("stories.change_story", "PUT /api/stories/stories/{id}", gatherers, change_story),
        act("stories.cancel_story", "DELETE /api/stories/stories/{id}", gatherers, cancel_story),
        act("stories.restore_story", "POST /api/stories/stories/{id}/restore", gatherers,
            restore_story),
        act("stories.erase_story", "POST /api/stories/stories/{id}/erasure", publishers,
            erase_story),

        act("stories.record_consent", "POST /api/stories/stories/{story}/consents", gatherers,
            record_consent),
        act("stories.cancel_consent", "DELETE /api/stories/consents/{id}", gatherers,
            cancel_consent),
        // Whoever is told "take it away" can do so at once.
        act("stories.withdraw_consent", "POST /api/stories/stories/{id}/withdrawal", city_team,
            withdraw_consent),
        act("stories.undo_withdrawal", "DELETE /api/stories/stories/{id}/withdrawal", city_team,
            undo_withdrawal),
    };
    for (auto& more : {acts_of_files(), acts_of_places(), acts_of_the_public()})
        acts.insert(acts.end(), more.begin(), more.end());
    return {"stories",
            Where::city,
            std::move(acts),
            public_dialect(),
            {{"stories.watch_consents", watch_consents}, {"stories.empty_files", empty_files}},
            {},
            not_held()};
}

} // namespace stories
