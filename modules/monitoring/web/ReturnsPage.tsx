// SPDX-License-Identifier: EUPL-1.2
// Returns: who has handed in, who is late, what is asked and corrected. In the network all cities for a
// quarter at one look; in a city its own last quarters.
import { useState } from "preact/hooks";
import type { Return } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Badge, Card, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { go, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import "./monitoring.scss";
import { PeriodChoice } from "./PeriodChoice";
import { finishedQuarters, formatPeriod, lastQuarter } from "./periods";
import { byState, dueInWords, kindOfState } from "./returns";
import { useCityNames } from "./useCityNames";
import { WordsDialog } from "./WordsDialog";

export default function ReturnsPage({ query }: PageProps) {
    const session = useSession();
    const inNetwork = session.store === "rete";
    const period = query["period"] ?? lastQuarter();
    const returns = useQuery("monitoring.list_returns", {
        query: inNetwork ? { period } : {},
    });
    const nameOf = useCityNames();
    const [reminding, setReminding] = useState<Return>();

    return (
        <Page wide title={t("page.monitoring.returns")}>
            <p class="lead">
                {t(inNetwork ? "page.monitoring.returns_lead" : "page.monitoring.returns_own")}{" "}
                <a href={link("/monitoring/rules")}>{t("page.monitoring.rules_link")}</a>
            </p>
            {inNetwork && (
                <PeriodChoice
                    value={period}
                    periods={finishedQuarters()}
                    onChange={(chosen) => go("/monitoring/returns", { period: chosen })}
                />
            )}
            <Show of={returns}>
                {({ items, due, on_time }) => (
                    <>
                        {inNetwork && <Summary items={items} due={due} onTime={on_time} />}
                        <CardList label={t("page.monitoring.returns")}>
                            {(inNetwork ? items.toSorted(byState) : items).map((line) => (
                                <Line
                                    key={line.city + line.period}
                                    line={line}
                                    title={
                                        inNetwork ? nameOf(line.city) : formatPeriod(line.period)
                                    }
                                    onRemind={
                                        may(session, "monitoring.remind")
                                            ? () => setReminding(line)
                                            : undefined
                                    }
                                    maySubmit={may(session, "monitoring.submit_statement")}
                                />
                            ))}
                        </CardList>
                    </>
                )}
            </Show>
            {reminding && (
                <RemindDialog
                    line={reminding}
                    city={nameOf(reminding.city)}
                    onClose={() => setReminding(undefined)}
                />
            )}
        </Page>
    );
}

function Summary({ items, due, onTime }: { items: Return[]; due: number; onTime: number }) {
    const stated = items.filter(({ version }) => version).length;
    const asked = items.reduce((sum, { questions_open }) => sum + questions_open, 0);
    return (
        <ul class="figures" aria-label={t("page.monitoring.summary")}>
            <Figure
                name={t("page.monitoring.handed_in")}
                value={t("page.monitoring.of", { n: stated, all: items.length })}
            />
            <Figure
                name={t("page.monitoring.handed_in_time")}
                value={due > 0 ? t("page.monitoring.of", { n: onTime, all: due }) : "–"}
            />
            <Figure name={t("page.monitoring.open_questions")} value={String(asked)} />
        </ul>
    );
}

function Figure({ name, value }: { name: string; value: string }) {
    return (
        <li class="figure">
            <span class="figure-name">{name}</span>
            <span class="figure-number">{value}</span>
        </li>
    );
}

interface LineProps {
    line: Return;
    title: string;
    onRemind: (() => void) | undefined;
    maySubmit: boolean;
}

function Line({ line, title, onRemind, maySubmit }: LineProps) {
    const owed =
        !line.version || line.reopening !== undefined && line.reopening !== null || line.questions_open > 0;
    const said = [
        line.version && t("page.monitoring.version", { number: line.version }),
        line.quality !== undefined &&
            line.quality !== null &&
            t("page.monitoring.quality_of", { score: line.quality }),
        line.accepted_by_name && t("page.monitoring.accepted_by", { name: line.accepted_by_name }),
    ].filter(Boolean);
    const last = line.reminders.at(-1);
    return (
        <Card
            href={line.statement ? link(`/monitoring/statements/${line.statement}`) : undefined}
            title={title}
            badges={
                <>
                    <Badge kind={kindOfState(line.state)}>
                        {labelOf("return_state", line.state)}
                    </Badge>
                    {line.reminders.length > 0 && (
                        <Badge kind="neutral">
                            {count("page.monitoring.reminded", line.reminders.length)}
                        </Badge>
                    )}
                </>
            }
            second={dueInWords(line)}
            third={
                <>
                    {said.join(" · ")}
                    {last && (
                        <span class="of-reminder">
                            {t("page.monitoring.last_reminder", {
                                when: formatInstant(last.written_at),
                                words: last.words ?? "",
                            })}
                        </span>
                    )}
                </>
            }
            actions={
                <>
                    {line.questions_open > 0 && (
                        <a
                            class="btn btn-plain"
                            href={link("/monitoring/questions", {
                                period: line.period,
                                city: line.city,
                            })}
                        >
                            {count("page.monitoring.questions_open", line.questions_open)}
                            <span class="visually-hidden">: {title}</span>
                        </a>
                    )}
                    {onRemind && owed && (
                        <Button
                            kind="outline"
                            label={`${t("page.monitoring.remind")}: ${title}`}
                            onClick={onRemind}
                        >
                            {t("page.monitoring.remind")}
                        </Button>
                    )}
                    {maySubmit && (!line.version || line.reopening) && (
                        <LinkButton
                            href={link("/monitoring/statements/new", { period: line.period })}
                        >
                            {t("page.monitoring.prepare")}
                            <span class="visually-hidden">: {title}</span>
                        </LinkButton>
                    )}
                </>
            }
        />
    );
}

interface RemindDialogProps {
    line: Return;
    city: string;
    onClose: () => void;
}

function RemindDialog({ line, city, onClose }: RemindDialogProps) {
    const remind = useAct("monitoring.remind");
    const [id] = useState(uuid7);
    return (
        <WordsDialog
            title={t("page.monitoring.remind_city", { city, period: formatPeriod(line.period) })}
            name="words"
            label={t("page.monitoring.remind_words")}
            action={t("page.monitoring.remind")}
            busy={remind.busy}
            problem={remind.problem}
            onClose={onClose}
            onSubmit={(words) =>
                void remind.run(
                    { body: { id, city: line.city, period: line.period, words: words || null } },
                    () => {
                        say({
                            text: t("page.monitoring.reminded_now", { city }),
                            undo: async () => {
                                await ask("monitoring.take_back_of_network", { path: { id } });
                                reloadAll();
                            },
                        });
                        onClose();
                        reloadAll();
                    },
                )
            }
        />
    );
}
