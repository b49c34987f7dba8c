// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "preact/hooks";
import { Problem } from "web/api/problem";
import { Button } from "web/kit/Button";
import { Icon } from "web/kit/Icon";
import { wordedProblem } from "web/kit/problemWords";
import { reloadAll } from "web/kit/useQuery";
import { t } from "web/words/words";
import { forgetNotices, type Notice, onNotice, say } from "./notices";

// Long enough to read and to reach; never while the pointer or the focus is on it.
const SHOWN_MILLISECONDS = 20_000;

export function Notices() {
    const [notice, setNotice] = useState<Notice | null>(null);
    const [held, setHeld] = useState(false);
    const [busy, setBusy] = useState(false);
    useEffect(() => onNotice(setNotice), []);
    useEffect(() => {
        if (!notice || held) return undefined;
        const timer = setTimeout(() => forgetNotices(notice), SHOWN_MILLISECONDS);
        return () => clearTimeout(timer);
    }, [notice, held]);

    async function undo(undone: Notice): Promise<void> {
        setBusy(true);
        const here = location.hash;
        try {
            await undone.undo?.();
            forgetNotices(undone); // unless undoing had something to say itself
            if (location.hash === here) reloadAll(); // another page asks for itself
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            say({ ...undone, text: wordedProblem(failure) });
        } finally {
            setBusy(false);
        }
    }

    return (
        <div class="notices" role="status">
            {notice && (
                <div
                    class="toast-notice"
                    onMouseEnter={() => setHeld(true)}
                    onMouseLeave={() => setHeld(false)}
                    onFocusIn={() => setHeld(true)}
                    onFocusOut={() => setHeld(false)}
                >
                    <span>{notice.text}</span>
                    {notice.undo && (
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={busy}
                            onClick={() => void undo(notice)}
                        >
                            {notice.undoLabel ?? t("web.undo")}
                        </Button>
                    )}
                    <button
                        type="button"
                        class="btn btn-plain"
                        aria-label={t("web.close")}
                        onClick={() => forgetNotices()}
                    >
                        <Icon name="close" />
                    </button>
                </div>
            )}
        </div>
    );
}
