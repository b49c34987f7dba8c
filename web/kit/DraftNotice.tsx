// SPDX-License-Identifier: EUPL-1.2
import { t } from "web/words/words";
import { Alert } from "./Alert";
import { Button } from "./Button";
import type { Draft } from "./useDraft";

// Says that a form is not empty because of what was typed before, and how to empty it.
export function DraftNotice<Value>({ draft }: { draft: Draft<Value> }) {
    if (!draft.found) return null;
    return (
        <Alert kind="info" quiet title={t("web.draft_found")}>
            <Button kind="plain" onClick={draft.drop}>
                {t("web.draft_drop")}
            </Button>
        </Alert>
    );
}
