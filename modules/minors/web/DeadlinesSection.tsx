// SPDX-License-Identifier: EUPL-1.2
// What is due for a minor, by when, and what was done of it.
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { deadlineKind, dueText } from "./deadlines";
import type { FileProps } from "./FilePage";
import { StepForm } from "./StepForm";
import { Timeline } from "./Timeline";
import type { MinorDeadline } from "./types";

export function DeadlinesSection({ file, onChanged }: FileProps) {
    const session = useSession();
    const [doing, setDoing] = useState<string>();
    const mayRecord = !file.closed_on && may(session, "minors.record_step");
    return (
        <section class="section">
            <h2>{t("page.minors.deadlines")}</h2>
            {file.deadlines.length === 0 ? (
                <EmptyState title={t("page.minors.no_deadlines")}>
                    <p>{t("page.minors.no_deadlines_hint")}</p>
                </EmptyState>
            ) : (
                <>
                    <CardList label={t("page.minors.deadlines")}>
                        {file.deadlines.map((one) => (
                            <Line
                                key={one.what}
                                deadline={one}
                                onDone={mayRecord ? () => setDoing(one.what) : undefined}
                            />
                        ))}
                    </CardList>
                    <Timeline file={file} />
                </>
            )}
            {doing && (
                <StepForm
                    file={file.id}
                    what={doing}
                    onClose={() => setDoing(undefined)}
                    onChanged={(changed) => {
                        setDoing(undefined);
                        onChanged(changed);
                    }}
                />
            )}
        </section>
    );
}

interface LineProps {
    deadline: MinorDeadline;
    onDone: (() => void) | undefined;
}

function Line({ deadline, onDone }: LineProps) {
    const label = labelOf("minor_step", deadline.what);
    return (
        <Card
            title={label}
            badges={
                <Badge kind={deadlineKind(deadline.state)}>
                    {labelOf("minor_deadline_state", deadline.state)}
                </Badge>
            }
            second={dueText(deadline)}
            actions={
                onDone &&
                !deadline.done_on && (
                    <Button
                        kind="outline"
                        icon="check"
                        label={`${t("do.minors.done")}: ${label}`}
                        onClick={onDone}
                    >
                        {t("do.minors.done")}
                    </Button>
                )
            }
        />
    );
}
