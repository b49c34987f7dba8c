// SPDX-License-Identifier: EUPL-1.2
// One question to the server and its latest answer. A new start makes the one before it void: its
// request is aborted, and an answer that comes all the same is dropped.
import { Problem } from "web/api/problem";

export interface QueryState<Data> {
    data: Data | undefined;
    problem: Problem | null;
    loading: boolean;
}

export class Query<Data> {
    state: QueryState<Data> = { data: undefined, problem: null, loading: false };
    private running: AbortController | undefined;

    constructor(private readonly changed: () => void) {}

    // What was known stays on the screen until the new answer comes, unless `forget` says that it
    // was the answer to another question.
    async start(load: (signal: AbortSignal) => Promise<Data>, forget = false): Promise<void> {
        this.stop();
        const running = new AbortController();
        this.running = running;
        this.change({ data: forget ? undefined : this.state.data, problem: null, loading: true });
        try {
            const data = await load(running.signal);
            if (this.running === running) this.change({ data, problem: null, loading: false });
        } catch (failure) {
            if (this.running !== running) return;
            if (!(failure instanceof Problem)) throw failure;
            this.change({ ...this.state, problem: failure, loading: false });
        }
    }

    set(data: Data): void {
        this.change({ data, problem: null, loading: false });
    }

    stop(): void {
        this.running?.abort();
        this.running = undefined;
    }

    private change(state: QueryState<Data>): void {
        this.state = state;
        this.changed();
    }
}
