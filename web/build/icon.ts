// SPDX-License-Identifier: EUPL-1.2
// The sign of lgnet (web/public/favicon.svg) as a picture of any size: three cities, linked.
import { crc32, deflateSync } from "node:zlib";

type Point = [x: number, y: number];

const BLUE = [0x00, 0x59, 0xb3];
const WHITE = [0xff, 0xff, 0xff];
// Of a square of 32.
const CITIES: Point[] = [
    [9, 22],
    [23, 22],
    [16, 10],
];
const CITY_RADIUS = 3.5;
const LINE_HALF = 1;
const CORNER_RADIUS = 6;

function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
    const [dx, dy] = [bx - ax, by - ay];
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    const near = Math.min(1, Math.max(0, along));
    return Math.hypot(x - ax - near * dx, y - ay - near * dy);
}

// How far outside a point lies; below zero, inside.
function outsideSign(point: Point): number {
    const parts = CITIES.flatMap((city, index) => [
        Math.hypot(point[0] - city[0], point[1] - city[1]) - CITY_RADIUS,
        distanceToLine(point, city, CITIES[(index + 1) % CITIES.length]!) - LINE_HALF,
    ]);
    return Math.min(...parts);
}

function outsideSquare([x, y]: Point): number {
    const dx = Math.max(CORNER_RADIUS - x, x - (32 - CORNER_RADIUS), 0);
    const dy = Math.max(CORNER_RADIUS - y, y - (32 - CORNER_RADIUS), 0);
    return Math.hypot(dx, dy) - CORNER_RADIUS;
}

// "whole" fills the square, its sign well within what a phone may cut off.
export function drawnIcon(size: number, shape: "rounded" | "whole"): Buffer {
    const pixels = Buffer.alloc(size * (1 + size * 4));
    const scale = 32 / size;
    // An edge that goes through a pixel covers a part of it.
    const covered = (outside: number) => Math.min(1, Math.max(0, 0.5 - outside / scale));
    const inset = shape === "whole" ? 1.25 : 1;
    for (let row = 0; row < size; ++row) {
        for (let column = 0; column < size; ++column) {
            const point: Point = [(column + 0.5) * scale, (row + 0.5) * scale];
            const drawn: Point = [(point[0] - 16) * inset + 16, (point[1] - 16) * inset + 16];
            const share = covered(outsideSign(drawn) / inset);
            const ground = shape === "whole" ? 1 : covered(outsideSquare(point));
            const colour = BLUE.map((blue, at) => blue + (WHITE[at]! - blue) * share);
            pixels.set([...colour, 255 * ground], row * (1 + size * 4) + 1 + column * 4);
        }
    }
    return png(size, pixels);
}

function chunk(name: string, data: Buffer): Buffer {
    const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const whole = Buffer.alloc(named.length + 8);
    whole.writeUInt32BE(data.length, 0);
    named.copy(whole, 4);
    whole.writeUInt32BE(crc32(named), named.length + 4);
    return whole;
}

function png(size: number, pixels: Buffer): Buffer {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(size, 0);
    head.writeUInt32BE(size, 4);
    head.set([8, 6], 8); // eight bits each of red, green, blue and opacity
    return Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        chunk("IHDR", head),
        chunk("IDAT", deflateSync(pixels, { level: 9 })),
        chunk("IEND", Buffer.alloc(0)),
    ]);
}
