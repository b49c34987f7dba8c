// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { WebModule } from "web/shell/module";

const purpose = ({ roles }: Session) => {
    if (roles.includes("mobile_unit_operator")) return "outreach";
    return roles.includes("city_coordinator") ? "supervision" : "care";
};

const stories: WebModule = {
    rank: 58,
    routes: [
        {
            path: "/stories",
            page: () => import("./StoriesPage"),
            needs: "stories.list_stories",
            purpose,
        },
        {
            path: "/stories/new",
            page: () => import("./NewStoryPage"),
            needs: "stories.propose_story",
            purpose,
        },
        {
            path: "/stories/take-downs",
            page: () => import("./TakeDownsPage"),
            needs: "stories.list_take_downs",
            purpose,
        },
        {
            path: "/stories/:story",
            page: () => import("./StoryPage"),
            needs: "stories.get_story",
            purpose,
        },
    ],
    menu: [
        {
            path: "/stories",
            label: "page.stories.stories",
            group: "services",
            needs: "stories.list_stories",
        },
    ],
};

export default stories;
