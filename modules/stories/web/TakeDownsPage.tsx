// SPDX-License-Identifier: EUPL-1.2
// What must go from where it was published, and who has seen to it.
import { labelOf } from "web/api/vocabulary";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ShowPages } from "web/kit/ShowPages";
import { usePages } from "web/kit/usePages";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { nameOf } from "./placeText";
import { TakeDownButtons } from "./TakeDownButtons";

export default function TakeDownsPage() {
    const session = useSession();
    const places = usePages("stories.list_take_downs", {});
    return (
        <Page
            wide
            title={t("page.stories.take_downs")}
            back={{ href: link("/stories"), label: t("page.stories.stories") }}
        >
            <ShowPages
                of={places}
                empty={<EmptyState title={t("page.stories.no_take_downs")} />}
            >
                {(items) => (
                    <CardList label={t("page.stories.take_downs")}>
                        {items.map((place) => (
                            <Card
                                key={place.id}
                                href={link(`/stories/${place.story}`)}
                                title={<span dir="auto">{place.story_title}</span>}
                                badges={
                                    <Badge kind="danger">
                                        {labelOf("take_down_reason", place.down_reason)}
                                    </Badge>
                                }
                                second={`${nameOf(place)} · ${formatInstant(
                                    place.down_wanted_at!,
                                )}`}
                                third={place.link}
                                actions={
                                    may(session, "stories.finish_take_down") && (
                                        <TakeDownButtons place={place} />
                                    )
                                }
                            />
                        ))}
                    </CardList>
                )}
            </ShowPages>
        </Page>
    );
}
