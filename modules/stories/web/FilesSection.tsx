// SPDX-License-Identifier: EUPL-1.2
// The files of a story: sent in pieces, gone on with where the line was cut, never opened here.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { FileField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { ACCEPT } from "./accept";
import { FileForm } from "./FileForm";
import { Sent } from "./Sent";
import type { Story, StoryFile } from "./types";
import { useSending } from "./useSending";

const MEGABYTE = 1024 * 1024;

export function FilesSection({ story }: { story: Story }) {
    const [adding, setAdding] = useState(false);
    const isKept = story.teller_kept && story.consent_state !== "GIVEN";
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.stories.files")}</h2>
                {!story.cancelled && !story.teller_kept && (
                    <Button kind="outline" onClick={() => setAdding(true)}>
                        {t("do.stories.add_file")}
                    </Button>
                )}
            </div>
            {story.files.length === 0 ? (
                <p>{t(isKept ? "page.stories.files_kept" : "page.stories.no_files")}</p>
            ) : (
                <CardList label={t("page.stories.files")}>
                    {story.files.map((file, index) => (
                        <FileLine key={file.id} file={file} number={index + 1} />
                    ))}
                </CardList>
            )}
            {adding && (
                <FileForm
                    story={story}
                    onClose={() => {
                        setAdding(false);
                        reloadAll();
                    }}
                />
            )}
        </section>
    );
}

function FileLine({ file, number }: { file: StoryFile; number: number }) {
    const isOpen = !file.ready && !file.cancelled && !file.emptied;
    const size = formatNumber(Math.max(file.bytes / MEGABYTE, 0.1), { maximumFractionDigits: 1 });
    return (
        <Card
            title={<span dir="auto">{file.description}</span>}
            badges={
                <>
                    <Badge kind="info">{labelOf("story_medium", file.medium)}</Badge>
                    {isOpen && <Badge kind="warning">{t("page.stories.not_whole")}</Badge>}
                    {file.cancelled && <Badge>{t("page.stories.file_cancelled")}</Badge>}
                    {file.emptied && <Badge>{t("page.stories.emptied")}</Badge>}
                </>
            }
            second={[
                file.format && labelOf("story_file_format", file.format),
                t("page.stories.megabytes", { n: size }),
                file.face && t("page.stories.with_face"),
                file.voice && t("page.stories.with_voice"),
            ]
                .filter(Boolean)
                .join(" · ")}
            actions={isOpen ? <GoOn file={file} number={number} /> : <Actions file={file} />}
        />
    );
}

// The same file, chosen again: only what is missing is sent. Two files may have one description:
// the place in the list tells their forms apart.
function GoOn({ file, number }: { file: StoryFile; number: number }) {
    const sending = useSending();
    const [problem, setProblem] = useState<Problem | null>(null);

    async function goOn(chosen: File): Promise<void> {
        setProblem(null);
        try {
            const known = await ask("stories.get_file", { path: { id: file.id } });
            await sending.send(chosen, known, () => {
                say({ text: t("page.stories.file_added") });
                reloadAll();
            });
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setProblem(failure);
        }
    }

    return (
        <>
            <Form
                label={t("page.stories.go_on_of", { name: file.description, number })}
                problem={problem ?? sending.problem}
                onSubmit={() => {}}
            >
                <FileField
                    name="content"
                    accept={ACCEPT[file.medium] ?? ""}
                    label={t("page.stories.go_on")}
                    hint={t("page.stories.go_on_hint")}
                    onChoose={(chosen) => void goOn(chosen)}
                />
                {sending.share !== undefined && <Sent share={sending.share} />}
            </Form>
            <Actions file={file} />
        </>
    );
}

function Actions({ file }: { file: StoryFile }) {
    const get = useAct("stories.get_content", { isLarge: true });
    const cancel = useAct("stories.cancel_file");
    const restore = useAct("stories.restore_file");
    const problem = get.problem ?? cancel.problem ?? restore.problem;
    const path = { id: file.id };
    const name = file.description;
    if (file.emptied) return null;
    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            {file.ready && (
                <Button
                    kind="outline"
                    busy={get.busy}
                    label={t("page.stories.save_file_of", { name })}
                    onClick={() =>
                        void get.run({ path }, (content) =>
                            saveFile(content, `storia-${file.id.slice(-8)}.${file.format}`),
                        )
                    }
                >
                    {t("do.stories.save_file")}
                </Button>
            )}
            {file.cancelled ? (
                <Button
                    kind="plain"
                    icon="undo"
                    busy={restore.busy}
                    label={t("page.stories.restore_file_of", { name })}
                    onClick={() => void restore.run({ path }, reloadAll)}
                >
                    {t("do.stories.restore")}
                </Button>
            ) : (
                <Button
                    kind="plain"
                    busy={cancel.busy}
                    label={t("page.stories.cancel_file_of", { name })}
                    onClick={() =>
                        void cancel.run({ path }, () => {
                            say({
                                text: t("page.stories.file_cancelled_now"),
                                undo: async () => {
                                    await ask("stories.restore_file", { path });
                                    reloadAll();
                                },
                            });
                            reloadAll();
                        })
                    }
                >
                    {t("do.stories.cancel_file")}
                </Button>
            )}
        </>
    );
}
