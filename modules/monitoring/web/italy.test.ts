// SPDX-License-Identifier: EUPL-1.2
import italy from "@svg-maps/italy";
import { expect, test } from "vitest";
import { type Label, lineTo, place, placeLabels, sideOf, type Spot } from "./italy";

// The corners of a region's outline: its path is made of relative steps only.
function limits(id: string) {
    const { path } = italy.locations.find((location) => location.id === id)!;
    let [x, y, startX, startY] = [0, 0, 0, 0];
    let isMove = false;
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const token of path.match(/[a-z]|-?[\d.]+,-?[\d.]+/gi)!) {
        if (token === "m") isMove = true;
        else if (token === "z") [x, y] = [startX, startY];
        else {
            const [dx, dy] = token.split(",").map(Number) as [number, number];
            [x, y] = [x + dx, y + dy];
            if (isMove) [startX, startY] = [x, y];
            isMove = false;
            box.left = Math.min(box.left, x);
            box.right = Math.max(box.right, x);
            box.top = Math.min(box.top, y);
            box.bottom = Math.max(box.bottom, y);
        }
    }
    return box;
}

test.each([
    ["lazio", 12.46095, 41.88555],
    ["lombardy", 9.17323, 45.46823],
    ["sicily", 13.3309, 38.13015],
    ["sardinia", 8.36446, 40.7447],
    ["friuli-venezia-giulia", 13.79887, 45.66359],
    ["apulia", 17.30135, 40.46381],
])("a city of %s falls into its region", (region, longitude, latitude) => {
    const { x, y } = place(longitude, latitude);
    const box = limits(region);
    expect(x).toBeGreaterThan(box.left);
    expect(x).toBeLessThan(box.right);
    expect(y).toBeGreaterThan(box.top);
    expect(y).toBeLessThan(box.bottom);
});

test("the outline's edges are where the country's are", () => {
    // The westernmost and the easternmost point of the mainland, and the northernmost of all.
    expect(Math.abs(place(6.627, 45.1).x - limits("piedmont").left)).toBeLessThan(1.5);
    expect(Math.abs(place(18.52, 40.1).x - limits("apulia").right)).toBeLessThan(1.5);
    expect(Math.abs(place(12.1, 47.09).y - limits("trentino-south-tyrol").top)).toBeLessThan(1.5);
});

// The cities of the network, with circles as a board may have them.
const CITIES: [string, number, number, number][] = [
    ["Roma", 12.461, 41.886, 30],
    ["Milano", 9.173, 45.468, 19],
    ["Torino", 7.678, 45.071, 15],
    ["Napoli", 14.239, 40.857, 14],
    ["Palermo", 13.331, 38.13, 14],
    ["Bologna", 11.333, 44.497, 13],
    ["Genova", 8.893, 44.442, 13],
    ["Firenze", 11.245, 43.78, 12],
    ["Taranto", 17.301, 40.464, 10],
    ["Caserta", 14.357, 41.088, 10],
    ["Perugia", 12.395, 43.137, 9],
    ["Sassari", 8.364, 40.745, 8],
    ["Latina", 12.878, 41.466, 8],
    ["Potenza", 15.807, 40.66, 7],
    ["Bolzano", 11.349, 46.486, 7],
    ["Trieste", 13.799, 45.664, 7],
];

const HEIGHT = 34;

function gap(one: Label, other: Label): number {
    const across = Math.max(one.x - other.x - other.width, other.x - one.x - one.width);
    return Math.max(across, Math.abs(one.y - other.y) - HEIGHT);
}

function gapToCircle({ x, y, width }: Label, spot: Spot): number {
    const right = Math.max(x - spot.x, 0, spot.x - x - width);
    const down = Math.max(y - spot.y, 0, spot.y - y - HEIGHT);
    return Math.hypot(right, down) - spot.radius;
}

// Large circles, small ones, and all of them as large as they can be.
test.each([
    ["as on a board", (radius: number) => radius],
    ["all small", () => 7],
    ["all large", () => 30],
    ["nearly all large", (radius: number) => 30 - radius / 4],
])("no name lies on a circle, on another name, or off the drawing: %s", (_, size) => {
    const spots: Spot[] = CITIES.map(([name, longitude, latitude, radius]) => {
        const { x, y } = place(longitude, latitude);
        return { x, y, radius: size(radius), text: `✓ ${name}` };
    });
    const labels = placeLabels(spots, 610);
    labels.forEach((label, index) => {
        for (const other of labels.slice(index + 1)) expect(gap(label, other)).toBeGreaterThan(0);
        for (const spot of spots) expect(gapToCircle(label, spot)).toBeGreaterThan(0);
    });
    expect(labels.filter(({ x, width }) => x < 0 || x + width > 610)).toEqual([]);
});

test("a name that had to go far from its circle is led to by a line", () => {
    const spot = { x: 100, y: 100, radius: 10, text: "Roma" };
    expect(lineTo(spot, { x: 114, y: 83, width: 48 })).toBeUndefined();
    const [begin, end] = lineTo(spot, { x: 150, y: 83, width: 48 })!;
    expect(begin).toEqual({ x: 110, y: 100 });
    expect(end).toEqual({ x: 150, y: 100 });
});

test("a name leans towards its circle", () => {
    const spot = { x: 100, y: 100, radius: 10, text: "Roma" };
    expect(sideOf(spot, { x: 114, y: 83, width: 48 })).toBe("start");
    expect(sideOf(spot, { x: 38, y: 83, width: 48 })).toBe("end");
    expect(sideOf(spot, { x: 76, y: 114, width: 48 })).toBe("center");
});
