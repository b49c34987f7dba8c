// SPDX-License-Identifier: EUPL-1.2
// The districts of a city as tiles, neighbours near each other: a drawing, not a map. Each tile shows
// its number beside its shade. Only for the eye: the page puts the same figures in a table.
import type { District } from "web/api/acts";
import { districtName } from "web/api/vocabulary";

export interface TileFigure {
    text: string;
    shade: number | "hidden"; // 0 to 5
    title?: string; // what the pointer reads; without it, name and text
}

interface TilesProps {
    districts: District[];
    figureOf: (code: string) => TileFigure;
}

// "RM-XV" is "XV" on a tile.
function shortCode(code: string): string {
    return code.slice(code.indexOf("-") + 1);
}

export function Tiles({ districts, figureOf }: TilesProps) {
    return (
        <div class="tiles" aria-hidden="true">
            {districts.map((district) => {
                const { code, column, row } = district;
                const { text, shade, title } = figureOf(code);
                return (
                    <span
                        key={code}
                        class={`tile shade-${shade}`}
                        style={{ gridColumn: column + 1, gridRow: row + 1 }}
                        title={`${districtName(district)}: ${title ?? text}`}
                    >
                        <span class="tile-name">{shortCode(code)}</span>
                        <span class="tile-number">{text}</span>
                    </span>
                );
            })}
        </div>
    );
}
