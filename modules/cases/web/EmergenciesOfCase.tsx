// SPDX-License-Identifier: EUPL-1.2
// On the page of one's own case: who opened it in an emergency, when and why.
import type { Case } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Card, CardList } from "web/kit/List";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";

export function EmergenciesOfCase({ known: { emergencies } }: { known: Case }) {
    if (emergencies.length === 0) return null;
    return (
        <section class="section">
            <h2>{t("page.cases.emergencies_of_case")}</h2>
            <CardList label={t("page.cases.emergencies_of_case")}>
                {emergencies.map((each) => (
                    <Card
                        key={`${each.at} ${each.by_name}`}
                        title={labelOf("emergency_reason", each.reason)}
                        second={t("page.cases.emergency_line", {
                            name: each.by_name,
                            from: formatInstant(each.at),
                            to: formatInstant(each.until),
                        })}
                        third={each.words}
                    />
                ))}
            </CardList>
        </section>
    );
}
