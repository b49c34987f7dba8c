// SPDX-License-Identifier: EUPL-1.2
// At the top of a case that is not one's own: through what one reads it, and for how long.
import { useEffect, useState } from "preact/hooks";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { formatInstant, formatTime } from "web/words/format";
import { t } from "web/words/words";
import { minutesLeft, type Opening, wordsLeft } from "./openings";

interface OpeningBannerProps {
    opening: Opening;
    // It is over: by the clock, or because who opened it is done.
    onOver: () => void;
}

export function OpeningBanner({ opening, onOver }: OpeningBannerProps) {
    const end = useAct("cases.end_emergency_access");
    const [now, setNow] = useState(Date.now);
    const left = minutesLeft(opening.until, now);
    useEffect(() => {
        const timer = setInterval(() => {
            setNow(Date.now());
            // What was read does not stay on the screen when the time is up.
            if (minutesLeft(opening.until, Date.now()) === 0) onOver();
        }, 15_000);
        return () => clearInterval(timer);
    }, [opening.until]);

    return (
        <Alert
            kind="warning"
            quiet
            title={
                opening.emergency
                    ? t("page.cases.opened_emergency", { time: formatTime(opening.until) })
                    : t("page.cases.opened_request", { when: formatInstant(opening.until) })
            }
        >
            <p>{wordsLeft(left)}</p>
            {end.problem && <ProblemAlert problem={end.problem} />}
            {opening.emergency && (
                <Button
                    kind="outline"
                    busy={end.busy}
                    onClick={() =>
                        void end.run({ path: { id: opening.emergency! } }, () => {
                            say({ text: t("page.cases.emergency_closed") });
                            onOver();
                        })
                    }
                >
                    {t("do.cases.end_emergency")}
                </Button>
            )}
        </Alert>
    );
}
