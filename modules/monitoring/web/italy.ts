// SPDX-License-Identifier: EUPL-1.2
// Places on the outline of Italy (@svg-maps/italy, which is drawn in Mercator's projection but does not
// say so), and where the names of cities go so that they do not lie on each other.

export interface Point {
    x: number;
    y: number;
}

// Fitted to the limits of twenty regions: no limit is off by more than 1.1 of the drawing's 610 units.
export function place(longitude: number, latitude: number): Point {
    const radians = (latitude * Math.PI) / 180;
    const mercator = (Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI;
    return { x: -339.5 + 51.284 * longitude, y: 2734.1 - 51.083 * mercator };
}

interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
}

export interface Spot extends Point {
    radius: number;
    text: string;
}

// The left upper corner of a name, and how wide it is at most.
export interface Label extends Point {
    width: number;
}

// Of names as monitoring.scss sets them: 22 units high, in lines of 33.
const TEXT_HEIGHT = 33;
const LETTER_WIDTH = 12;
const GAP = 3;

function overlap(one: Box, other: Box): number {
    const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return width > 0 && height > 0 ? width * height : 0;
}

function boxOf({ x, y, width }: Label): Box {
    return { left: x, right: x + width, top: y, bottom: y + TEXT_HEIGHT };
}

// Around its circle: for each name, in turn, where it covers least of the circles and of the names
// already placed, and stays on the drawing.
export function placeLabels(spots: Spot[], width: number): Label[] {
    const circles: Box[] = spots.map(({ x, y, radius }) => ({
        left: x - radius,
        right: x + radius,
        top: y - radius,
        bottom: y + radius,
    }));
    const names: Box[] = [];
    return spots.map((spot, index) => {
        const { x, y, radius, text } = spot;
        const name = text.length * LETTER_WIDTH;
        const [right, middle, left] = [x + radius + GAP, x - name / 2, x - radius - GAP - name];
        const level = y - TEXT_HEIGHT / 2;
        const [above, below] = [y - radius - TEXT_HEIGHT, y + radius];
        const corners: [number, number][] = [
            [right, level],
            [left, level],
            [middle, above],
            [middle, below],
            [right - GAP, above],
            [right - GAP, below],
            [left + GAP, above],
            [left + GAP, below],
        ];
        const choices = corners.map((corner) => ({ x: corner[0], y: corner[1], width: name }));
        const cost = (label: Label) => {
            const box = boxOf(label);
            const outside = Math.max(0, -box.left) + Math.max(0, box.right - width);
            // A name under another cannot be read; part of a circle is still a circle.
            const covered = [
                ...circles.map((other, turn) => (turn === index ? 0 : overlap(box, other))),
                ...names.map((other) => 5 * overlap(box, other)),
            ];
            return outside * TEXT_HEIGHT + covered.reduce((sum, one) => sum + one, 0);
        };
        const best = choices.reduce((one, other) => (cost(other) < cost(one) ? other : one));
        names.push(boxOf(best));
        return best;
    });
}
