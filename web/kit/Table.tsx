// SPDX-License-Identifier: EUPL-1.2
// Figures in rows and columns; on a narrow screen it scrolls by itself, reachable with the
// keyboard.
import type { ComponentChildren } from "preact";

export interface Column<Row> {
    head: string;
    cell: (row: Row) => ComponentChildren;
    isNumber?: boolean;
    // A class of the cell itself, such as its shade.
    classOf?: (row: Row) => string;
}

interface TableProps<Row> {
    caption: string;
    hideCaption?: boolean;
    class?: string;
    // The first column names the row.
    columns: Column<Row>[];
    rows: Row[];
    keyOf: (row: Row) => string;
}

export function Table<Row>(props: TableProps<Row>) {
    const { caption, hideCaption, columns, rows, keyOf } = props;
    return (
        // A region that scrolls must be reachable by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div class="table-scroll" role="region" aria-label={caption} tabIndex={0}>
            <table class={`table ${props.class ?? ""}`}>
                <caption class={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
                <thead>
                    <tr>
                        {columns.map(({ head, isNumber }) => (
                            <th key={head} scope="col" class={isNumber ? "number" : undefined}>
                                {head}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => (
                        <tr key={keyOf(row)}>
                            {columns.map(({ head, cell, isNumber, classOf }, index) =>
                                index === 0 ? (
                                    <th key={head} scope="row">
                                        {cell(row)}
                                    </th>
                                ) : (
                                    <td
                                        key={head}
                                        class={isNumber ? "number" : classOf?.(row)}
                                    >
                                        {cell(row)}
                                    </td>
                                ),
                            )}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
