// SPDX-License-Identifier: EUPL-1.2
// Phones that are broken on purpose: the simulation has to see each of them.
import type { Letter, Network, Reply } from "web/phone/outbox";
import { Outbox } from "web/phone/outbox";
import type { Chance } from "./chance";
import type { Broken } from "./evening";

type Change = (letter: Letter, chance: Chance) => Letter;

type Hearing = (reply: Reply, letter: Letter) => Reply;

function sending(change: Change, hearing: Hearing = (reply) => reply): Broken {
    return {
        breakNetwork: (network: Network, chance: Chance) => ({
            send: async (letter) => hearing(await network.send(change(letter, chance)), letter),
        }),
    };
}

function withBody(letter: Letter, change: (body: Record<string, unknown>) => void): Letter {
    if (!letter.body) return letter;
    const body = JSON.parse(letter.body) as Record<string, unknown>;
    change(body);
    return { ...letter, body: JSON.stringify(body) };
}

class Unordered extends Outbox {
    override isHeld(): boolean {
        return false;
    }
    override list(...states: Parameters<Outbox["list"]>) {
        return super.list(...states).toReversed();
    }
}

export const broken: Record<string, Broken> = {
    "takes any page that says 200 for a receipt": sending(
        (letter) => letter,
        (reply, letter) =>
            reply.status === 200 ? { ...reply, receipt: letter.once ?? null } : reply,
    ),
    "gives a contact a new id at every try": sending(
        (letter, chance) =>
            letter.address === "/api/outreach/contacts"
                ? withBody(letter, (body) => {
                      body["id"] = `${(body["id"] as string).slice(0, 24)}${chance.hex(12)}`;
                  })
                : letter,
        (reply, letter) =>
            reply.status === 201 ? { ...reply, receipt: letter.once ?? null } : reply,
    ),
    "does not say which version it changed": sending((letter) =>
        withBody(letter, (body) => delete body["base"]),
    ),
    "corrects its clock anew at every try": sending((letter, chance) =>
        withBody(letter, (body) => {
            if (!body["phone_said_at"]) return;
            body["at"] = new Date(Date.parse(body["at"] as string) + chance.below(9_000)).toISOString();
        }),
    ),
    "believes its own clock": sending((letter) =>
        withBody(letter, (body) => {
            if (body["phone_said_at"]) body["at"] = body["phone_said_at"];
        }),
    ),
    "sends the last thing first": {
        breakOutbox: (...given) => new Unordered(...given),
    },
};
