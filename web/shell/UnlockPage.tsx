// SPDX-License-Identifier: EUPL-1.2
// A phone that works without a signal opens with a PIN, network or not.
import { useState } from "preact/hooks";
import type { Session } from "web/api/acts";
import { Problem } from "web/api/problem";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import type { Device } from "web/phone/storage";
import { WRONG_PINS_MAX, WrongPin } from "web/phone/vault";
import { count, t } from "web/words/words";
import { faultOfPin, type NewPin, PinFields } from "./PinFields";
import { preparedDevices } from "./phone";
import { leaveLocked, renewPin, unlockPhone } from "./session";

interface UnlockProps {
    devices: Device[];
    session?: Session | undefined;
}

export default function UnlockPage({ devices, session }: UnlockProps) {
    const [known, setKnown] = useState(devices);
    const [account, setAccount] = useState(devices[0]!.account);
    const device = known.find((each) => each.account === account) ?? known[0]!;
    const isClosed = !device.keys.by_pin;
    const [hasForgotten, setForgotten] = useState(false);
    const renews = session !== undefined && (isClosed || hasForgotten);

    return (
        <Page title={t(renews ? "page.phone.new_pin" : "page.phone.title")}>
            {known.length > 1 && (
                <ChooseOne
                    name="account"
                    always
                    label={t("page.phone.whose")}
                    options={known.map((each) => ({ value: each.account, label: each.name }))}
                    value={account}
                    onChange={setAccount}
                />
            )}
            {isClosed && !session && <Alert kind="warning" title={t("page.phone.closed")} />}
            {!isClosed && !renews && <Unlock device={device} onWrong={setKnown} />}
            {renews ? (
                <Renew device={device} session={session} />
            ) : (
                <div class="form-actions">
                    {session ? (
                        <Button kind="outline" onClick={() => setForgotten(true)}>
                            {t("page.phone.choose_pin")}
                        </Button>
                    ) : (
                        <Button kind="outline" onClick={() => void leaveLocked()}>
                            {t("page.phone.forgotten")}
                        </Button>
                    )}
                </div>
            )}
        </Page>
    );
}

function Unlock({ device, onWrong }: { device: Device; onWrong: (known: Device[]) => void }) {
    const [pin, setPin] = useState("");
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);

    async function submit(): Promise<void> {
        if (busy) return;
        setBusy(true);
        setProblem(null);
        try {
            await unlockPhone(device.account, pin);
        } catch (failure) {
            if (!(failure instanceof WrongPin)) throw failure;
            const known = await preparedDevices();
            const { wrong_pins } = known.find(({ account }) => account === device.account)!;
            const left = WRONG_PINS_MAX - wrong_pins;
            setProblem(new Problem(401, "web.wrong_pin", count("page.phone.wrong_pin", left)));
            setPin("");
            setBusy(false);
            onWrong(known);
        }
    }

    return (
        <Form class="form form-short" problem={problem} onSubmit={() => void submit()}>
            <p class="lead">
                <bdi>{device.name}</bdi>
            </p>
            <TextField
                name="pin"
                type="password"
                inputMode="numeric"
                label={t("field.phone.pin")}
                autocomplete="off"
                value={pin}
                onInput={setPin}
            />
            <div class="form-actions">
                <Button submit busy={busy}>
                    {t("page.phone.unlock")}
                </Button>
            </div>
        </Form>
    );
}

// Whoever has logged in may choose another PIN; what waits on the phone stays.
function Renew({ device, session }: { device: Device; session: Session }) {
    const [value, setValue] = useState<NewPin>({ pin: "", again: "" });
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);

    async function submit(): Promise<void> {
        const fault = faultOfPin(value);
        setProblem(fault);
        if (busy || fault) return;
        setBusy(true);
        try {
            await renewPin(device, value.pin, session);
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setProblem(failure);
            setBusy(false);
        }
    }

    return (
        <Form class="form form-short" problem={problem} onSubmit={() => void submit()}>
            <p>{t("page.phone.new_pin_hint")}</p>
            <PinFields value={value} onChange={setValue} />
            <div class="form-actions">
                <Button submit busy={busy}>
                    {t("page.phone.new_pin")}
                </Button>
            </div>
        </Form>
    );
}
