// SPDX-License-Identifier: EUPL-1.2
// A questionnaire from its workbook (XLSForm): a new one, or the next version of one that is there.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import { options } from "web/api/vocabulary";
import { base64 } from "web/kit/base64";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { FileField, Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import { FaultTable } from "./FaultTable";
import { FORM_FAULTY, faultsOf } from "./faults";
import type { Questionnaire } from "./types";

const MEGABYTES_MOST = 6;
const WORKBOOKS = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface ImportDialogProps {
    questionnaires: Questionnaire[];
    onClose: () => void;
    onDone: () => void;
}

export function ImportDialog({ questionnaires, onClose, onDone }: ImportDialogProps) {
    const [which, setWhich] = useState("");
    const [group, setGroup] = useState("");
    const known = questionnaires.find(({ id }) => id === which);
    const sending = useSending();
    const { problem } = sending;
    const faults = faultsOf(problem);

    function submit(): void {
        const respondents = known?.respondents ?? group;
        void sending.send(known?.id, respondents, (version) => {
            say({
                text: t("page.survey.imported"),
                undo: async () => {
                    await ask("survey.withdraw_version", { path: { id: version } });
                    reloadAll();
                },
            });
            onDone();
        });
    }

    return (
        <Dialog title={t("do.survey.import")} onClose={onClose}>
            <Form
                class="form"
                problem={problem?.code === FORM_FAULTY ? null : problem}
                onSubmit={submit}
            >
                {faults.length > 0 && <FaultTable faults={faults} />}
                <FileField
                    name="content"
                    required
                    accept={WORKBOOKS}
                    label={t("field.survey.workbook")}
                    hint={t("field.survey.workbook_hint")}
                    onChoose={sending.choose}
                />
                <Select
                    name="questionnaire"
                    label={t("field.survey.which")}
                    empty={t("page.survey.new_questionnaire")}
                    options={questionnaires.map(({ id, name, code }) => ({
                        value: id,
                        label: `${name} (${code})`,
                    }))}
                    value={which}
                    onChange={setWhich}
                />
                {!known && (
                    <Select
                        name="respondents"
                        required
                        empty={t("page.survey.choose")}
                        label={t("page.survey.group")}
                        options={options("respondent_group")}
                        value={group}
                        onChange={setGroup}
                    />
                )}
                {sending.share !== undefined && <Sent share={sending.share} />}
                <DialogActions
                    busy={sending.busy}
                    label={t("do.survey.import")}
                    onClose={onClose}
                />
            </Form>
        </Dialog>
    );
}

function Sent({ share }: { share: number }) {
    return (
        <label class="sent">
            {t(share < 1 ? "page.survey.sending" : "page.survey.reading")}
            <progress max={1} value={share} />
        </label>
    );
}

function wrongFile(words: "page.survey.too_large" | "page.survey.file_gone"): Problem {
    const title = t(words, { most: MEGABYTES_MOST });
    return new Problem(422, "core.input_invalid", t("web.incomplete"), {}, [
        { field: "content", code: words, title },
    ]);
}

function useSending() {
    const add = useAct("survey.import_questionnaire");
    // Another file is another version, also where nobody knows whether the first one has arrived.
    const [chosen, setChosen] = useState<{ file?: File; id: string; made: string }>(() => ({
        id: uuid7(),
        made: uuid7(),
    }));
    const [wrong, setWrong] = useState<Problem | null>(null);
    const [share, setShare] = useState<number>();
    const [preparing, setPreparing] = useState(false);

    // Base64, or why it cannot travel.
    async function contentOf(file: File | undefined): Promise<string | Problem> {
        if (!file) return "";
        if (file.size > MEGABYTES_MOST * 1024 * 1024) return wrongFile("page.survey.too_large");
        return base64(file).catch(() => wrongFile("page.survey.file_gone"));
    }

    async function send(
        questionnaire: string | undefined,
        respondents: string,
        done: (version: string) => void,
    ): Promise<void> {
        if (preparing || add.busy) return;
        setPreparing(true);
        setWrong(null);
        add.clear();
        const { file, id, made } = chosen;
        const content = await contentOf(file);
        if (content instanceof Problem) setWrong(content);
        else
            await add.runWith(
                { isLarge: true, onSent: setShare },
                {
                    path: { questionnaire: questionnaire ?? made, id },
                    body: { respondents, content },
                },
                () => done(id),
            );
        setPreparing(false);
        setShare(undefined);
    }

    return {
        busy: preparing || add.busy,
        problem: wrong ?? add.problem,
        share,
        choose: (file: File) => {
            add.clear();
            setChosen({ file, id: uuid7(), made: uuid7() });
        },
        send,
    };
}
