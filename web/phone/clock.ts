// SPDX-License-Identifier: EUPL-1.2
// The clock of a phone may be wrong: by minutes, by a time zone, by years. How much is known only
// when the server has said what time it is. Until then the phone writes down its own time, and it
// is corrected when it is sent, once; what the phone had said goes along.

// The server takes what is five minutes ahead; less than two are nobody's mistake.
const TOLERATED_MILLISECONDS = 120_000;
// An answer that took longer says too little of when it was written.
const SLOWEST_MILLISECONDS = 30_000;

export class PhoneClock {
    isMeasured = false;

    // `known` is what an earlier run of the app had found.
    constructor(
        readonly now: () => number,
        private known = 0,
    ) {}

    // The Date of an answer, and when it was asked by the phone's clock.
    hear(date: string | null, asked_at: number): void {
        const heard_at = this.now();
        const said = date === null ? Number.NaN : Date.parse(date);
        if (Number.isNaN(said) || heard_at - asked_at > SLOWEST_MILLISECONDS) return;
        // The header counts whole seconds.
        this.known = said + 500 - (asked_at + heard_at) / 2;
        this.isMeasured = true;
    }

    // Nobody is there to be asked: what was last known has to do.
    settle(): void {
        this.isMeasured = true;
    }

    // To be known by the next run.
    get offset(): number {
        return this.known;
    }

    // By how much the phone is behind the server, where that is worth correcting.
    get behind(): number {
        return Math.abs(this.known) < TOLERATED_MILLISECONDS ? 0 : Math.round(this.known);
    }
}
