// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: whether they are compared with those of other cities, and that they need
// not be.
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PersonSectionProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";

export default function LeftOutSection({ person }: PersonSectionProps) {
    const session = useSession();
    const wanted = useQuery("headcount.get_left_out", { path: { person: person.id } });
    const leaveOut = useAct("headcount.leave_out");
    const takeIn = useAct("headcount.undo_leave_out");
    const path = { person: person.id };
    const problem = leaveOut.problem ?? takeIn.problem;
    if (person.same_as || person.erased_at) return null;

    function change(leftOut: boolean): void {
        const done = () => {
            say({
                text: t(
                    leftOut ? "page.headcount.done_left_out" : "page.headcount.done_taken_in",
                ),
                undo: async () => {
                    if (leftOut) await ask("headcount.undo_leave_out", { path });
                    else
                        await ask("headcount.leave_out", {
                            body: { id: uuid7(), person: person.id },
                        });
                    reloadAll();
                },
            });
            void wanted.reload();
        };
        if (leftOut) void leaveOut.run({ body: { id: uuid7(), person: person.id } }, done);
        else void takeIn.run({ path }, done);
    }

    return (
        <section class="section">
            <Show of={wanted}>
                {({ left_out }) => (
                    <>
                        <h2>
                            {t(left_out ? "page.headcount.left_out" : "page.headcount.compared")}
                        </h2>
                        <p>
                            {t(
                                left_out
                                    ? "page.headcount.left_out_hint"
                                    : "page.headcount.compared_hint",
                            )}
                        </p>
                        {problem && <ProblemAlert problem={problem} />}
                        {may(session, "headcount.leave_out") && (
                            <Button
                                kind="outline"
                                busy={leaveOut.busy || takeIn.busy}
                                onClick={() => change(!left_out)}
                            >
                                {t(left_out ? "do.headcount.take_in" : "do.headcount.leave_out")}
                            </Button>
                        )}
                    </>
                )}
            </Show>
        </section>
    );
}
