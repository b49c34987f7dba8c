// SPDX-License-Identifier: EUPL-1.2
// What has to be corrected in a workbook: where, as its sheets count, and what.
import { useEffect, useRef } from "preact/hooks";
import { Alert } from "web/kit/Alert";
import { Table } from "web/kit/Table";
import { count, t } from "web/words/words";
import type { Fault } from "./faults";

export function FaultTable({ faults }: { faults: Fault[] }) {
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => box.current?.focus(), [faults]);
    return (
        <div ref={box} tabIndex={-1}>
            <Alert kind="danger" title={count("page.survey.faults", faults.length)} />
            <Table
                caption={t("page.survey.fault_table")}
                rows={faults.map((fault, index) => ({ ...fault, index }))}
                keyOf={({ index }) => String(index)}
                columns={[
                    { head: t("page.survey.sheet"), cell: ({ sheet }) => <bdi>{sheet}</bdi> },
                    { head: t("page.survey.row"), cell: ({ row }) => row ?? "–", isNumber: true },
                    {
                        head: t("page.survey.column"),
                        cell: ({ column }) => <code>{column || "–"}</code>,
                    },
                    { head: t("page.survey.what_is_wrong"), cell: ({ title }) => title },
                ]}
            />
        </div>
    );
}
