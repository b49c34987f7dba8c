// SPDX-License-Identifier: EUPL-1.2
// At a place, for its hours: people who pass are counted with the thumb, every so many one is
// asked, and whoever does not answer counts too. Without that no response rate would be true.
import { ask } from "web/api/client";
import { Button, LinkButton } from "web/kit/Button";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatLongDay } from "web/words/format";
import { count, t } from "web/words/words";
import { askedAt } from "./asked";
import { NoAnswer } from "./NoAnswer";
import { QuotaList } from "./QuotaList";
import { isTurn, untilTurn } from "./quotas";
import { hoursOf } from "./surveyText";
import type { Slot, TaskWave } from "./types";
import "./survey.scss";

const WITHOUT_ANSWERS = [
    "REFUSAL",
    "NON_CONTACT",
    "NOT_ELIGIBLE",
    "OTHER",
    "UNKNOWN_ELIGIBILITY",
] as const;

export default function SlotPage({ params }: PageProps) {
    const id = params["slot"]!;
    const found = useQuery("survey.list_my_slots", {});
    const task = found.data?.waves.find(({ slots }) => slots.some((slot) => slot.id === id));
    const slot = task?.slots.find((each) => each.id === id);
    return (
        <Page
            title={slot?.centre_name ?? t("page.survey.slot")}
            back={{ href: link("/survey"), label: t("page.survey.tasks") }}
        >
            <Show of={found}>
                {() =>
                    task && slot ? (
                        <AtPlace task={task} slot={slot} reload={found.reload} />
                    ) : (
                        <EmptyState title={t("page.survey.not_yours")} />
                    )
                }
            </Show>
        </Page>
    );
}

interface AtPlaceProps {
    task: TaskWave;
    slot: Slot;
    reload: () => Promise<void>;
}

function AtPlace({ task, slot, reload }: AtPlaceProps) {
    const { nameOf } = useDistricts();
    const cells = task.cells.filter(
        ({ district, respondents }) => district === slot.district && respondents === "MIGRANT",
    );
    return (
        <>
            <p class="lead">
                {[formatLongDay(slot.day), hoursOf(slot), nameOf(slot.district)].join(" · ")}
            </p>
            <Counting task={task} slot={slot} reload={reload} />
            {cells.length > 0 && (
                <section class="section">
                    <QuotaList cells={cells} />
                </section>
            )}
        </>
    );
}

function Counting({ task, slot, reload }: AtPlaceProps) {
    const session = useSession();
    const save = useAct("survey.count_slot");
    // Each tap stays here; what was counted is sent when somebody was asked, and at the end.
    const draft = useDraft(session.account, `survey.count.${slot.id}`, () => ({
        counted: slot.counted ?? 0,
    }));
    const { counted } = draft.value;
    const known = slot.counted ?? 0;
    const turn = isTurn(counted, slot.every);

    async function send(): Promise<boolean> {
        if (counted === known && slot.counted !== null) return true;
        return save.run({ path: { id: slot.id }, body: { counted } });
    }
    async function finish(): Promise<void> {
        if (!(await send())) return;
        draft.drop();
        say({
            text: count("page.survey.counted", counted),
            undo: async () => {
                await ask("survey.count_slot", {
                    path: { id: slot.id },
                    body: { counted: slot.counted ?? null },
                });
                await reload();
            },
        });
        await reload();
    }

    return (
        <>
            <section class="section survey-count">
                <h2>{t("page.survey.who_passes")}</h2>
                <p class="lead">{count("page.survey.who_passes_hint", slot.every)}</p>
                <p class="survey-count-number" role="status">
                    {counted}
                </p>
                <Button onClick={() => draft.change({ counted: counted + 1 })}>
                    {t("do.survey.count")}
                </Button>
                <p aria-live="polite">
                    <strong>
                        {turn
                            ? t("page.survey.ask_now")
                            : count("page.survey.until_next", untilTurn(counted, slot.every))}
                    </strong>
                </p>
                <div class="form-actions">
                    <Button
                        kind="plain"
                        icon="minus"
                        disabled={counted === 0}
                        onClick={() => draft.change({ counted: counted - 1 })}
                    >
                        {t("do.survey.count_back")}
                    </Button>
                    <Button kind="outline" busy={save.busy} onClick={() => void finish()}>
                        {t("do.survey.save_count")}
                    </Button>
                </div>
                {save.problem && <ProblemAlert problem={save.problem} />}
            </section>
            <Person task={task} slot={slot} reload={reload} before={send} />
        </>
    );
}

function Person({ task, slot, reload, before }: AtPlaceProps & { before: () => Promise<boolean> }) {
    const asked = askedAt(task, slot);
    if (!asked) return <EmptyState title={t("page.survey.no_questionnaire")} />;
    return (
        <section class="section">
            <h2>{t("page.survey.this_person")}</h2>
            <div class="record-buttons">
                <LinkButton icon="forward" href={link("/survey/interview", { slot: slot.id })}>
                    {t("do.survey.start")}
                </LinkButton>
            </div>
            <NoAnswer
                asked={asked}
                mode="FACE"
                dispositions={WITHOUT_ANSWERS}
                before={before}
                reload={reload}
            />
        </section>
    );
}
