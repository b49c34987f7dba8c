// SPDX-License-Identifier: EUPL-1.2
// Things in a list: a card of three lines on a phone, one row on a desk.
import type { ComponentChildren } from "preact";
import { count, t } from "web/words/words";
import { Button } from "./Button";

export function CardList({ label, children }: { label: string; children: ComponentChildren }) {
    return (
        <ul class="cards" aria-label={label}>
            {children}
        </ul>
    );
}

interface CardProps {
    // The whole card leads there; the link is its title.
    href?: string;
    title: ComponentChildren;
    second?: ComponentChildren;
    third?: ComponentChildren;
    badges?: ComponentChildren;
    // Buttons, which stay reachable above the link.
    actions?: ComponentChildren;
}

export function Card({ href, title, second, third, badges, actions }: CardProps) {
    return (
        <li class="card-row">
            <div class="card-title">
                {href ? (
                    <a href={href} class="card-link">
                        {title}
                    </a>
                ) : (
                    <span>{title}</span>
                )}
                {badges && <span class="card-badges">{badges}</span>}
            </div>
            {second && <div class="card-second">{second}</div>}
            {third && <div class="card-third">{third}</div>}
            {actions && <div class="card-actions">{actions}</div>}
        </li>
    );
}

export type BadgeKind = "neutral" | "info" | "success" | "warning" | "danger";

export function Badge({ kind = "neutral", children }: { kind?: BadgeKind; children: string }) {
    return <span class={`mark mark-${kind}`}>{children}</span>;
}

interface EmptyStateProps {
    title: string;
    // What to do now.
    children?: ComponentChildren;
}

export function EmptyState({ title, children }: EmptyStateProps) {
    return (
        <div class="empty">
            <p class="empty-title">{title}</p>
            {children}
        </div>
    );
}

interface MoreProps {
    shown: number;
    busy: boolean;
    onMore: () => void;
}

export function More({ shown, busy, onMore }: MoreProps) {
    return (
        <div class="more">
            <span role="status">{count("web.shown", shown)}</span>
            <Button kind="outline" busy={busy} onClick={onMore}>
                {t("web.more")}
            </Button>
        </div>
    );
}
