// SPDX-License-Identifier: EUPL-1.2
// Sending a file of a story: piece by piece, each tried again where the line is cut; what has come
// stays, so that the same file can go on later, from here or from another place.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import { t } from "web/words/words";
import { isSameFile, missingOf, shareOf, wishOf } from "./pieces";
import type { StoryFile } from "./types";

const TRIES = 4;
const PAUSE = 1500; // milliseconds, twice as long each time

const pause = (milliseconds: number) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));

// That the server did not answer, or could not just then.
const isWorthATry = (failure: unknown) =>
    failure instanceof Problem && failure.isPassing;

async function put(file: Blob, sent: StoryFile, number: number): Promise<StoryFile> {
    const body = await wishOf(file, number, sent.chunk_bytes);
    const wish = { path: { id: sent.id }, body };
    for (let attempt = 1; ; attempt++) {
        try {
            return await ask("stories.put_chunk", wish);
        } catch (failure) {
            if (attempt >= TRIES || !isWorthATry(failure)) throw failure;
            await pause(PAUSE * 2 ** (attempt - 1));
        }
    }
}

export function useSending() {
    const [share, setShare] = useState<number>();
    const [problem, setProblem] = useState<Problem | null>(null);

    async function send(file: Blob, begun: StoryFile, done: () => void): Promise<void> {
        setProblem(null);
        try {
            if (!(await isSameFile(file, begun)))
                throw new Problem(422, "stories.other_file", t("page.stories.other_file"), {}, []);
            let known = begun;
            setShare(shareOf(known.hashes));
            for (const number of missingOf(begun.hashes)) {
                known = await put(file, known, number);
                setShare(shareOf(known.hashes));
            }
            await ask("stories.finish_file", { path: { id: begun.id } });
            done();
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setProblem(failure);
        } finally {
            setShare(undefined);
        }
    }

    return { share, problem, busy: share !== undefined, send };
}
