// SPDX-License-Identifier: EUPL-1.2
// How the service answers without an account: a link to send, a code to say.
import type { Referral } from "web/api/acts";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import "./referrals.scss";

interface LinkSectionProps {
    referral: Referral;
    onChanged: (referral: Referral) => void;
}

// What follows the # never reaches a server: it is in no log on the way.
function addressFor(city: string, code: string): string {
    const page = link(`/invio/${city}`, { codice: code.replaceAll(" ", "") });
    return new URL(page, location.href).href;
}

function mailTo(referral: Referral, address: string): string {
    const subject = encodeURIComponent(t("page.referrals.mail_subject"));
    const body = encodeURIComponent(t("page.referrals.mail_text", { link: address }));
    return `mailto:${referral.service_email ?? ""}?subject=${subject}&body=${body}`;
}

export function LinkSection({ referral, onChanged }: LinkSectionProps) {
    const session = useSession();
    const renew = useAct("referrals.renew_link");
    const address = addressFor(session.store, referral.code);

    function change(): void {
        const body = { ticket: crypto.randomUUID() };
        void renew.run({ path: { id: referral.id }, body }, (changed) => {
            say({ text: t("page.referrals.link_renewed") });
            onChanged(changed);
        });
    }

    return (
        <section class="section">
            <h2>{t("page.referrals.link")}</h2>
            {renew.problem && <ProblemAlert problem={renew.problem} />}
            {!referral.link_until && <p>{t("page.referrals.link_over")}</p>}
            {referral.link_until && (
                <>
                    <p>
                        {t("page.referrals.link_hint", { day: formatDay(referral.link_until) })}
                    </p>
                    <Facts>
                        <Fact name={t("page.referrals.code")}>
                            <span class="code-to-say">{referral.code}</span>
                        </Fact>
                        <Fact rare name={t("field.directory.phone")}>
                            {referral.service_phone && (
                                <a href={`tel:${referral.service_phone}`}>
                                    {referral.service_phone}
                                </a>
                            )}
                        </Fact>
                    </Facts>
                    <div class="form-actions">
                        <Button
                            kind="outline"
                            onClick={() =>
                                void navigator.clipboard
                                    .writeText(address)
                                    .then(() => say({ text: t("page.referrals.link_copied") }))
                            }
                        >
                            {t("do.referrals.copy")}
                        </Button>
                        <a class="btn btn-outline-primary" href={mailTo(referral, address)}>
                            {t("do.referrals.mail")}
                        </a>
                        {may(session, "referrals.renew_link") && (
                            <Button kind="plain" busy={renew.busy} onClick={change}>
                                {t("do.referrals.renew")}
                            </Button>
                        )}
                    </div>
                </>
            )}
        </section>
    );
}
