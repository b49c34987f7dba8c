// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Case } from "web/api/acts";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { DateField, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { today } from "web/words/format";
import { t } from "web/words/words";

export default function CloseCasePage({ params }: PageProps) {
    const id = params["case"]!;
    const found = useQuery("cases.get_case", { path: { id } });
    return (
        <Page
            title={t("do.cases.close_case_now")}
            back={{ href: link(`/cases/${id}`), label: t("page.cases.case") }}
        >
            <Show of={found}>{(known) => <Close known={known} />}</Show>
        </Page>
    );
}

function Close({ known }: { known: Case }) {
    const close = useAct("cases.close_case");
    const [wish, setWish] = useState({ on: today(), reason: "", note: "" });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
    const path = { id: known.id };

    function submit(): void {
        void close.run({ path, body: { ...wish, note: wish.note.trim() || null } }, () => {
            say({
                text: t("page.cases.closed"),
                undo: async () => {
                    await ask("cases.reopen_case", { path });
                },
            });
            goInstead(`/cases/${known.id}`);
        });
    }

    return (
        <>
            {known.kind === "temporary" && !known.hand_over_accepted_on && (
                <Alert kind="warning" quiet title={t("page.cases.hand_over_open")}>
                    <p>{t("page.cases.hand_over_open_hint")}</p>
                </Alert>
            )}
            <Form class="form" problem={close.problem} onSubmit={submit}>
                <ChooseOne
                    name="reason"
                    required
                    label={t("field.cases.closure_reason")}
                    options={options("closure_reason")}
                    value={wish.reason}
                    onChange={(reason) => change({ reason })}
                />
                <DateField
                    name="on"
                    required
                    label={t("field.cases.closed_on")}
                    min={known.opened_on}
                    max={today()}
                    value={wish.on}
                    onInput={(on) => change({ on })}
                />
                <TextArea
                    name="note"
                    label={t("field.cases.closure_note")}
                    value={wish.note}
                    onInput={(note) => change({ note })}
                />
                <div class="form-save">
                    <Button submit busy={close.busy}>
                        {t("do.cases.close_case_now")}
                    </Button>
                </div>
            </Form>
        </>
    );
}
