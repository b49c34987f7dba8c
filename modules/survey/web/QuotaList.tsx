// SPDX-License-Identifier: EUPL-1.2
// How many are still wanted, as whoever asks needs to know it: in a line each.
import { labelOf } from "web/api/vocabulary";
import { Card, CardList } from "web/kit/List";
import { count, t } from "web/words/words";
import { made } from "./quotas";
import type { QuotaCell } from "./types";

export function QuotaList({ cells }: { cells: QuotaCell[] }) {
    const title = t("page.survey.still_wanted");
    return (
        <>
            <h3>{title}</h3>
            <CardList label={title}>
                {cells.map((cell) => (
                    <Card
                        key={`${cell.district} ${cell.respondents}`}
                        title={[
                            cell.district_name,
                            labelOf("respondent_group", cell.respondents),
                        ].join(", ")}
                        second={
                            cell.left > 0
                                ? count("page.survey.left_of", cell.left)
                                : t("page.survey.none_left")
                        }
                        third={t("page.survey.made_of", { made: made(cell), target: cell.target })}
                    />
                ))}
            </CardList>
        </>
    );
}
