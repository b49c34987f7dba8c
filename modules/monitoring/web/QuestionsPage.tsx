// SPDX-License-Identifier: EUPL-1.2
// The questions of the network about statements, and where each stands.
import { labelOf, options } from "web/api/vocabulary";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { go, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import "./monitoring.scss";
import { findingInWords, kindOfState, titleOf } from "./returns";
import { useCityNames } from "./useCityNames";
import { useDefinitions } from "./useDefinitions";

const NOT_CLOSED = "not_closed";

export default function QuestionsPage({ query }: PageProps) {
    const session = useSession();
    const state = query["state"] ?? NOT_CLOSED;
    const { city, period } = query;
    const found = useQuery("monitoring.list_questions", {
        query: {
            ...(state !== NOT_CLOSED && state !== "" && { state }),
            ...(city && { city }),
            ...(period && { period }),
        },
    });
    const definitions = useDefinitions();
    const nameOf = useCityNames();

    return (
        <Page wide title={t("page.monitoring.questions")}>
            <p class="lead">{t("page.monitoring.questions_lead")}</p>
            <Form
                label={t("page.monitoring.which_questions")}
                class="form-filter"
                onSubmit={() => {}}
            >
                <Select
                    name="state"
                    label={t("page.monitoring.question_state")}
                    value={state}
                    options={[
                        { value: NOT_CLOSED, label: t("page.monitoring.not_closed") },
                        ...options("question_state"),
                    ]}
                    onChange={(chosen) => go("/monitoring/questions", { ...query, state: chosen })}
                />
            </Form>
            <Show of={found}>
                {({ items }) => {
                    const shown = items.filter(
                        (one) => state !== NOT_CLOSED || one.state !== "closed",
                    );
                    if (shown.length === 0) {
                        return <EmptyState title={t("page.monitoring.no_questions")} />;
                    }
                    return (
                        <CardList label={t("page.monitoring.questions")}>
                            {shown.map((question) => (
                                <Card
                                    key={question.id}
                                    href={link(`/monitoring/questions/${question.id}`)}
                                    title={titleOf(
                                        question,
                                        session.store === question.city
                                            ? undefined
                                            : nameOf(question.city),
                                        definitions.data,
                                    )}
                                    badges={
                                        <>
                                            <Badge kind={kindOfState(question.state)}>
                                                {labelOf("question_state", question.state)}
                                            </Badge>
                                            {question.by_itself && (
                                                <Badge>{t("page.monitoring.by_itself")}</Badge>
                                            )}
                                        </>
                                    }
                                    second={findingInWords(question.entries[0]!, definitions.data)}
                                />
                            ))}
                        </CardList>
                    );
                }}
            </Show>
        </Page>
    );
}
