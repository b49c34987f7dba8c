// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon";

export type AlertKind = "info" | "success" | "warning" | "danger";

const ICONS: Record<AlertKind, IconName> = {
    info: "info",
    success: "check",
    warning: "warning",
    danger: "warning",
};

interface AlertProps {
    kind: AlertKind;
    title: string;
    // A problem interrupts; an advice that was there from the start does not.
    quiet?: boolean;
    children?: ComponentChildren;
}

export function Alert({ kind, title, quiet = false, children }: AlertProps) {
    return (
        <div class={`notice notice-${kind}`} role={quiet ? undefined : "alert"}>
            <Icon name={ICONS[kind]} />
            <div>
                <p class="notice-title">{title}</p>
                {children}
            </div>
        </div>
    );
}
