// SPDX-License-Identifier: EUPL-1.2
// What a release changes, list by list, in words.
import type { CatalogueChange } from "web/api/acts";
import { Badge, type BadgeKind, Card, CardList, EmptyState } from "web/kit/List";
import { language, t } from "web/words/words";

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

function titleOf(list: string): string {
    if (list === "indicator") return t("page.network.indicators");
    return list === "warning_rule" ? t("page.network.warning_rules") : list;
}

export function Changes({ changes }: { changes: CatalogueChange[] }) {
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

function ChangeCard({ change }: { change: CatalogueChange }) {
    const { code, what, it, en, details } = change;
    return (
        <Card
            title={language() === "it" ? it : en}
            badges={<Badge kind={KINDS[what] ?? "neutral"}>{wordOf(what)}</Badge>}
            second={code}
            third={details && details.length > 0 ? details.join(" · ") : undefined}
        />
    );
}
