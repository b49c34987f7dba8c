// SPDX-License-Identifier: EUPL-1.2
// For a service without an account: what was sent to it, and how it went. The code is taken out of the
// address at once, so that it does not stay in the list of pages of a shared computer.
import { useEffect, useState } from "preact/hooks";
import type { LinkedReferral } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { isCode } from "modules/reports/web/public/code";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { formatDay, formatInstant } from "web/words/format";
import { t, type Word } from "web/words/words";
import { NextSteps } from "./NextSteps";

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
    const [isDone, setDone] = useState(false);

    function take(what: string, outcome: object | undefined, done: () => void): void {
        const body = { id: uuid7(), code, what, by_name: name.trim() || null, ...outcome };
        void answer.run({ path: { city }, body }, (changed) => {
            done();
            setDone(true);
            onChanged(changed);
        });
    }

    return (
        <section class="section">
            <h2>{t("page.referrals.what_happened")}</h2>
            {isDone && <Alert kind="success" title={t("page.referrals.thanks")} />}
            <Form class="form" onSubmit={() => {}}>
                <TextField
                    name="by_name"
                    label={t("field.referrals.by_name")}
                    value={name}
                    onInput={setName}
                />
            </Form>
            <NextSteps
                next={referral.next}
                busy={answer.busy}
                problem={answer.problem}
                wordOf={(what) => t(`do.referrals.answer.${what}` as Word)}
                kindOf={(what) => (what === "refused" ? "outline" : "primary")}
                outcomeOf={(outcome) => wordIn(referral, outcome)}
                onTake={take}
            />
        </section>
    );
}
