// SPDX-License-Identifier: EUPL-1.2
// Cells of a quota, one by one: wanted, made, left.
import { labelOf } from "web/api/vocabulary";
import { Table } from "web/kit/Table";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { made } from "./quotas";
import type { QuotaCell } from "./types";

interface QuotaTableProps {
    caption: string;
    hideCaption?: boolean;
    cells: QuotaCell[];
    // Every outcome, for who looks at the whole.
    whole?: boolean;
}

export function QuotaTable({ caption, hideCaption, cells, whole = false }: QuotaTableProps) {
    const number = (head: string, of: (cell: QuotaCell) => number) => ({
        head,
        cell: (cell: QuotaCell) => formatNumber(of(cell)),
        isNumber: true,
    });
    return (
        <Table
            caption={caption}
            {...(hideCaption && { hideCaption })}
            rows={cells}
            keyOf={(cell) => `${cell.district} ${cell.respondents}`}
            columns={[
                { head: t("page.survey.district"), cell: (cell) => cell.district_name },
                {
                    head: t("page.survey.group"),
                    cell: ({ respondents }) => labelOf("respondent_group", respondents),
                },
                number(t("page.survey.target"), ({ target }) => target),
                number(t("page.survey.made"), made),
                number(t("page.survey.left"), ({ left }) => left),
                ...(whole
                    ? [
                          number(t("page.survey.part.complete"), ({ complete }) => complete),
                          number(t("page.survey.part.partial"), ({ partial }) => partial),
                          number(t("page.survey.part.refused"), ({ refused }) => refused),
                          number(t("page.survey.part.not_met"), (cell) => cell.not_met),
                          number(t("page.survey.part.other"), ({ other }) => other),
                          number(t("page.survey.part.unknown"), ({ unknown }) => unknown),
                          number(
                              t("page.survey.part.not_eligible"),
                              (cell) => cell.not_eligible,
                          ),
                      ]
                    : []),
            ]}
        />
    );
}
