// SPDX-License-Identifier: EUPL-1.2
// On the page of a case: the goals of its plan that are about housing, and what serves them.
import { labelOf } from "web/api/vocabulary";
import { CardList, Card } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { CaseSectionProps } from "web/shell/module";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { HousingOf } from "./HousingOf";

export default function OfCaseSection({ known }: CaseSectionProps) {
    const isOpen = known.state === "open" && !known.cancelled;
    const query = { person: known.person, case: isOpen ? known.id : undefined };
    return (
        <HousingOf query={query}>
            <Goals caseId={known.id} />
        </HousingOf>
    );
}

function Goals({ caseId }: { caseId: string }) {
    const plan = useQuery("housing.show_plan", { path: { case_id: caseId } });
    return (
        <Show of={plan}>
            {({ goals }) =>
                goals.length > 0 && (
                    <CardList label={t("page.housing.plan")}>
                        {goals.map(({ id, words, due_on, outcome }) => (
                            <Card
                                key={id}
                                title={words}
                                second={
                                    outcome
                                        ? labelOf("goal_outcome", outcome)
                                        : t("page.housing.due_by", { day: formatDay(due_on) })
                                }
                            />
                        ))}
                    </CardList>
                )
            }
        </Show>
    );
}
