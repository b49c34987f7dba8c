// SPDX-License-Identifier: EUPL-1.2
// The file of recipients of a quarter: who is in it, and of the others what is missing.
import { useState } from "preact/hooks";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonName } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { count, t } from "web/words/words";

function missingText({ column, why }: { column: string; why: string }): string {
    return `${column} ${labelOf("reporting_missing", why)}`;
}

export default function PersonsPage({ params }: PageProps) {
    const project = params["funded"]!;
    const period = params["quarter"]!;
    const sheet = useQuery("reporting.show_persons", { path: { project, period } });
    return (
        <Page
            title={t("page.reporting.persons_title", { quarter: period })}
            back={{
                href: link(`/reporting/projects/${project}/quarters/${period}`),
                label: t("page.reporting.quarter"),
            }}
        >
            <p class="lead">{t("page.reporting.persons_lead")}</p>
            <Show of={sheet}>
                {({ ready, missing }) => (
                    <>
                        <p>
                            <strong>{count("page.reporting.ready", ready)}</strong>
                        </p>
                        {ready > 0 && <Download project={project} period={period} />}
                        <section class="section">
                            <h2>{t("page.reporting.to_complete")}</h2>
                            {missing.length === 0 ? (
                                <EmptyState title={t("page.reporting.all_complete")} />
                            ) : (
                                <CardList label={t("page.reporting.to_complete")}>
                                    {missing.map(({ person_card, missing: cells }) => (
                                        <Card
                                            key={person_card.id}
                                            href={link(`/people/${person_card.id}`)}
                                            title={<PersonName person={person_card} />}
                                            second={cells
                                                .map(missingText)
                                                .join(" · ")}
                                        />
                                    ))}
                                </CardList>
                            )}
                        </section>
                    </>
                )}
            </Show>
        </Page>
    );
}

function Download({ project, period }: { project: string; period: string }) {
    const act = useAct("reporting.export_persons");
    const [format, setFormat] = useState("XLSX");
    return (
        <section class="section">
            <h2>{t("page.reporting.persons_file")}</h2>
            <p>{t("page.reporting.persons_file_names")}</p>
            {act.problem && <ProblemAlert problem={act.problem} />}
            <ChooseOne
                name="format"
                always
                label={t("field.reporting.format")}
                options={options("reporting_format")}
                value={format}
                onChange={setFormat}
            />
            <Button
                busy={act.busy}
                onClick={() =>
                    void act.run({ path: { project, period }, query: { format } }, (file) => {
                        saveFile(file, `destinatari-${period}.${format.toLowerCase()}`);
                        say({ text: t("page.reporting.downloaded") });
                    })
                }
            >
                {t("do.reporting.download_persons")}
            </Button>
        </section>
    );
}
