// SPDX-License-Identifier: EUPL-1.2
// What a release changes here, what it would leave without a code, and taking it.
import type { Orphan } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { loadVocabularies } from "web/api/vocabulary";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { titleOf, WhatChanges } from "./Changes";

export default function ReleasePage({ params }: PageProps) {
    const id = params.release ?? "";
    const sheet = useQuery("network.get_release", { path: { id } });
    const take = useAct("network.take_release");
    const { acts } = useSession();

    async function taken(number: number): Promise<void> {
        say({ text: t("page.network.now_in_force", { number }) });
        await Promise.all([sheet.reload(), loadVocabularies(true)]);
        // The button that was pressed is gone.
        document.getElementById("content")?.focus();
    }

    return (
        <Page
            wide
            title={t("page.network.release")}
            back={{ href: link("/releases"), label: t("page.network.releases") }}
        >
            <Show of={sheet}>
                {({ release, changes, orphans, fault, can_be_taken }) => (
                    <>
                        <h2>{t("page.network.release_number", { number: release.number })}</h2>
                        <p class="lead">{release.notes}</p>
                        <p>
                            {t("page.network.published", {
                                instant: formatInstant(release.published_at),
                                name: release.published_by_name,
                            })}
                            {release.in_force && ` · ${t("page.network.in_force")}`}
                        </p>
                        <Orphans orphans={orphans ?? []} />
                        {take.problem && <ProblemAlert problem={take.problem} />}
                        {can_be_taken && acts.includes("network.take_release") && (
                            <div class="form-actions">
                                <Button
                                    busy={take.busy}
                                    onClick={() =>
                                        void take.run(
                                            { path: { id } },
                                            () => void taken(release.number),
                                        )
                                    }
                                >
                                    {t("do.network.take_release")}
                                </Button>
                            </div>
                        )}
                        <WhatChanges changes={changes} fault={fault} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function Orphans({ orphans }: { orphans: Orphan[] }) {
    if (orphans.length === 0) return null;
    return (
        <Alert kind="danger" title={t("page.network.orphans")}>
            <ul>
                {orphans.map((orphan) => (
                    <li key={`${orphan.list} ${orphan.code} ${orphan.used_by}`}>
                        {whyOf(orphan)}
                    </li>
                ))}
            </ul>
        </Alert>
    );
}

function whyOf({ list, code, used_by, count }: Orphan): string {
    const facts = { list: titleOf(list), code, count };
    if (used_by === "records") return t("page.network.orphan_records", facts);
    if (used_by === "extension") return t("page.network.orphan_extension", facts);
    return t("page.network.orphan_program", facts);
}
