// SPDX-License-Identifier: EUPL-1.2
// The card of this store: sent by mail, and its fingerprint read aloud.
import { useRef } from "preact/hooks";
import { Button } from "web/kit/Button";
import { Field } from "web/kit/Field";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import { Fingerprint } from "./Fingerprint";

export function OwnCard({ card, fingerprint }: { card: string; fingerprint: string }) {
    const area = useRef<HTMLTextAreaElement>(null);

    async function copy(): Promise<void> {
        area.current?.select();
        try {
            await navigator.clipboard.writeText(card);
            say({ text: t("page.network.card_copied") });
        } catch {
            // Without https or without leave the browser keeps its clipboard to itself.
            say({ text: t("page.network.card_selected") });
        }
    }

    return (
        <section class="block" aria-labelledby="own-card">
            <h2 id="own-card">{t("page.network.own_card")}</h2>
            <p>{t("page.network.own_card_hint")}</p>
            <Field name="own_card" label={t("field.network.own_card")}>
                {(control) => (
                    <textarea
                        {...control}
                        ref={area}
                        class="form-control as-code"
                        readOnly
                        rows={3}
                        spellcheck={false}
                        value={card}
                    />
                )}
            </Field>
            <p>
                {t("page.network.fingerprint_here")} <Fingerprint digits={fingerprint} />
            </p>
            <Button kind="outline" onClick={() => void copy()}>
                {t("do.network.copy_card")}
            </Button>
        </section>
    );
}
