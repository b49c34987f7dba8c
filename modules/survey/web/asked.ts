// SPDX-License-Identifier: EUPL-1.2
// Of whom an interview is, as every record of one says it.
import type { Asked } from "./NoAnswer";
import type { Slot, TaskWave, Unit } from "./types";

// Nothing where the wave has no questionnaire for the group.
function versionFor({ wave }: TaskWave, group: string): string | undefined {
    const found = wave.questionnaires.find(({ respondents }) => respondents === group);
    return found?.version ?? undefined;
}

export function askedAt(task: TaskWave, slot: Slot): Asked | undefined {
    const version = versionFor(task, "MIGRANT");
    if (!version) return undefined;
    const { district, id } = slot;
    return { wave: task.wave.id, version, district, respondents: "MIGRANT", slot: id };
}

export function askedOf(task: TaskWave, unit: Unit): Asked | undefined {
    const version = versionFor(task, unit.respondents);
    if (!version) return undefined;
    const { district, respondents, id } = unit;
    return { wave: task.wave.id, version, district, respondents, unit: id };
}
