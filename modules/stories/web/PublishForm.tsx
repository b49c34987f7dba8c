// SPDX-License-Identifier: EUPL-1.2
// Where a story goes: what the consent holds is chosen already, and what it does not the server
// refuses, each by its name.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { shownOptions } from "./ConsentForm";
import type { Story } from "./types";

interface PublishFormProps {
    story: Story;
    onClose: () => void;
    onDone: (story: Story) => void;
}

function fresh(story: Story) {
    const consent = story.consents.find(({ cancelled }) => !cancelled);
    const agreed = (["named", "face", "voice"] as const).filter((each) => consent?.[each]);
    return {
        channel: "SITE",
        territory: consent?.territory ?? "WORLD",
        place: "",
        link: "",
        media: consent?.media ?? [],
        shown: agreed as string[],
        published_on: today(),
        found: [] as string[],
    };
}

export function PublishForm({ story, onClose, onDone }: PublishFormProps) {
    const publish = useAct("stories.publish_story");
    const [id] = useState(uuid7);
    const [text, setText] = useState(() => fresh(story));
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });
    const outside = text.channel !== "SITE";

    function submit(): void {
        const body = {
            id,
            channel: text.channel,
            territory: outside ? text.territory : "WORLD",
            place: (outside && text.place.trim()) || null,
            link: (outside && text.link.trim()) || null,
            media: text.media,
            named: text.shown.includes("named"),
            face: text.shown.includes("face"),
            voice: text.shown.includes("voice"),
            published_on: text.published_on,
            found: outside && text.found.includes("found"),
        };
        void publish.run({ path: { story: story.id }, body }, (changed) => {
            say({ text: t("page.stories.published") });
            onDone(changed);
        });
    }

    return (
        <Dialog title={t("do.stories.publish")} onClose={onClose}>
            <Form class="form" problem={publish.problem} onSubmit={submit}>
                <ChooseOne
                    name="channel"
                    always
                    label={t("field.stories.channel")}
                    options={options("story_channel")}
                    value={text.channel}
                    onChange={(channel) => change({ channel })}
                />
                {outside && (
                    <>
                        <TextField
                            name="place"
                            maxLength={200}
                            label={t("field.stories.place")}
                            hint={t("field.stories.place_hint")}
                            value={text.place}
                            onInput={(place) => change({ place })}
                        />
                        <TextField
                            name="link"
                            maxLength={500}
                            label={t("field.stories.link")}
                            value={text.link}
                            onInput={(link) => change({ link })}
                        />
                        <ChooseOne
                            name="territory"
                            always
                            label={t("field.stories.territory")}
                            options={options("story_territory")}
                            value={text.territory}
                            onChange={(territory) => change({ territory })}
                        />
                        <ChooseSome
                            name="found"
                            label={t("field.stories.found")}
                            options={[{ value: "found", label: t("page.stories.found") }]}
                            values={text.found}
                            onChange={(found) => change({ found })}
                        />
                    </>
                )}
                <ChooseSome
                    name="media"
                    required
                    label={t("field.stories.media")}
                    options={options("story_medium")}
                    values={text.media}
                    onChange={(media) => change({ media })}
                />
                <ChooseSome
                    name="named"
                    label={t("field.stories.shown")}
                    options={shownOptions()}
                    values={text.shown}
                    onChange={(shown) => change({ shown })}
                />
                <DateField
                    name="published_on"
                    required
                    label={t("field.stories.published_on")}
                    max={today()}
                    value={text.published_on}
                    onInput={(published_on) => change({ published_on })}
                />
                <DialogActions busy={publish.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
