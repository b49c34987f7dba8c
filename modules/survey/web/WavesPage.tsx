// SPDX-License-Identifier: EUPL-1.2
// The waves of the survey, the newest first.
import { useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { Badge, type BadgeKind, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { labelOf } from "web/api/vocabulary";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { count, t } from "web/words/words";
import type { Wave } from "./types";
import { WaveDialog } from "./WaveDialog";

const STATE_KINDS: Record<string, BadgeKind> = { OPEN: "success", PREPARING: "info" };

export function WaveBadge({ wave }: { wave: Wave }) {
    return (
        <Badge kind={STATE_KINDS[wave.state] ?? "neutral"}>
            {wave.removed
                ? t("page.survey.removed")
                : labelOf("survey_wave_state", wave.state)}
        </Badge>
    );
}

export default function WavesPage() {
    const session = useSession();
    const found = useQuery("survey.list_waves", {});
    const [adding, setAdding] = useState(false);
    return (
        <Page
            title={t("page.survey.waves")}
            actions={
                may(session, "survey.add_wave") && (
                    <Button icon="add" onClick={() => setAdding(true)}>
                        {t("do.survey.add_wave")}
                    </Button>
                )
            }
        >
            <Show of={found}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.survey.no_waves")}>
                            <p>{t("page.survey.no_waves_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.survey.waves")}>
                            {items.map((wave) => (
                                <Line key={wave.id} wave={wave} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {adding && (
                <WaveDialog
                    onClose={() => setAdding(false)}
                    onDone={() => {
                        setAdding(false);
                        void found.reload();
                    }}
                />
            )}
        </Page>
    );
}

function Line({ wave }: { wave: Wave }) {
    const session = useSession();
    const to = may(session, "survey.get_plan") ? "" : "/interviews";
    return (
        <Card
            href={link(`/survey/waves/${wave.id}${to}`)}
            title={<bdi>{wave.name}</bdi>}
            badges={<WaveBadge wave={wave} />}
            second={t("page.survey.from_until", {
                from: formatDay(wave.from),
                until: formatDay(wave.until),
            })}
            third={count("page.survey.interviews", wave.interviews)}
        />
    );
}
