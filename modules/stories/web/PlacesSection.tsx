// SPDX-License-Identifier: EUPL-1.2
// Where a story is to be read, and where it must go from.
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { PublishForm } from "./PublishForm";
import { nameOf } from "./placeText";
import { TakeDownButtons } from "./TakeDownButtons";
import type { Story, StoryPlace } from "./types";

interface PlacesSectionProps {
    story: Story;
    onChanged: (story: Story) => void;
}

export function PlacesSection({ story, onChanged }: PlacesSectionProps) {
    const session = useSession();
    const [publishing, setPublishing] = useState(false);
    const maySee = `/rete/storie/${session.store}/${story.id}`;
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.stories.places")}</h2>
                {may(session, "stories.publish_story") && !story.cancelled && (
                    <Button kind="outline" onClick={() => setPublishing(true)}>
                        {t("do.stories.publish")}
                    </Button>
                )}
            </div>
            {story.on_site && (
                <LinkButton kind="plain" href={maySee}>
                    {t("page.stories.see_on_site")}
                </LinkButton>
            )}
            {story.publications.length === 0 ? (
                <p>{t("page.stories.no_places")}</p>
            ) : (
                <CardList label={t("page.stories.places")}>
                    {story.publications.map((place) => (
                        <PlaceLine key={place.id} place={place} onChanged={onChanged} />
                    ))}
                </CardList>
            )}
            {publishing && (
                <PublishForm
                    story={story}
                    onClose={() => setPublishing(false)}
                    onDone={(changed) => {
                        setPublishing(false);
                        onChanged(changed);
                    }}
                />
            )}
        </section>
    );
}

function PlaceMarks({ place }: { place: StoryPlace }) {
    if (place.down_on)
        return <Badge>{t("page.stories.down_on", { day: formatDay(place.down_on) })}</Badge>;
    if (place.down_wanted_at) return <Badge kind="danger">{t("page.stories.must_go")}</Badge>;
    return <Badge kind="success">{t("page.stories.is_there")}</Badge>;
}

interface PlaceLineProps {
    place: StoryPlace;
    onChanged: (story: Story) => void;
}

function PlaceLine({ place, onChanged }: PlaceLineProps) {
    const session = useSession();
    const end = useAct("stories.end_publication");
    const mayEnd = may(session, "stories.end_publication");
    const name = nameOf(place);
    return (
        <Card
            title={name}
            badges={<PlaceMarks place={place} />}
            second={[
                formatDay(place.published_on),
                place.down_reason && labelOf("take_down_reason", place.down_reason),
                place.down_note,
            ]
                .filter(Boolean)
                .join(" · ")}
            third={place.link}
            actions={
                mayEnd && (
                    <>
                        {end.problem && <ProblemAlert problem={end.problem} />}
                        {place.down_wanted_at ? (
                            <TakeDownButtons place={place} />
                        ) : (
                            <Button
                                kind="danger"
                                busy={end.busy}
                                label={t("page.stories.end_of", { name })}
                                onClick={() =>
                                    void end.run({ path: { id: place.id } }, (changed) => {
                                        say({ text: t("page.stories.ended") });
                                        onChanged(changed);
                                    })
                                }
                            >
                                {t("do.stories.end_publication")}
                            </Button>
                        )}
                    </>
                )
            }
        />
    );
}
