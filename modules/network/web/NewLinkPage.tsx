// SPDX-License-Identifier: EUPL-1.2
// A machine is admitted by its card, which came by mail, and by its fingerprint, which did not.
import { useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { go, link as address } from "web/shell/router";
import { t } from "web/words/words";
import { usePeerNames } from "./links";

export default function NewLinkPage() {
    const admit = useAct("network.admit_link");
    const nameOf = usePeerNames();
    const [wish, setWish] = useState({ id: uuid7(), card: "", fingerprint: "" });

    function submit(): void {
        void admit.run({ body: wish }, ({ id, peer }) => {
            say({ text: t("page.network.admitted", { name: nameOf(peer) }) });
            go(`/links/${id}`);
        });
    }

    return (
        <Page
            title={t("do.network.admit_link")}
            back={{ href: address("/links"), label: t("page.network.links") }}
        >
            <p class="lead">{t("page.network.admit_lead")}</p>
            <Form class="form" problem={admit.problem} onSubmit={submit}>
                <TextArea
                    name="card"
                    required
                    label={t("field.network.card")}
                    hint={t("field.network.card_hint")}
                    value={wish.card}
                    onInput={(card) => setWish({ ...wish, card })}
                />
                <TextField
                    name="fingerprint"
                    required
                    label={t("field.network.fingerprint")}
                    hint={t("field.network.fingerprint_hint")}
                    value={wish.fingerprint}
                    onInput={(fingerprint) => setWish({ ...wish, fingerprint })}
                />
                <div class="form-actions">
                    <Button submit busy={admit.busy}>
                        {t("do.network.admit_this")}
                    </Button>
                </div>
            </Form>
        </Page>
    );
}
