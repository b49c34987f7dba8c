// SPDX-License-Identifier: EUPL-1.2
// A page: its heading, where it goes back to, what can be done on it. After a change of page the
// focus moves to the heading, so that a screen reader says where one is.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "web/words/words";
import { Icon } from "./Icon";

let hasMoved = false;

// Called by the shell when the reader goes to another page; the first page keeps the focus as it
// is.
export function movedToAnotherPage(): void {
    hasMoved = true;
}

interface PageProps {
    title: ComponentChildren;
    // The title of the browser's window and history. Never the name of a person: the history of a
    // shared phone stays when the account has logged out.
    windowTitle?: string;
    back?: { href: string; label: string } | undefined;
    actions?: ComponentChildren;
    // Narrow pages hold a form, wide ones tables and charts.
    wide?: boolean;
    children: ComponentChildren;
}

export function Page({ title, windowTitle, back, actions, wide, children }: PageProps) {
    const heading = useRef<HTMLHeadingElement>(null);
    const named = windowTitle ?? (typeof title === "string" ? title : "");
    useEffect(() => {
        document.title = named ? `${named} – lgnet` : "lgnet";
    }, [named]);
    useEffect(() => {
        if (hasMoved) heading.current?.focus();
        hasMoved = false;
    }, []);

    return (
        <div class={wide ? "page page-wide" : "page"}>
            {back && (
                <a class="page-back" href={back.href}>
                    <Icon name="back" />
                    <span class="visually-hidden">{t("web.back_to")} </span>
                    {back.label}
                </a>
            )}
            <div class="page-head">
                <h1 ref={heading} tabIndex={-1}>
                    {title}
                </h1>
                {actions && <div class="page-actions">{actions}</div>}
            </div>
            {children}
        </div>
    );
}
