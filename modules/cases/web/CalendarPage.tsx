// SPDX-License-Identifier: EUPL-1.2
// One's own appointments over all cases, day by day, and for the calendar of the telephone.
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonName } from "modules/people/web/PersonLine";
import { link } from "web/shell/router";
import { formatLongDay, formatTime } from "web/words/format";
import { t } from "web/words/words";
import { byDay, type MyAppointment } from "./diary";
import { WhatWaits } from "./WhatWaits";

export default function CalendarPage() {
    const found = useQuery("cases.list_my_appointments", {});
    return (
        <Page
            title={t("page.cases.my_appointments")}
            back={{ href: link("/cases"), label: t("page.cases.cases") }}
        >
            <WhatWaits />
            <Show of={found}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.cases.no_appointments")}>
                            <p>{t("page.cases.no_appointments_hint")}</p>
                        </EmptyState>
                    ) : (
                        <>
                            {byDay(items).map(([day, those]) => (
                                <Day key={day} day={day} items={those} />
                            ))}
                            <SaveCalendar />
                        </>
                    )
                }
            </Show>
        </Page>
    );
}

function Day({ day, items }: { day: string; items: MyAppointment[] }) {
    const name = formatLongDay(day);
    return (
        <section class="section">
            <h2>{name}</h2>
            <CardList label={name}>
                {items.map((each) => (
                    <Card
                        key={each.id}
                        href={link(`/cases/${each.case}`)}
                        title={
                            <>
                                {formatTime(each.at)} <PersonName person={each.person_card} />
                            </>
                        }
                        badges={
                            each.outcome && (
                                <Badge>{labelOf("appointment_outcome", each.outcome)}</Badge>
                            )
                        }
                        second={<span dir="auto">{each.what}</span>}
                        third={[each.place, t("page.cases.minutes", { n: each.minutes })]
                            .filter(Boolean)
                            .join(" · ")}
                    />
                ))}
            </CardList>
        </section>
    );
}

function SaveCalendar() {
    const print = useAct("cases.print_calendar");
    return (
        <>
            {print.problem && <ProblemAlert problem={print.problem} />}
            <p>{t("page.cases.calendar_hint")}</p>
            <div class="form-actions">
                <Button
                    kind="outline"
                    busy={print.busy}
                    onClick={() => void print.run({}, (file) => saveFile(file, "lgnet.ics"))}
                >
                    {t("do.cases.save_calendar")}
                </Button>
            </div>
        </>
    );
}
