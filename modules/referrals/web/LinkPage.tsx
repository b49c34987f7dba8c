// SPDX-License-Identifier: EUPL-1.2
// For a service without an account: what was sent to it, and how it went. The code is taken out of the
// address at once, so that it does not stay in the list of pages of a shared computer.
import { useEffect, useState } from "preact/hooks";
import type { LinkedReferral, ReferralNextStep } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Dialog } from "web/kit/Dialog";
import { Fact, Facts } from "web/kit/Facts";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { isCode } from "modules/reports/web/public/code";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { formatDay, formatInstant } from "web/words/format";
import { t, type Word } from "web/words/words";
import { OutcomeForm } from "./OutcomeForm";

export default function LinkPage({ params, query }: PageProps) {
    const city = params["city"] ?? "";
    const [given] = useState(query["codice"] ?? "");
    const [code, setCode] = useState(given);
    const [mistyped, setMistyped] = useState(false);
    const [referral, setReferral] = useState<LinkedReferral>();
    const open = useAct("referrals.open_link");

    function show(): void {
        setMistyped(!isCode(code));
        if (isCode(code)) void open.run({ path: { city }, body: { code } }, setReferral);
    }
    useEffect(() => {
        if (!given) return;
        // Not by the router, which would begin the page anew.
        history.replaceState(null, "", link(`/invio/${city}`));
        void open.run({ path: { city }, body: { code: given } }, setReferral);
    }, []);

    return (
        <Page title={t("page.referrals.link_title")}>
            {!referral && (
                <Form class="form" problem={open.problem} onSubmit={show}>
                    <p>{t("page.referrals.link_lead")}</p>
                    <TextField
                        name="code"
                        required
                        inputMode="numeric"
                        label={t("field.referrals.code")}
                        hint={mistyped ? t("page.referrals.mistyped") : undefined}
                        value={code}
                        onInput={setCode}
                    />
                    <div class="form-actions">
                        <Button submit busy={open.busy}>
                            {t("do.referrals.open")}
                        </Button>
                    </div>
                </Form>
            )}
            {referral && (
                <Opened city={city} code={code} referral={referral} onChanged={setReferral} />
            )}
        </Page>
    );
}

interface OpenedProps {
    city: string;
    code: string;
    referral: LinkedReferral;
    onChanged: (referral: LinkedReferral) => void;
}

function Opened(props: OpenedProps) {
    const { referral } = props;
    const { sender, city, sent_on } = referral;
    const isOver = referral.state === "closed" || referral.state === "revoked";
    return (
        <>
            <p class="lead">
                <bdi>{referral.service_name}</bdi>
            </p>
            <p>{t("page.referrals.from_city", { sender, city, day: formatDay(sent_on) })}</p>
            {isOver ? (
                <Alert kind="info" quiet title={t("page.referrals.link_closed")} />
            ) : (
                <>
                    <What referral={referral} />
                    <Answering {...props} />
                </>
            )}
        </>
    );
}

// The server says each code in words: a guest has no vocabularies.
function wordIn({ words }: LinkedReferral, code: string | null | undefined): string {
    return words.find((one) => one.code === code)?.words ?? "";
}

function What({ referral }: { referral: LinkedReferral }) {
    return (
        <Facts>
            <Fact name={t("field.referrals.told_name")}>
                {referral.told_name ? (
                    <bdi>{referral.told_name}</bdi>
                ) : (
                    t("page.referrals.no_name")
                )}
            </Fact>
            <Fact name={t("field.referrals.area")}>{wordIn(referral, referral.area)}</Fact>
            <Fact rare name={t("field.referrals.message")}>
                {referral.message}
            </Fact>
            <Fact rare name={t("field.referrals.appointment_at")}>
                {referral.appointment_at && formatInstant(referral.appointment_at)}
            </Fact>
            <Fact rare name={t("field.referrals.language")}>
                {[
                    wordIn(referral, referral.language),
                    referral.interpreter && t("page.referrals.interpreter_needed"),
                ]
                    .filter(Boolean)
                    .join(" · ")}
            </Fact>
            <Fact name={t("field.referrals.state")}>
                {wordIn(referral, referral.state)}
            </Fact>
        </Facts>
    );
}

function Answering({ city, code, referral, onChanged }: OpenedProps) {
    const answer = useAct("referrals.answer_link");
    const [name, setName] = useState("");
    const [asking, setAsking] = useState<ReferralNextStep>();
    const [done, setDone] = useState(false);
    const wordOf = (what: string) => t(`do.referrals.answer.${what}` as Word);

    function take(what: string, more: object = {}): void {
        const body = { id: uuid7(), code, what, by_name: name.trim() || null, ...more };
        void answer.run({ path: { city }, body }, (changed) => {
            setAsking(undefined);
            setDone(true);
            onChanged(changed);
        });
    }

    return (
        <section class="section">
            <h2>{t("page.referrals.what_happened")}</h2>
            {done && <Alert kind="success" title={t("page.referrals.thanks")} />}
            {answer.problem && !asking && <ProblemAlert problem={answer.problem} />}
            <Form class="form" onSubmit={() => {}}>
                <TextField
                    name="by_name"
                    label={t("field.referrals.by_name")}
                    value={name}
                    onInput={setName}
                />
            </Form>
            <div class="form-actions">
                {referral.next.map((step) => (
                    <Button
                        key={step.what}
                        kind={step.what === "refused" ? "outline" : "primary"}
                        busy={answer.busy}
                        onClick={() =>
                            step.outcomes.length > 0 ? setAsking(step) : take(step.what)
                        }
                    >
                        {wordOf(step.what)}
                    </Button>
                ))}
            </div>
            {asking && (
                <Dialog title={wordOf(asking.what)} onClose={() => setAsking(undefined)}>
                    <OutcomeForm
                        step={asking}
                        busy={answer.busy}
                        problem={answer.problem}
                        wordOf={(outcome) => wordIn(referral, outcome)}
                        onSave={(wish) => take(asking.what, wish)}
                        onClose={() => setAsking(undefined)}
                    />
                </Dialog>
            )}
        </section>
    );
}
