// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon";

export type ButtonKind = "primary" | "outline" | "danger" | "plain";

const CLASSES: Record<ButtonKind, string> = {
    primary: "btn btn-primary",
    outline: "btn btn-outline-primary",
    danger: "btn btn-outline-danger",
    plain: "btn btn-plain",
};

interface ButtonProps {
    kind?: ButtonKind;
    icon?: IconName;
    // Sends the form it stands in.
    submit?: boolean;
    busy?: boolean;
    disabled?: boolean;
    label?: string;
    class?: string;
    onClick?: () => void;
    children?: ComponentChildren;
}

export function Button(props: ButtonProps) {
    const { kind = "primary", icon, submit, busy = false, disabled, label, onClick } = props;
    return (
        <button
            type={submit ? "submit" : "button"}
            class={`${CLASSES[kind]} ${props.class ?? ""}`}
            // Kept in the tab order while it works, so that the focus has somewhere to stay.
            aria-disabled={busy || undefined}
            disabled={disabled}
            aria-label={label}
            onClick={busy ? (event) => event.preventDefault() : onClick}
        >
            {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
            {props.children !== undefined && <span>{props.children}</span>}
        </button>
    );
}

interface LinkButtonProps {
    href: string;
    kind?: ButtonKind;
    icon?: IconName;
    class?: string;
    children: ComponentChildren;
}

// A link that looks like a button: it leads somewhere, it changes nothing.
export function LinkButton({ href, kind = "primary", icon, children, ...rest }: LinkButtonProps) {
    return (
        <a href={href} class={`${CLASSES[kind]} ${rest.class ?? ""}`}>
            {icon && <Icon name={icon} />}
            <span>{children}</span>
        </a>
    );
}
