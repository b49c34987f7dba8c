// SPDX-License-Identifier: EUPL-1.2
// The cells of the map of gaps in rows, one for each need; where most is missing first.
import type { GapCell } from "web/api/acts";

export interface GapRow {
    area: string;
    at: Record<string, GapCell>; // by place
    unanswered: number;
}

export function gapRows(cells: GapCell[]): { places: string[]; rows: GapRow[] } {
    const byArea = new Map<string, GapRow>();
    const missing = new Map<string, number>(); // by place
    for (const cell of cells) {
        const row = byArea.get(cell.area) ?? { area: cell.area, at: {}, unanswered: 0 };
        row.at[cell.place] = cell;
        row.unanswered += cell.unanswered;
        byArea.set(cell.area, row);
        missing.set(cell.place, (missing.get(cell.place) ?? 0) + cell.unanswered);
    }
    const most = <Key>(one: [Key, number], other: [Key, number]) =>
        other[1] - one[1] || String(one[0]).localeCompare(String(other[0]));
    return {
        places: [...missing].toSorted(most).map(([place]) => place),
        rows: [...byArea.values()].toSorted(
            (one, other) =>
                other.unanswered - one.unanswered || one.area.localeCompare(other.area),
        ),
    };
}

// One of five shades, as those of where and when people are met.
export function shadeOf(cell: GapCell | undefined): string {
    if (!cell || cell.unanswered === 0) return "";
    return `heat-${Math.ceil((5 * cell.unanswered) / cell.known)}`;
}
