// SPDX-License-Identifier: EUPL-1.2
// What a release changes, list by list, in words.
import type { CatalogueChange } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Badge, type BadgeKind, Card, CardList, EmptyState } from "web/kit/List";
import { findWord, language, t } from "web/words/words";

const KINDS: Record<string, BadgeKind> = {
    added: "success",
    changed: "info",
    retired: "warning",
    back: "success",
    gone: "danger",
};

function wordOf(what: string): string {
    if (what === "added") return t("page.network.change_added");
    if (what === "retired") return t("page.network.change_retired");
    if (what === "back") return t("page.network.change_back");
    return t(what === "gone" ? "page.network.change_gone" : "page.network.change_changed");
}

export function titleOf(list: string): string {
    if (list === "indicator") return t("page.network.indicators");
    if (list === "warning_rule") return t("page.network.warning_rules");
    // Lists of a single module are named by their code.
    return findWord(`page.network.list.${list}`) ?? list;
}

interface WhatChangesProps {
    changes?: CatalogueChange[] | null;
    fault?: string | null;
}

// Of what cannot be used nobody can say what it changes.
export function WhatChanges({ changes, fault }: WhatChangesProps) {
    if (fault) {
        return (
            <Alert kind="danger" title={t("page.network.release_faulty")}>
                <p class="as-written">{fault}</p>
            </Alert>
        );
    }
    return (
        <>
            <h2>{t("page.network.what_changes")}</h2>
            <Changes changes={changes ?? []} />
        </>
    );
}

function Changes({ changes }: { changes: CatalogueChange[] }) {
    if (changes.length === 0) return <EmptyState title={t("page.network.no_changes")} />;
    const lists = [...new Set(changes.map(({ list }) => list))];
    return (
        <>
            {lists.map((list) => (
                <section key={list} class="block">
                    <h3>{titleOf(list)}</h3>
                    <CardList label={titleOf(list)}>
                        {changes
                            .filter((change) => change.list === list)
                            .map((change) => (
                                <ChangeCard
                                    key={`${change.code} ${change.what}`}
                                    change={change}
                                />
                            ))}
                    </CardList>
                </section>
            ))}
        </>
    );
}

// What the server says of a changed file: "version: 1 → 2" as it is, whole files in words.
function detailOf(detail: string): string {
    if (detail === "definition") return t("page.network.definition_changed");
    return detail === "query" ? t("page.network.query_changed") : detail;
}

function ChangeCard({ change }: { change: CatalogueChange }) {
    const { code, what, it, en, details } = change;
    return (
        <Card
            title={language() === "it" ? it : en}
            badges={<Badge kind={KINDS[what] ?? "neutral"}>{wordOf(what)}</Badge>}
            second={code}
            third={details && details.length > 0 ? details.map(detailOf).join(" · ") : undefined}
        />
    );
}
