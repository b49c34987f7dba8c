// SPDX-License-Identifier: EUPL-1.2
// Chance that is the same for the same seed (mulberry32).
export class Chance {
    constructor(private state: number) {}

    // From 0 to just below 1.
    fraction(): number {
        this.state = (this.state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    }

    // 0 to count - 1.
    below(count: number): number {
        return Math.floor(this.fraction() * count);
    }

    happens(share: number): boolean {
        return this.fraction() < share;
    }

    one<Value>(values: readonly Value[]): Value {
        return values[this.below(values.length)]!;
    }

    // One of the names, the more often the greater its weight.
    weighted<Name extends string>(weights: Record<Name, number>): Name {
        const entries = Object.entries(weights) as [Name, number][];
        let rest = this.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
        for (const [name, weight] of entries) if ((rest -= weight) < 0) return name;
        return entries.at(-1)![0];
    }

    hex(digits: number): string {
        return Array.from({ length: digits }, () => this.below(16).toString(16)).join("");
    }

    id(): string {
        return `01940000-${this.hex(4)}-7${this.hex(3)}-8${this.hex(3)}-${this.hex(12)}`;
    }
}
