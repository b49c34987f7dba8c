// SPDX-License-Identifier: EUPL-1.2
// A bed is used again from tonight. The nights on which it was out of use stay written down.
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { told } from "./told";

export function OpenBed({ closing, bed }: { closing: string; bed: string }) {
    const path = { id: closing };
    const known = useQuery("housing.get_closing", { path });
    const change = useAct("housing.change_closing");
    const cancel = useAct("housing.cancel_closing");
    if (!known.data) return null;
    const { reason, from_on, until } = known.data;

    const opened = t("page.housing.bed_opened");

    function open(): void {
        if (from_on >= today()) {
            void cancel.run({ path }, () =>
                told(opened, () => ask("housing.restore_closing", { path })),
            );
            return;
        }
        const before = { reason, from_on, until: until ?? null };
        void change.run({ path, body: { ...before, until: today() } }, () =>
            told(opened, () => ask("housing.change_closing", { path, body: before })),
        );
    }

    const problem = change.problem ?? cancel.problem;
    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            <Button kind="plain" busy={change.busy || cancel.busy} onClick={open}>
                {t("do.housing.open_bed")}
                <span class="visually-hidden"> {bed}</span>
            </Button>
        </>
    );
}
