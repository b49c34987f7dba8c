// SPDX-License-Identifier: EUPL-1.2
// The pages for everybody: the network, its cities, the stories with a consent that holds at this
// very moment. Asked at each request, kept nowhere.
#pragma once

#include "core/act.h"
#include "core/dialect.h"
#include "stories/stories.h"

namespace stories {

struct NetworkPage {
    static constexpr const char* title = "PublicNetworkPage";

    std::optional<std::string> lang;

    static constexpr auto fields()
    {
        return std::tuple(field("lang", &NetworkPage::lang).up_to(8).says("it or en."));
    }
};

struct CityPage {
    static constexpr const char* title = "PublicCityPage";

    std::string city;
    std::optional<Id<Story>> after;
    std::optional<std::string> lang;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &CityPage::city).up_to(40).sample(R"("roma")"),
                          field("after", &CityPage::after).says("The stories after this one."),
                          field("lang", &CityPage::lang).up_to(8));
    }
};

struct StoryPage {
    static constexpr const char* title = "PublicStoryPage";

    std::string city;
    Id<Story> story;
    std::optional<std::string> lang;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &StoryPage::city).up_to(40).sample(R"("roma")"),
                          field("story", &StoryPage::story).sample(core::samples::story),
                          field("lang", &StoryPage::lang).up_to(8));
    }
};

struct MediaPath {
    static constexpr const char* title = "PublicMediaPath";

    std::string city;
    Id<Story> story;
    Id<File> file;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &MediaPath::city).up_to(40).sample(R"("roma")"),
                          field("story", &MediaPath::story).sample(core::samples::story),
                          field("file", &MediaPath::file).sample(core::samples::story_file));
    }
};

core::Bytes show_network_page(core::Context& context, const NetworkPage& wish);
core::Bytes show_city_page(core::Context& context, const CityPage& wish);
core::Bytes show_story_page(core::Context& context, const StoryPage& wish);
core::Bytes show_media(core::Context& context, const MediaPath& wish);
core::Bytes show_style(core::Context& context);

// /rete: refusals are pages.
core::Dialect public_dialect();

} // namespace stories
