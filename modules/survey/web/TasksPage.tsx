// SPDX-License-Identifier: EUPL-1.2
// What an interviewer does today: where, of whom, how many are still wanted. Without a signal too.
import { labelOf } from "web/api/vocabulary";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { canWorkOffline, usePhone } from "web/shell/phone";
import { link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { formatLongDay, today } from "web/words/format";
import { count, t } from "web/words/words";
import { QuotaList } from "./QuotaList";
import { byDay, hoursOf } from "./surveyText";
import type { Slot, TaskWave, Unit } from "./types";

export default function TasksPage() {
    const found = useQuery("survey.list_my_slots", {});
    const phone = usePhone();
    return (
        <Page title={t("page.survey.tasks")}>
            <Show of={found}>
                {({ waves }) =>
                    waves.length === 0 ? (
                        <EmptyState title={t("page.survey.no_open_wave")}>
                            <p>{t("page.survey.no_open_wave_hint")}</p>
                        </EmptyState>
                    ) : (
                        <>
                            {waves.toSorted(entrustedFirst).map((task) => (
                                <OfWave key={task.wave.id} task={task} />
                            ))}
                        </>
                    )
                }
            </Show>
            {!phone && canWorkOffline() && (
                <p>
                    <a href={link("/phone")}>{t("page.survey.prepare_phone")}</a>
                </p>
            )}
        </Page>
    );
}

// A wave in which she has something to do stands before those where nobody gave her anything yet.
function entrustedFirst(one: TaskWave, other: TaskWave): number {
    const given = ({ slots, units }: TaskWave) => Number(slots.length + units.length > 0);
    return given(other) - given(one);
}

function OfWave({ task }: { task: TaskWave }) {
    const { wave, slots, units, cells } = task;
    const day = today();
    const now = slots.filter((slot) => slot.day === day);
    const coming = slots.filter((slot) => slot.day > day);
    const before = slots.filter((slot) => slot.day < day);
    const wanted = cells.filter((cell) => isMine(task, cell));
    return (
        <section class="section">
            <h2>{wave.name}</h2>
            {slots.length + units.length === 0 && (
                <EmptyState title={t("page.survey.nothing_given")}>
                    <p>{t("page.survey.nothing_given_hint")}</p>
                </EmptyState>
            )}
            <Slots title={t("page.survey.today")} slots={now} always={slots.length > 0} />
            <Units units={units.filter(({ done }) => !done)} title={t("page.survey.units_to_do")} />
            <Slots title={t("page.survey.coming")} slots={coming} />
            <Slots title={t("page.survey.before")} slots={before.toReversed()} />
            <Units units={units.filter(({ done }) => done)} title={t("page.survey.units_done")} />
            {wanted.length > 0 && <QuotaList cells={wanted} />}
            <p>
                <a href={link(`/survey/waves/${wave.id}/quotas`)}>
                    {t("page.survey.quotas_of", { wave: wave.name })}
                </a>
            </p>
            <p>
                <a href={link(`/survey/waves/${wave.id}/interviews`)}>
                    {t("page.survey.own_interviews_of", { wave: wave.name })}
                </a>
            </p>
        </section>
    );
}

// The cells to which one's own places and units count.
function isMine(
    { slots, units }: TaskWave,
    cell: { district: string; respondents: string },
): boolean {
    return cell.respondents === "MIGRANT"
        ? slots.some(({ district }) => district === cell.district)
        : units.some(
              ({ district, respondents }) =>
                  district === cell.district && respondents === cell.respondents,
          );
}

interface SlotsProps {
    title: string;
    slots: Slot[];
    // Says that there are none, where somebody looks for them.
    always?: boolean;
}

function Slots({ title, slots, always }: SlotsProps) {
    const { nameOf } = useDistricts();
    if (slots.length === 0 && !always) return null;
    return (
        <>
            <h3>{title}</h3>
            {slots.length === 0 && <p class="lead">{t("page.survey.none_today")}</p>}
            {slots.length > 0 && (
                <CardList label={title}>
                    {slots.toSorted(byDay).map((slot) => (
                        <Card
                            key={slot.id}
                            href={link(`/survey/slots/${slot.id}`)}
                            title={<bdi>{slot.centre_name}</bdi>}
                            badges={
                                slot.interviews > 0 && (
                                    <Badge kind="success">
                                        {count("page.survey.asked", slot.interviews)}
                                    </Badge>
                                )
                            }
                            second={[formatLongDay(slot.day), hoursOf(slot)].join(" · ")}
                            third={[
                                nameOf(slot.district),
                                count("page.survey.every", slot.every),
                            ].join(" · ")}
                        />
                    ))}
                </CardList>
            )}
        </>
    );
}

function Units({ title, units }: { title: string; units: Unit[] }) {
    const { nameOf } = useDistricts();
    if (units.length === 0) return null;
    return (
        <>
            <h3>{title}</h3>
            <CardList label={title}>
                {units.map((unit) => (
                    <Card
                        key={unit.id}
                        href={link(`/survey/units/${unit.id}`)}
                        title={<bdi>{unit.organisation}</bdi>}
                        second={[labelOf("respondent_group", unit.respondents), unit.position]
                            .filter(Boolean)
                            .join(" · ")}
                        third={nameOf(unit.district)}
                    />
                ))}
            </CardList>
        </>
    );
}
