// SPDX-License-Identifier: EUPL-1.2
// What came of a stop: one tap, and a second one for why it was skipped.
import { useState } from "preact/hooks";
import type { Stop } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog } from "web/kit/Dialog";
import { Form } from "web/kit/Form";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { t } from "web/words/words";

interface MarkStopProps {
    stop: Stop;
    reload: () => Promise<void>;
}

export function MarkStop({ stop, reload }: MarkStopProps) {
    const mark = useAct("shifts.mark_stop");
    const [skipping, setSkipping] = useState(false);
    const set = (state: string, skip_reason: string | null = null) =>
        void mark.run({ path: { id: stop.id }, body: { state, skip_reason } }, () => {
            setSkipping(false);
            void reload();
        });
    if (stop.state !== "planned")
        return (
            <>
                {mark.problem && <ProblemAlert problem={mark.problem} />}
                <Button kind="plain" busy={mark.busy} onClick={() => set("planned")}>
                    {t("do.shifts.again")}
                </Button>
            </>
        );
    return (
        <>
            {mark.problem && !skipping && <ProblemAlert problem={mark.problem} />}
            <Button kind="outline" busy={mark.busy} onClick={() => set("done")}>
                {t("do.shifts.done")}
            </Button>
            <Button kind="outline" busy={mark.busy} onClick={() => set("nobody")}>
                {t("do.shifts.nobody")}
            </Button>
            <Button kind="plain" onClick={() => setSkipping(true)}>
                {t("do.shifts.skipped")}
            </Button>
            {skipping && (
                <Dialog title={t("page.shifts.why_skipped")} onClose={() => setSkipping(false)}>
                    <Form label={t("page.shifts.why_skipped")} problem={mark.problem} onSubmit={() => {}}>
                        <ChooseOne
                            name="skip_reason"
                            label={t("field.shifts.skip_reason")}
                            options={options("skip_reason")}
                            value=""
                            onChange={(reason) => set("skipped", reason)}
                        />
                    </Form>
                </Dialog>
            )}
        </>
    );
}
