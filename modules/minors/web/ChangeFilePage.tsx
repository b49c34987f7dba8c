// SPDX-License-Identifier: EUPL-1.2
import { Button } from "web/kit/Button";
import { DraftNotice } from "web/kit/DraftNotice";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import { BothSides, chosenOf } from "web/shell/BothSides";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { FileFields } from "./FileFields";
import { fileSides, type FileText, fileText, fileWish } from "./fileText";
import type { FileWish, MinorFile } from "./types";

export default function ChangeFilePage({ params }: PageProps) {
    const id = params["file"]!;
    const found = useQuery("minors.get_file", { path: { id } });
    return (
        <Page
            title={t("page.minors.change")}
            back={{ href: link(`/minors/files/${id}`), label: t("page.minors.file") }}
        >
            <Show of={found}>{(file) => <ChangeFile key={file.id} file={file} />}</Show>
        </Page>
    );
}

function ChangeFile({ file }: { file: MinorFile }) {
    const session = useSession();
    const act = useAct("minors.change_file");
    // The file as it stands now, where somebody else has changed it meanwhile.
    const standing = act.problem?.standing as MinorFile | undefined;
    const draft = useDraft<FileText & { base: number }>(
        session.account,
        `minor.${file.id}`,
        () => ({ ...fileText(file), base: file.version }),
    );
    const { base, ...text } = draft.value;

    function send(body: FileWish): void {
        void act.run({ path: { id: file.id }, body }, () => {
            say({ text: t("page.minors.changed") });
            leave();
        });
    }
    function leave(): void {
        draft.drop();
        goInstead(`/minors/files/${file.id}`);
    }

    if (standing) {
        const now = fileWish(fileText(standing)); // with a place for what is not known
        return (
            <BothSides
                mine={fileSides(fileWish(text))}
                standing={fileSides(standing)}
                before={base === file.version ? fileSides(file) : undefined}
                busy={act.busy}
                onSave={(fields) =>
                    send({ ...chosenOf(fileWish(text), now, fields), base: standing.version })
                }
                onKeep={leave}
            />
        );
    }
    return (
        <>
            <DraftNotice draft={draft} />
            <Form
                class="form"
                problem={act.problem}
                onSubmit={() => send({ ...fileWish(text), base })}
            >
                <FileFields value={text} onChange={draft.change} />
                <div class="form-save">
                    <Button submit busy={act.busy}>
                        {t("web.save")}
                    </Button>
                </div>
            </Form>
        </>
    );
}
