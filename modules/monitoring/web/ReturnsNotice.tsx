// SPDX-License-Identifier: EUPL-1.2
// What the network waits for, at the top of the start page of who coordinates: a return that is late or
// was asked for, questions without an answer. Nothing where nothing waits.
import type { Return } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import { formatPeriod } from "./periods";
import { dueInWords } from "./returns";

// The last quarter as soon as it is over, an older one only when somebody asked for it.
function waits(line: Return, index: number): boolean {
    const owed = !line.version && (index === 0 || line.reminders.length > 0);
    return owed || Boolean(line.reopening) || line.questions_waiting > 0;
}

export function ReturnsNotice() {
    const returns = useQuery("monitoring.list_returns", { query: {} });
    const waiting = (returns.data?.items ?? []).filter(waits);
    if (waiting.length === 0) return null;
    const isLate = waiting.some(({ state, reminders }) => state === "late" || reminders.length > 0);
    return (
        <Alert
            kind={isLate ? "warning" : "info"}
            quiet
            title={t("page.monitoring.network_waits")}
        >
            <ul class="left-out">
                {waiting.map((line) => (
                    <li key={line.period}>
                        <Waiting line={line} />
                    </li>
                ))}
            </ul>
            <p>
                <a href={link("/monitoring/returns")}>{t("page.monitoring.to_returns")}</a>
            </p>
        </Alert>
    );
}

function Waiting({ line }: { line: Return }) {
    const last = line.reminders.at(-1);
    const said = [
        !line.version && dueInWords(line),
        line.reopening && t("page.monitoring.to_resubmit"),
        line.questions_waiting > 0 &&
            count("page.monitoring.questions_waiting", line.questions_waiting),
        last &&
            !line.version &&
            t("page.monitoring.last_reminder", {
                when: formatInstant(last.written_at),
                words: last.words ?? "",
            }),
    ].filter(Boolean);
    return (
        <>
            <strong>{formatPeriod(line.period)}</strong>: {said.join(" · ")}
        </>
    );
}
