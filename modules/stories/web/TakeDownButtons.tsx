// SPDX-License-Identifier: EUPL-1.2
// For who has seen to it that a story is no longer there.
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { nameOf } from "./placeText";
import type { StoryPlace } from "./types";

export function TakeDownButtons({ place }: { place: StoryPlace }) {
    const finish = useAct("stories.finish_take_down");
    const path = { id: place.id };
    const name = `${nameOf(place)}, ${place.story_title}`;
    if (place.down_on) return null;
    return (
        <>
            {finish.problem && <ProblemAlert problem={finish.problem} />}
            <Button
                busy={finish.busy}
                label={t("page.stories.taken_down_of", { name })}
                onClick={() =>
                    void finish.run({ path, body: { on: today() } }, () => {
                        say({
                            text: t("page.stories.taken_down"),
                            undo: async () => {
                                await ask("stories.reopen_take_down", { path });
                                reloadAll();
                            },
                        });
                        reloadAll();
                    })
                }
            >
                {t("do.stories.finish_take_down")}
            </Button>
        </>
    );
}
