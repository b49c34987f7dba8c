// SPDX-License-Identifier: EUPL-1.2
// The stories of the city; for who gathers none, those that everybody reads, so that each can be
// taken back at once when somebody asks for it on the pavement.
import { labelOf } from "web/api/vocabulary";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ShowPages } from "web/kit/ShowPages";
import { usePages } from "web/kit/usePages";
import { reloadAll } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { count, t } from "web/words/words";
import { ConsentBadge } from "./ConsentBadge";
import type { StoryLine } from "./types";
import { WithdrawButton } from "./WithdrawButton";

export default function StoriesPage() {
    const stories = usePages("stories.list_stories", {});
    return (
        <Page wide title={t("page.stories.stories")} actions={<Links />}>
            <ShowPages
                of={stories}
                empty={
                    <EmptyState title={t("page.stories.none")}>
                        <p>{t("page.stories.none_hint")}</p>
                    </EmptyState>
                }
            >
                {(items) => (
                    <CardList label={t("page.stories.stories")}>
                        {items.map((story) => (
                            <Line key={story.id} story={story} />
                        ))}
                    </CardList>
                )}
            </ShowPages>
        </Page>
    );
}

function Links() {
    const session = useSession();
    return (
        <>
            {may(session, "stories.propose_story") && (
                <LinkButton href={link("/stories/new")}>{t("do.stories.propose")}</LinkButton>
            )}
            {may(session, "stories.list_take_downs") && (
                <LinkButton kind="outline" href={link("/stories/take-downs")}>
                    {t("page.stories.take_downs")}
                </LinkButton>
            )}
            <LinkButton kind="outline" href={`/rete/citta/${session.store}`}>
                {t("page.stories.public_site")}
            </LinkButton>
        </>
    );
}

function Line({ story }: { story: StoryLine }) {
    return (
        <Card
            {...(story.readable && { href: link(`/stories/${story.id}`) })}
            title={<span dir="auto">{story.title || t("page.stories.erased")}</span>}
            badges={
                <>
                    <ConsentBadge state={story.consent_state} />
                    {story.on_site && <Badge kind="info">{t("page.stories.on_site")}</Badge>}
                    {story.take_downs > 0 && (
                        <Badge kind="danger">
                            {count("page.stories.to_take_down", story.take_downs)}
                        </Badge>
                    )}
                    {story.cancelled && <Badge>{t("page.stories.cancelled")}</Badge>}
                </>
            }
            second={`${labelOf("story_kind", story.kind)} · ${formatDay(story.told_on)}`}
            actions={
                story.consent_state === "GIVEN" && (
                    <WithdrawButton id={story.id} title={story.title} onDone={reloadAll} />
                )
            }
        />
    );
}
