// SPDX-License-Identifier: EUPL-1.2
import type { Referral } from "web/api/acts";
import { saveFile } from "web/kit/saveFile";
import { useAct } from "web/kit/useAct";
import { SheetChoice } from "modules/directory/web/SheetChoice";
import { t } from "web/words/words";

export function SlipSection({ referral }: { referral: Referral }) {
    const print = useAct("referrals.print_slip");
    return (
        <section class="section">
            <h2>{t("page.referrals.slip")}</h2>
            <p>{t("page.referrals.slip_hint")}</p>
            <SheetChoice
                first={referral.language}
                busy={print.busy}
                problem={print.problem}
                onPrint={(language) =>
                    void print.run({ path: { id: referral.id }, query: { language } }, (file) =>
                        saveFile(file, `foglio-${language}.pdf`),
                    )
                }
            />
        </section>
    );
}
