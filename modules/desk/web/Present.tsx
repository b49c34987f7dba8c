// SPDX-License-Identifier: EUPL-1.2
// Which colleagues are in, and what they speak. Each says it of themselves.
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import type { Board } from "./types";

interface PresentProps {
    board: Board;
    onChanged: (board: Board) => void;
}

export function Present({ board, onChanged }: PresentProps) {
    const session = useSession();
    const set = useAct("desk.set_presence");
    const isHere = board.present.some(({ account }) => account === session.account);
    const say = () =>
        void set.run({ path: { site: board.site }, body: { here: !isHere } }, onChanged);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.desk.present")}</h2>
                <Button kind={isHere ? "outline" : "primary"} busy={set.busy} onClick={say}>
                    {t(isHere ? "do.desk.leave" : "do.desk.come")}
                </Button>
            </div>
            {set.problem && <ProblemAlert problem={set.problem} />}
            {board.present.length === 0 ? (
                <EmptyState title={t("page.desk.nobody_present")}>
                    <p>{t("page.desk.nobody_present_hint")}</p>
                </EmptyState>
            ) : (
                <CardList label={t("page.desk.present")}>
                    {board.present.map((colleague) => (
                        <Card
                            key={colleague.account}
                            title={colleague.name}
                            second={labelOf("profession", colleague.profession)}
                            third={colleague.speaks
                                .map((code) => labelOf("language", code))
                                .join(", ")}
                        />
                    ))}
                </CardList>
            )}
        </section>
    );
}
