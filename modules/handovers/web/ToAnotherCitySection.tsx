// SPDX-License-Identifier: EUPL-1.2
// On the page of a case: chosen parts of it go to another city, sealed.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import type { CaseSectionProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { useCities } from "./useCities";

type Kind = "handover" | "referral";

export default function ToAnotherCitySection({ known, reload }: CaseSectionProps) {
    const session = useSession();
    const [asking, setAsking] = useState<Kind>();
    const isOpen = known.state === "open" && !known.cancelled;
    if (!isOpen || !may(session, "handovers.send_handover")) return null;
    return (
        <div class="form-actions">
            <Button kind="outline" onClick={() => setAsking("referral")}>
                {t("do.handovers.refer")}
            </Button>
            {!known.hand_over_to && (
                <Button kind="outline" onClick={() => setAsking("handover")}>
                    {t("do.handovers.send")}
                </Button>
            )}
            {asking && (
                <Sending
                    kind={asking}
                    caseId={known.id}
                    onClose={() => setAsking(undefined)}
                    onSent={() => {
                        setAsking(undefined);
                        void reload();
                    }}
                />
            )}
        </div>
    );
}

interface SendingProps {
    kind: Kind;
    caseId: string;
    onClose: () => void;
    onSent: () => void;
}

function Sending({ kind, caseId, onClose, onSent }: SendingProps) {
    const session = useSession();
    const cities = useCities();
    const send = useAct("handovers.send_handover");
    const isReferral = kind === "referral";
    const [id] = useState(uuid7);
    const [wish, setWish] = useState({
        to_city: "",
        area: "",
        // Who only asks for something sends no more than what it is about.
        parts: isReferral ? ["CASE"] : ["CASE", "INTERVENTIONS", "PLAN"],
        basis: "",
        notified_on: today(),
        message: "",
    });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
    const others = cities.items.filter(({ slug }) => slug !== session.store);

    function submit(): void {
        const body = {
            ...wish,
            id,
            kind,
            case: caseId,
            area: isReferral ? wish.area : null,
            message: wish.message.trim() || null,
        };
        void send.run({ body }, ({ to_city }) => {
            const done = isReferral ? "page.handovers.referral_done" : "page.handovers.sent_done";
            say({ text: t(done, { city: cities.nameOf(to_city) }) });
            onSent();
        });
    }

    return (
        <Dialog
            title={t(isReferral ? "page.handovers.refer" : "page.handovers.send")}
            onClose={onClose}
        >
            <Form class="form" problem={send.problem} onSubmit={submit}>
                {isReferral && <p>{t("page.handovers.refer_hint")}</p>}
                <p>{t("page.handovers.send_hint")}</p>
                <Select
                    name="to_city"
                    required
                    label={t("field.handovers.to_city")}
                    options={others.map(({ slug, name }) => ({ value: slug, label: name }))}
                    empty={t("web.not_recorded")}
                    value={wish.to_city}
                    onChange={(to_city) => change({ to_city })}
                />
                {isReferral && (
                    <Select
                        name="area"
                        required
                        label={t("field.handovers.area")}
                        options={options("referral_area")}
                        empty={t("web.not_recorded")}
                        value={wish.area}
                        onChange={(area) => change({ area })}
                    />
                )}
                <ChooseSome
                    name="parts"
                    label={t("field.handovers.parts")}
                    options={options("handover_part")}
                    values={wish.parts}
                    onChange={(parts) => change({ parts })}
                />
                <ChooseOne
                    name="basis"
                    required
                    label={t("field.handovers.basis")}
                    options={options("handover_basis")}
                    value={wish.basis}
                    onChange={(basis) => change({ basis })}
                />
                <DateField
                    name="notified_on"
                    required
                    label={t("field.handovers.notified_on")}
                    hint={t("page.handovers.told_person")}
                    max={today()}
                    value={wish.notified_on}
                    onInput={(notified_on) => change({ notified_on })}
                />
                <TextArea
                    name="message"
                    label={t(
                        isReferral ? "field.handovers.for_service" : "field.handovers.message",
                    )}
                    value={wish.message}
                    onInput={(message) => change({ message })}
                />
                <DialogActions busy={send.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
