// SPDX-License-Identifier: EUPL-1.2
// One story: what it says, who agreed to what, its files, and where it is to be read.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Fact, Facts } from "web/kit/Facts";
import { Form } from "web/kit/Form";
import { Badge } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { ConsentSection } from "./ConsentSection";
import { FilesSection } from "./FilesSection";
import { PlacesSection } from "./PlacesSection";
import { bodyOf, StoryFields, textOf } from "./StoryFields";
import type { Story } from "./types";
import "./stories.scss";

export default function StoryPage({ params }: PageProps) {
    const id = params["story"]!;
    const found = useQuery("stories.get_story", { path: { id } });
    return (
        <Page
            title={t("page.stories.story")}
            back={{ href: link("/stories"), label: t("page.stories.stories") }}
        >
            <Show of={found}>
                {(story) => (
                    <>
                        <About story={story} onChanged={found.set} />
                        <ConsentSection story={story} onChanged={found.set} />
                        <FilesSection story={story} />
                        <PlacesSection story={story} onChanged={found.set} />
                    </>
                )}
            </Show>
        </Page>
    );
}

interface StoryProps {
    story: Story;
    onChanged: (story: Story) => void;
}

function About({ story, onChanged }: StoryProps) {
    const [changing, setChanging] = useState(false);
    return (
        <section class="section">
            <div class="section-head">
                <h2 dir="auto">{story.title || t("page.stories.story")}</h2>
                {!story.cancelled && !story.teller_kept && (
                    <Button kind="outline" onClick={() => setChanging(true)}>
                        {t("do.stories.change")}
                    </Button>
                )}
            </div>
            {story.cancelled && (
                <Badge>
                    {t(story.erased ? "page.stories.erased" : "page.stories.cancelled")}
                </Badge>
            )}
            {story.teller_kept && (
                <Alert kind="info" quiet title={t("page.stories.teller_kept")}>
                    <p>{t("page.stories.teller_kept_hint")}</p>
                </Alert>
            )}
            <Facts>
                <Fact name={t("field.stories.kind")}>{labelOf("story_kind", story.kind)}</Fact>
                <Fact name={t("field.stories.language")}>
                    {labelOf("language", story.language)}
                </Fact>
                <Fact name={t("field.stories.told_on")}>{formatDay(story.told_on)}</Fact>
                <Fact name={t("page.stories.gathered_by")}>{story.author_name}</Fact>
                <Fact name={t("field.stories.pseudonym")}>{story.pseudonym}</Fact>
                <Fact name={t("field.stories.teller")} rare>
                    {story.teller}
                </Fact>
                <Fact name={t("field.stories.contact")} rare>
                    {story.contact}
                </Fact>
                <Fact name={t("field.stories.minor")} rare>
                    {story.minor && t("page.stories.minor")}
                </Fact>
            </Facts>
            {story.words && (
                <p class="story-words" dir="auto" lang={story.language}>
                    {story.words}
                </p>
            )}
            <Cancelling story={story} />
            {changing && (
                <ChangeForm
                    story={story}
                    onClose={() => setChanging(false)}
                    onChanged={(changed) => {
                        setChanging(false);
                        onChanged(changed);
                    }}
                />
            )}
        </section>
    );
}

function EraseDialog({ id, onClose }: { id: string; onClose: () => void }) {
    const erase = useAct("stories.erase_story");
    return (
        <Dialog title={t("do.stories.erase")} onClose={onClose}>
            <Form
                problem={erase.problem}
                onSubmit={() =>
                    void erase.run({ path: { id } }, () => {
                        say({ text: t("page.stories.erased_now") });
                        onClose();
                        reloadAll();
                    })
                }
            >
                <p>{t("page.stories.erase_hint")}</p>
                <Button submit kind="danger" busy={erase.busy}>
                    {t("do.stories.erase")}
                </Button>
            </Form>
        </Dialog>
    );
}

function Cancelling({ story }: { story: Story }) {
    const session = useSession();
    const [erasing, setErasing] = useState(false);
    const cancel = useAct("stories.cancel_story");
    const restore = useAct("stories.restore_story");
    const path = { id: story.id };
    const problem = cancel.problem ?? restore.problem;
    if (story.erased) return null;
    const takeBack = () =>
        void cancel.run({ path }, () => {
            say({
                text: t("page.stories.cancelled_now"),
                undo: async () => {
                    await ask("stories.restore_story", { path });
                    reloadAll();
                },
            });
            reloadAll();
        });
    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            {story.cancelled ? (
                <>
                    <Button
                        kind="plain"
                        icon="undo"
                        busy={restore.busy}
                        onClick={() => void restore.run({ path }, reloadAll)}
                    >
                        {t("do.stories.restore")}
                    </Button>
                    {may(session, "stories.erase_story") && (
                        <Button kind="danger" onClick={() => setErasing(true)}>
                            {t("do.stories.erase")}
                        </Button>
                    )}
                    {erasing && <EraseDialog id={story.id} onClose={() => setErasing(false)} />}
                </>
            ) : (
                <Button kind="plain" busy={cancel.busy} onClick={takeBack}>
                    {t("do.stories.cancel")}
                </Button>
            )}
        </>
    );
}

function ChangeForm({ story, onChanged, onClose }: StoryProps & { onClose: () => void }) {
    const change = useAct("stories.change_story");
    const [text, setText] = useState(() => textOf(story));
    return (
        <Dialog title={t("do.stories.change")} onClose={onClose}>
            <Form
                class="form"
                problem={change.problem}
                onSubmit={() =>
                    void change.run(
                        { path: { id: story.id }, body: bodyOf(text) },
                        (changed) => {
                            say({ text: t("page.stories.changed") });
                            onChanged(changed);
                        },
                    )
                }
            >
                <StoryFields
                    value={text}
                    onChange={(part) => setText({ ...text, ...part })}
                />
                <DialogActions busy={change.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
