// SPDX-License-Identifier: EUPL-1.2
// The interviews of a wave: by a code that says nothing of anybody, when to the hour, where to the
// district. Whoever made one may take it back; whoever analyses may leave one out and say why.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { go, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay, languageName } from "web/words/format";
import { count, t } from "web/words/words";
import { ExcludeDialog } from "./ExcludeDialog";
import type { Interview } from "./types";
import { WaveLinks } from "./WaveLinks";
import "./survey.scss";

export default function InterviewsPage({ params, query }: PageProps) {
    const wave = params["wave"]!;
    const session = useSession();
    const districts = useDistricts();
    const { district, respondents } = query;
    const found = useQuery("survey.list_interviews", {
        path: { wave },
        query: { ...(district && { district }), ...(respondents && { respondents }) },
    });
    const plans = may(session, "survey.get_plan");
    const to = (part: Record<string, string>) =>
        go(`/survey/waves/${wave}/interviews`, { ...query, ...part });
    return (
        <Page
            title={t(plans ? "page.survey.interview_list" : "page.survey.own_interviews")}
            back={
                plans
                    ? { href: link("/survey/waves"), label: t("page.survey.waves") }
                    : { href: link("/survey"), label: t("page.survey.tasks") }
            }
        >
            <WaveLinks wave={wave} here="/interviews" />
            <p class="lead">{t("page.survey.interviews_hint")}</p>
            <Form class="form-pair" label={t("page.survey.which")} onSubmit={() => {}}>
                <Select
                    name="district"
                    label={t("page.survey.district")}
                    empty={t("page.survey.all_districts")}
                    options={districts.options}
                    value={district ?? ""}
                    onChange={(chosen) => to({ district: chosen })}
                />
                <Select
                    name="respondents"
                    label={t("page.survey.group")}
                    empty={t("page.survey.all_groups")}
                    options={options("respondent_group")}
                    value={respondents ?? ""}
                    onChange={(chosen) => to({ respondents: chosen })}
                />
            </Form>
            <Show of={found}>
                {({ items, more }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.survey.no_interviews")} />
                    ) : (
                        <>
                            <CardList label={t("page.survey.interview_list")}>
                                {items.map((interview) => (
                                    <Line
                                        key={interview.id ?? interview.pseudonym}
                                        interview={interview}
                                        reload={found.reload}
                                    />
                                ))}
                            </CardList>
                            {more && <p>{t("page.survey.earlier_left_out")}</p>}
                        </>
                    )
                }
            </Show>
        </Page>
    );
}

interface LineProps {
    interview: Interview;
    reload: () => Promise<void>;
}

function Line({ interview, reload }: LineProps) {
    const { nameOf } = useDistricts();
    const hour = `${String(interview.hour).padStart(2, "0")}:00`;
    return (
        <Card
            title={
                <>
                    {labelOf("survey_disposition", interview.disposition)}{" "}
                    <code>{interview.pseudonym}</code>
                </>
            }
            badges={
                <>
                    {interview.withdrawn && <Badge>{t("page.survey.taken_back")}</Badge>}
                    {interview.excluded && (
                        <Badge kind="warning">
                            {labelOf("survey_exclusion", interview.excluded)}
                        </Badge>
                    )}
                    {interview.late && <Badge>{t("page.survey.late")}</Badge>}
                </>
            }
            second={[
                labelOf("respondent_group", interview.respondents),
                nameOf(interview.district),
                t("page.survey.at_hour", { day: formatDay(interview.day), hour }),
            ].join(" · ")}
            third={[
                languageName(interview.language) ?? interview.language,
                labelOf("survey_mode", interview.mode),
                count("page.survey.minutes", interview.minutes),
                count("page.survey.answers", interview.answers),
                t("page.survey.by", { who: interview.interviewer_code }),
            ].join(" · ")}
            actions={<Steps interview={interview} reload={reload} />}
        />
    );
}

function Steps({ interview, reload }: LineProps) {
    const session = useSession();
    const [excluding, setExcluding] = useState(false);
    const words = t(
        interview.excluded ? "do.survey.change_exclusion" : "do.survey.exclude",
    );
    return (
        <>
            {interview.own && interview.id && may(session, "survey.withdraw_interview") && (
                <TakeBack interview={interview} id={interview.id} reload={reload} />
            )}
            {may(session, "survey.exclude_interview") && interview.id && !interview.withdrawn && (
                <Button
                    kind="plain"
                    label={`${words}: ${interview.pseudonym}`}
                    onClick={() => setExcluding(true)}
                >
                    {words}
                </Button>
            )}
            {excluding && interview.id && (
                <ExcludeDialog
                    id={interview.id}
                    interview={interview}
                    onClose={() => setExcluding(false)}
                    onDone={() => {
                        setExcluding(false);
                        void reload();
                    }}
                />
            )}
        </>
    );
}

function TakeBack({ interview, id, reload }: LineProps & { id: string }) {
    const { withdrawn } = interview;
    const act = useAct(withdrawn ? "survey.restore_interview" : "survey.withdraw_interview");
    const path = { id };
    const words = t(withdrawn ? "do.survey.restore" : "do.survey.withdraw");
    return (
        <>
            {act.problem && <ProblemAlert problem={act.problem} />}
            <Button
                kind="plain"
                busy={act.busy}
                label={`${words}: ${interview.pseudonym}`}
                onClick={() =>
                    void act.run({ path }, () => {
                        say({
                            text: t(
                                withdrawn ? "page.survey.restored" : "page.survey.withdrawn",
                            ),
                            undo: async () => {
                                await ask(
                                    withdrawn
                                        ? "survey.withdraw_interview"
                                        : "survey.restore_interview",
                                    { path },
                                );
                                reloadAll();
                            },
                        });
                        void reload();
                    })
                }
            >
                {words}
            </Button>
        </>
    );
}
