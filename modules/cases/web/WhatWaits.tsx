// SPDX-License-Identifier: EUPL-1.2
// What waits for who is logged in, in numbers: the same that go by mail in the evening, and whether
// they do.
import type { Answer } from "web/api/acts";
import { ChooseOne } from "web/kit/ChoiceChips";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { useSession } from "web/shell/session";
import { formatTime } from "web/words/format";
import { count, t } from "web/words/words";

type Waiting = Answer<"cases.show_waiting">;

const OF_THE_WEEK = ["week", "cases_ending", "reviews", "goals", "actions", "documents"] as const;
// What has a day in some case, beside the appointments, which stand on the same page.
const OF_CASES = OF_THE_WEEK.filter((what) => what !== "week");

export function WhatWaits() {
    const found = useQuery("cases.show_waiting", {});
    return (
        <section class="section">
            <h2>{t("page.cases.what_waits")}</h2>
            <Show of={found}>
                {(waiting) => (
                    <>
                        <Numbers waiting={waiting} />
                        {waiting.sends_mail && <ByMail waiting={waiting} onChange={found.set} />}
                    </>
                )}
            </Show>
        </section>
    );
}

function Numbers({ waiting }: { waiting: Waiting }) {
    const lines = OF_THE_WEEK.filter((what) => waiting[what] > 0);
    return (
        <>
            <h3>{t("page.cases.waits_tomorrow")}</h3>
            <p>
                {waiting.first_at
                    ? count("page.cases.waits.tomorrow", waiting.tomorrow, {
                          time: formatTime(waiting.first_at),
                      })
                    : t("page.cases.waits.no_tomorrow")}
            </p>
            <h3>{t("page.cases.waits_week")}</h3>
            {lines.length === 0 && <p>{t("page.cases.nothing_waits")}</p>}
            {lines.length > 0 && (
                <ul>
                    {lines.map((what) => (
                        <li key={what}>{count(`page.cases.waits.${what}`, waiting[what])}</li>
                    ))}
                </ul>
            )}
            {OF_CASES.some((what) => waiting[what] > 0) && (
                <p>{t("page.cases.where_deadlines_are")}</p>
            )}
        </>
    );
}

interface ByMailProps {
    waiting: Waiting;
    onChange: (waiting: Waiting) => void;
}

function ByMail({ waiting, onChange }: ByMailProps) {
    const { email } = useSession();
    const set = useAct("cases.set_reminder");

    function choose(chosen: string): void {
        const wanted = chosen === "yes";
        void set.run({ body: { wanted } }, (changed) => {
            onChange(changed);
            say({ text: t(wanted ? "page.cases.reminder_on" : "page.cases.reminder_off") });
        });
    }

    return (
        <>
            {set.problem && <ProblemAlert problem={set.problem} />}
            <ChooseOne
                name="reminder"
                label={t("field.cases.reminder")}
                hint={t(
                    email ? "page.cases.reminder_address" : "page.cases.reminder_no_address",
                )}
                always
                options={[
                    { value: "yes", label: t("web.yes") },
                    { value: "no", label: t("web.no") },
                ]}
                value={waiting.wants_mail ? "yes" : "no"}
                onChange={choose}
            />
        </>
    );
}
