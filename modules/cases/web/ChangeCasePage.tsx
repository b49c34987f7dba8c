// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Case } from "web/api/acts";
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
import { CaseFields, type CaseText, caseWish } from "./CaseFields";

export default function ChangeCasePage({ params }: PageProps) {
    const id = params["case"]!;
    const found = useQuery("cases.get_case", { path: { id } });
    return (
        <Page
            title={t("page.cases.change")}
            back={{ href: link(`/cases/${id}`), label: t("page.cases.case") }}
        >
            <Show of={found}>{(wish) => <ChangeCase known={wish} />}</Show>
        </Page>
    );
}

function ChangeCase({ known }: { known: Case }) {
    const act = useAct("cases.change_case");
    const [text, setText] = useState<CaseText>({
        kind: known.kind,
        opened_on: known.opened_on,
        ends_on: known.ends_on ?? "",
        district: known.district,
        needs: known.needs,
        note: known.reason_note ?? "",
    });

    function submit(): void {
        void act.run({ path: { id: known.id }, body: caseWish(text) }, () => {
            say({ text: t("page.cases.changed") });
            goInstead(`/cases/${known.id}`);
        });
    }

    return (
        <Form class="form" problem={act.problem} onSubmit={submit}>
            <CaseFields
                value={text}
                latestEnd={known.ends_on}
                onChange={(part) => setText({ ...text, ...part })}
            />
            <div class="form-save">
                <Button submit busy={act.busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}
