// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { DraftNotice } from "web/kit/DraftNotice";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { bodyOf, StoryFields, textOf } from "./StoryFields";

export default function NewStoryPage() {
    const session = useSession();
    const propose = useAct("stories.propose_story");
    const [id] = useState(uuid7);
    const draft = useDraft(session.account, "stories.new", () => ({ ...textOf(), minor: "no" }));
    const { minor, ...text } = draft.value;

    function submit(): void {
        const body = { id, ...bodyOf(text), minor: minor === "yes" };
        void propose.run({ body }, (story) => {
            draft.drop();
            say({ text: t("page.stories.proposed") });
            goInstead(`/stories/${story.id}`);
        });
    }

    return (
        <Page
            title={t("do.stories.propose")}
            back={{ href: link("/stories"), label: t("page.stories.stories") }}
        >
            <Alert kind="info" quiet title={t("page.stories.no_file")}>
                <p>{t("page.stories.no_file_hint")}</p>
            </Alert>
            <DraftNotice draft={draft} />
            <Form class="form" problem={propose.problem} onSubmit={submit}>
                <StoryFields value={text} onChange={draft.change} />
                <ChooseOne
                    name="minor"
                    always
                    label={t("field.stories.minor")}
                    hint={t("field.stories.minor_hint")}
                    options={[
                        { value: "no", label: t("page.stories.adult") },
                        { value: "yes", label: t("page.stories.minor") },
                    ]}
                    value={minor}
                    onChange={(chosen) => draft.change({ minor: chosen })}
                />
                <div class="form-save">
                    <Button submit busy={propose.busy}>
                        {t("do.stories.save")}
                    </Button>
                </div>
            </Form>
        </Page>
    );
}
