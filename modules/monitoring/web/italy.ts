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

// Of names as monitoring.scss sets them: letters of 22 units, on a ground of 34. Widths are those of the
// typeface, rounded up: a name may be narrower than its place, never wider.
const TEXT_HEIGHT = 34;
const LETTER_WIDTH = 11;
const SPACE_WIDTH = 7;
const CAPITAL_WIDTH = 14;
const WIDEST_LETTER = 19; // m, w, and the signs before the names
// Between a name and any circle or other name.
const MARGIN = 2;
// How far a name may stand from its circle; from so far on a line leads to it.
const GAPS = [4, 10, 20, 32, 46, 62, 80, 100];
const LINE_FROM = 12;
// Twenty-fourths of a turn, clockwise from the right: beside, below and above a circle are where one
// looks for its name first.
const BESIDE = [0, 12, 6, 18];
const AROUND = Array.from({ length: 24 }, (_, turn) => turn).filter((turn) => !BESIDE.includes(turn));
// Covering something is worse than standing anywhere else; a line across a circle is merely unclear.
const COVERED = 1000;
const CROSSED = 20;
const PASSES = 6;

function boxOf({ x, y, width }: Label): Box {
    return { left: x, right: x + width, top: y, bottom: y + TEXT_HEIGHT };
}

function overlap(one: Box, other: Box): number {
    const width = Math.min(one.right, other.right) - Math.max(one.left, other.left) + MARGIN;
    const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) + MARGIN;
    return width > 0 && height > 0 ? Math.min(width, height) : 0;
}

// The point of a name that is nearest to a place.
function nearest(box: Box, { x, y }: Point): Point {
    return {
        x: Math.min(Math.max(x, box.left), box.right),
        y: Math.min(Math.max(y, box.top), box.bottom),
    };
}

function distance(box: Box, from: Point): number {
    const { x, y } = nearest(box, from);
    return Math.hypot(x - from.x, y - from.y);
}

function widthOf(text: string): number {
    const widths = Array.from(text, (letter) => {
        if (letter === " ") return SPACE_WIDTH;
        if (/[^\p{L}'-]|[mwMW]/u.test(letter)) return WIDEST_LETTER;
        return /\p{Lu}/u.test(letter) ? CAPITAL_WIDTH : LETTER_WIDTH;
    });
    return widths.reduce((sum, one) => sum + one, 0);
}

interface Choice {
    label: Label;
    cost: number;
}

// All round its circle, the nearest places first.
function choicesFor({ x, y, radius, text }: Spot): Choice[] {
    const width = widthOf(text);
    return GAPS.flatMap((gap) =>
        [...BESIDE, ...AROUND].map((turn) => {
            const angle = (turn / 24) * 2 * Math.PI;
            const [right, down] = [Math.cos(angle), Math.sin(angle)];
            const label = {
                x: x + right * (radius + gap + width / 2) - width / 2,
                y: y + down * (radius + gap + TEXT_HEIGHT / 2) - TEXT_HEIGHT / 2,
                width,
            };
            return { label, cost: gap };
        }),
    );
}

// Where each name covers no circle, its own included, and no other name, stays on the drawing, and is
// as near to its circle as that allows. Names make room for each other: all of them choose again once
// the others have a place.
export function placeLabels(spots: Spot[], width: number): Label[] {
    const choices: Choice[][] = spots.map((spot) =>
        choicesFor(spot).map(({ label, cost }) => ({
            label,
            cost:
                cost +
                COVERED * coveredBy(label, spots, width) +
                CROSSED * crossedBy(lineTo(spot, label), spot, spots),
        })),
    );
    // Who chooses first has the better place, and no one order is the best for every board.
    const isGood = ({ cost }: Choice) => cost < CROSSED;
    const few = choices.map((places) => places.filter(isGood).length);
    const given = [...spots.keys()];
    const orders = [
        given.toSorted((one, other) => few[one]! - few[other]!),
        given.toSorted((one, other) => spots[one]!.x - spots[other]!.x),
        given.toSorted((one, other) => spots[other]!.y - spots[one]!.y),
        given,
    ];
    const found = orders.map((order) => settle(choices, order));
    return found
        .reduce((one, other) => (costOf(other) < costOf(one) ? other : one))
        .map(({ label }) => label);
}

function costOf(chosen: Choice[]): number {
    return chosen.reduce((sum, { cost }, index) => {
        const later = chosen.slice(index + 1).map(({ label }) => boxOf(label));
        return sum + cost + COVERED * overlaps(boxOf(chosen[index]!.label), later);
    }, 0);
}

function settle(choices: Choice[][], order: number[]): Choice[] {
    const chosen: (Choice | undefined)[] = choices.map(() => undefined);
    for (let pass = 0, isSettled = false; pass < PASSES && !isSettled; ++pass) {
        isSettled = true;
        for (const index of order) {
            const others = chosen.flatMap((other, turn) =>
                other && turn !== index ? [boxOf(other.label)] : [],
            );
            const best = cheapest(choices[index]!, others);
            if (best !== chosen[index]) isSettled = false;
            chosen[index] = best;
        }
    }
    return chosen as Choice[];
}

// How much of the circles a name would cover, and how much of it would be off the drawing.
function coveredBy(label: Label, spots: Spot[], width: number): number {
    const box = boxOf(label);
    const outside = Math.max(0, -box.left) + Math.max(0, box.right - width);
    const covered = spots.map((spot) => Math.max(0, spot.radius + MARGIN - distance(box, spot)));
    return covered.reduce((sum, one) => sum + one, outside);
}

// How many circles a line goes through, apart from the one that it comes from.
function crossedBy(line: [Point, Point] | undefined, own: Spot, spots: Spot[]): number {
    if (!line) return 0;
    const [begin, end] = line;
    const [right, down] = [end.x - begin.x, end.y - begin.y];
    const isCrossed = ({ x, y, radius }: Spot) => {
        const along = ((x - begin.x) * right + (y - begin.y) * down) / (right ** 2 + down ** 2);
        const part = Math.min(1, Math.max(0, along));
        return Math.hypot(begin.x + right * part - x, begin.y + down * part - y) < radius;
    };
    return spots.filter((spot) => spot !== own && isCrossed(spot)).length;
}

function overlaps(box: Box, others: Box[]): number {
    return others.reduce((sum, other) => sum + overlap(box, other), 0);
}

// The first of those that cost least, beside the names that have a place already.
function cheapest(places: Choice[], others: Box[]): Choice {
    let [best, least] = [places[0]!, Infinity];
    for (const one of places) {
        if (one.cost >= least) continue;
        const cost = one.cost + COVERED * overlaps(boxOf(one.label), others);
        if (cost < least) [best, least] = [one, cost];
    }
    return best;
}

// A name is a little narrower than its place: on which side of the place it is nearest to its circle.
export function sideOf(spot: Spot, label: Label): "start" | "center" | "end" {
    const away = label.x + label.width / 2 - spot.x;
    if (Math.abs(away) < label.width / 4) return "center";
    return away < 0 ? "end" : "start";
}

// From the edge of a circle to a name that stands apart from it.
export function lineTo(spot: Spot, label: Label): [Point, Point] | undefined {
    const box = boxOf(label);
    const length = distance(box, spot);
    if (length - spot.radius < LINE_FROM) return undefined;
    const end = nearest(box, spot);
    const part = spot.radius / length;
    const begin = { x: spot.x + (end.x - spot.x) * part, y: spot.y + (end.y - spot.y) * part };
    return [begin, end];
}
