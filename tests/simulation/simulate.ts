// SPDX-License-Identifier: EUPL-1.2
// Runs seeds, and says which of them fail and how.
import { makeKeys } from "web/phone/vault";
import { broken } from "./broken";
import { type Broken, Evening } from "./evening";
import { happened } from "./faults";
import { type Server, Stage } from "./server";

const OPERATORS = ["giulia", "omar", "chiara"];
// Kits stay small: after so many evenings the program starts on an empty store.
const SEEDS_A_STORE = 40;
const SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

export { happened };

export interface Failure {
    seed: number;
    faults: string[];
}

export interface Seeds {
    program: string;
    from: number;
    to: number;
    // The name of a phone of broken.ts.
    phone?: string | undefined;
    stopAtFirst?: boolean | undefined;
    progress?: (done: number, failures: number) => void;
}

export const brokenPhones = Object.keys(broken);

export async function simulate(seeds: Seeds): Promise<Failure[]> {
    const stage = await Stage.make(seeds.program, OPERATORS);
    const { vault } = await makeKeys("271828", SECRET, 1);
    const how = seeds.phone === undefined ? {} : broken[seeds.phone]!;
    const failures: Failure[] = [];
    let server: Server | undefined;
    try {
        for (let seed = seeds.from; seed <= seeds.to; ++seed) {
            if ((seed - seeds.from) % SEEDS_A_STORE === 0) {
                if (server) await stage.close(server);
                server = await stage.open();
            }
            const faults = await faultsOf(seed, server!, stage, vault, how);
            if (faults.length > 0) failures.push({ seed, faults });
            seeds.progress?.(seed - seeds.from + 1, failures.length);
            if (failures.length > 0 && seeds.stopAtFirst) break;
        }
    } finally {
        if (server) await stage.close(server);
        stage.remove();
    }
    return failures;
}

async function faultsOf(
    seed: number,
    server: Server,
    stage: Stage,
    vault: ConstructorParameters<typeof Evening>[3],
    how: Broken,
): Promise<string[]> {
    try {
        return await new Evening(seed, server, stage.accounts, vault, how).run();
    } catch (failure) {
        if (!server.isUp) await server.start();
        return [String(failure instanceof Error ? (failure.stack ?? failure) : failure)];
    }
}
