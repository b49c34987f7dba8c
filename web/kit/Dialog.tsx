// SPDX-License-Identifier: EUPL-1.2
// The browser's own <dialog>: it keeps the focus inside and closes on Escape.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "web/words/words";
import { Button } from "./Button";
import { Icon } from "./Icon";

interface DialogActionsProps {
    busy: boolean;
    // Where pressing means something else than "save".
    label?: string;
    onClose: () => void;
}

// The end of a form in a dialog.
export function DialogActions({ busy, label, onClose }: DialogActionsProps) {
    return (
        <div class="form-actions">
            <Button submit busy={busy}>
                {label ?? t("web.save")}
            </Button>
            <Button kind="outline" onClick={onClose}>
                {t("web.cancel")}
            </Button>
        </div>
    );
}

interface DialogProps {
    title: string;
    onClose: () => void;
    children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: DialogProps) {
    const dialog = useRef<HTMLDialogElement>(null);
    const heading = useId();
    useEffect(() => {
        const element = dialog.current!;
        const opener = document.activeElement;
        element.showModal();
        return () => {
            element.close();
            // It has left the page by now, and could not give the focus back itself.
            if (opener instanceof HTMLElement) opener.focus();
        };
    }, []);

    return (
        <dialog
            ref={dialog}
            class="dialog"
            aria-labelledby={heading}
            onCancel={(event) => {
                event.preventDefault(); // the page decides; it takes the dialog away
                onClose();
            }}
        >
            <header>
                <h2 id={heading}>{title}</h2>
                <button
                    type="button"
                    class="btn btn-plain"
                    aria-label={t("web.close")}
                    onClick={onClose}
                >
                    <Icon name="close" />
                </button>
            </header>
            {children}
        </dialog>
    );
}
