// SPDX-License-Identifier: EUPL-1.2
// "Take my story away": at once, with a way back for a slip of the finger.
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { count, t } from "web/words/words";

interface WithdrawButtonProps {
    id: string;
    title: string;
    onDone: () => void;
}

// At once, without a question in between: what was pressed by mistake is undone.
export function WithdrawButton({ id, title, onDone }: WithdrawButtonProps) {
    const withdraw = useAct("stories.withdraw_consent");
    const path = { id };
    return (
        <>
            {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
            <Button
                kind="danger"
                busy={withdraw.busy}
                label={t("page.stories.withdraw_of", { title })}
                onClick={() =>
                    void withdraw.run({ path, body: {} }, (answer) => {
                        say({
                            text:
                                answer.take_downs > 0
                                    ? count("page.stories.withdrawn_and", answer.take_downs)
                                    : t("page.stories.withdrawn"),
                            undo: async () => {
                                await ask("stories.undo_withdrawal", { path });
                                reloadAll();
                            },
                        });
                        onDone();
                    })
                }
            >
                {t("do.stories.withdraw")}
            </Button>
        </>
    );
}
