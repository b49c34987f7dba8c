// SPDX-License-Identifier: EUPL-1.2
// A QR code as the server gives it: rows of 0 and 1, drawn as one path.
interface QrCodeProps {
    rows: string[];
    label: string;
}

const QUIET = 4; // the white margin that readers need, in modules

export function QrCode({ rows, label }: QrCodeProps) {
    const side = rows.length + 2 * QUIET;
    return (
        <svg class="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
            <path d={pathOf(rows)} shape-rendering="crispEdges" />
        </svg>
    );
}

// Each run of dark modules is one rectangle.
export function pathOf(rows: string[]): string {
    return rows
        .flatMap((row, y) =>
            [...row.matchAll(/1+/g)].map(
                ({ 0: run, index }) =>
                    `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
            ),
        )
        .join("");
}
