// SPDX-License-Identifier: EUPL-1.2
// Names and values of one thing. What is not recorded says so: an empty line might be a mistake.
import type { ComponentChildren } from "preact";
import { t } from "web/words/words";

export function Facts({ children }: { children: ComponentChildren }) {
    return <dl class="facts">{children}</dl>;
}

interface FactProps {
    name: string;
    // Left out altogether when it has no value, for what rarely has one.
    rare?: boolean;
    children?: ComponentChildren;
}

export function Fact({ name, rare = false, children }: FactProps) {
    const isEmpty =
        children === undefined || children === null || children === "" || children === false;
    if (rare && isEmpty) return null;
    return (
        <div>
            <dt>{name}</dt>
            <dd>{isEmpty ? <span class="unknown">{t("web.not_recorded")}</span> : children}</dd>
        </div>
    );
}
