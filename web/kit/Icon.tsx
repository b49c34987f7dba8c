// SPDX-License-Identifier: EUPL-1.2
// Drawn on a grid of 24 with a pen of 2. Always beside words, hence hidden from screen readers.
const PATHS = {
    add: "M12 5v14M5 12h14",
    back: "M15 5l-7 7 7 7",
    check: "M5 12.5l4.5 4.5L19 7.5",
    close: "M6 6l12 12M18 6L6 18",
    down: "M6 9l6 6 6-6",
    forward: "M9 5l7 7-7 7",
    info: "M12 11v6M12 7.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
    menu: "M4 6h16M4 12h16M4 18h16",
    minus: "M5 12h14",
    out: "M14 4h5v16h-5M4 12h11M11 8l4 4-4 4",
    person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c.5-4.5 3.5-6.5 8-6.5s7.5 2 8 6.5",
    search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L20 20",
    undo: "M8 5L4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3",
    warning: "M12 4L2.5 20h19zM12 10v5M12 17.5v.01",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
    return (
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={PATHS[name]} />
        </svg>
    );
}
