// SPDX-License-Identifier: EUPL-1.2
import italy from "@svg-maps/italy";
import { expect, test } from "vitest";
import { place, placeLabels, type Spot } from "./italy";

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

test("names of neighbours do not lie on each other", () => {
    const spots: Spot[] = [
        { x: 390, y: 424, radius: 12, text: "Napoli" },
        { x: 396, y: 410, radius: 10, text: "Caserta" },
        { x: 600, y: 424, radius: 12, text: "At the edge" },
    ];
    const [napoli, caserta, edge] = placeLabels(spots, 610);
    const apart =
        Math.abs(napoli!.y - caserta!.y) >= 26 ||
        napoli!.x + napoli!.width <= caserta!.x ||
        caserta!.x + caserta!.width <= napoli!.x;
    expect(apart).toBe(true);
    expect(edge!.x + edge!.width).toBeLessThan(600);
});
