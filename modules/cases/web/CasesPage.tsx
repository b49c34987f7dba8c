// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { CaseLine } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { LinkButton } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Form } from "web/kit/Form";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ShowPages } from "web/kit/ShowPages";
import { usePages } from "web/kit/usePages";
import { useQuery } from "web/kit/useQuery";
import { PersonName } from "modules/people/web/PersonLine";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay } from "web/words/format";
import { count, t } from "web/words/words";
import { CaseMarks } from "./CaseMarks";
import { mostUrgentFirst } from "./ending";

const VIEWS = {
    mine: { state: "open", mine: true },
    open: { state: "open" },
    overdue: { overdue: true },
    closed: { state: "closed" },
} as const;

type View = keyof typeof VIEWS;

export default function CasesPage() {
    const session = useSession();
    const isWorker = may(session, "cases.open_case");
    const views = (Object.keys(VIEWS) as View[]).filter((view) => isWorker || view !== "mine");
    const [view, setView] = useState<View>(isWorker ? "mine" : "open");
    const cases = usePages("cases.list_cases", { query: { ...VIEWS[view], limit: 50 } });

    return (
        <Page
            wide
            title={t("page.cases.cases")}
            actions={
                <>
                    {may(session, "cases.list_access_requests") && (
                        <LinkButton kind="outline" href={link("/cases/requests")}>
                            {t("page.cases.requests")}
                        </LinkButton>
                    )}
                    {may(session, "cases.list_my_appointments") && (
                        <LinkButton kind="outline" href={link("/cases/calendar")}>
                            {t("page.cases.my_appointments")}
                        </LinkButton>
                    )}
                </>
            }
        >
            <Waiting />
            <Form label={t("page.cases.which")} onSubmit={() => {}}>
                <ChooseOne
                    name="view"
                    always
                    label={t("page.cases.which")}
                    options={views.map((each) => ({
                        value: each,
                        label: t(`page.cases.view.${each}`),
                    }))}
                    value={view}
                    onChange={(chosen) => setView(chosen as View)}
                />
            </Form>
            <ShowPages
                of={cases}
                empty={
                    <EmptyState title={t(`page.cases.none.${view}`)}>
                        {isWorker && <p>{t("page.cases.how_to_open")}</p>}
                    </EmptyState>
                }
            >
                {(items) => (
                    <CardList label={t("page.cases.cases")}>
                        {mostUrgentFirst(items).map((line) => (
                            <Line key={line.id} line={line} />
                        ))}
                    </CardList>
                )}
            </ShowPages>
        </Page>
    );
}

// Colleagues who cannot go on before somebody has answered them.
function Waiting() {
    const { data } = useQuery("cases.count_access_requests", {});
    if (!data || data.count === 0) return null;
    return (
        <Alert kind="info" quiet title={count("page.cases.requests_waiting", data.count)}>
            <a href={link("/cases/requests")}>{t("page.cases.answer_requests")}</a>
        </Alert>
    );
}

function Line({ line }: { line: CaseLine }) {
    const districts = useDistricts();
    const since = formatDay(line.opened_on);
    return (
        <Card
            href={link(`/cases/${line.id}`)}
            title={<PersonName person={line.person_card} />}
            badges={<CaseMarks {...line} />}
            second={[
                labelOf("case_kind", line.kind),
                districts.nameOf(line.district),
                line.worker_name,
            ].join(" · ")}
            third={[
                line.closed_on
                    ? t("page.cases.from_to", { from: since, to: formatDay(line.closed_on) })
                    : t("page.cases.since", { day: since }),
                count("page.cases.interventions", line.interventions),
            ].join(" · ")}
        />
    );
}
