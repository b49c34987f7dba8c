// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Screening } from "web/api/acts";
import { Button } from "web/kit/Button";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { t } from "web/words/words";
import { ScreeningFields, type ScreeningText, screeningWish } from "./ScreeningFields";

export default function ChangeScreeningPage({ params }: PageProps) {
    const id = params["screening"] ?? "";
    const found = useQuery("screening.get_screening", { path: { id } });
    const person = found.data?.person ?? "";
    return (
        <Page
            title={t("page.screening.screening")}
            back={{ href: link(`/people/${person}`), label: t("page.screening.person") }}
        >
            <Show of={found}>{(known) => <Change key={known.id} known={known} />}</Show>
        </Page>
    );
}

function Change({ known }: { known: Screening }) {
    const change = useAct("screening.change_screening");
    const [text, setText] = useState<ScreeningText>({
        day: known.day,
        findings: known.findings,
        note: known.note ?? "",
    });

    function submit(): void {
        void change.run({ path: { id: known.id }, body: screeningWish(text) }, () => {
            say({ text: t("page.screening.changed") });
            goInstead(`/people/${known.person}`);
        });
    }

    return (
        <Form class="form" problem={change.problem} onSubmit={submit}>
            <ScreeningFields value={text} onChange={(part) => setText({ ...text, ...part })} />
            <div class="form-save">
                <Button submit busy={change.busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}
