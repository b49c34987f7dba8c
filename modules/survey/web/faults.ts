// SPDX-License-Identifier: EUPL-1.2
// What is wrong with an XLSForm, by sheet and cell: "survey!12.relevant" as the server says it.
import type { Problem } from "web/api/problem";

export interface Fault {
    sheet: string;
    row: number | null;
    column: string;
    title: string;
}

export const FORM_FAULTY = "survey.form_faulty";

export function faultsOf(problem: Problem | null): Fault[] {
    if (problem?.code !== FORM_FAULTY) return [];
    return problem.errors.map(({ field, title }) => {
        const found = /^([^!.]+)(?:!(\d+))?(?:\.(.*))?$/.exec(field);
        return {
            sheet: found?.[1] ?? field,
            row: found?.[2] ? Number(found[2]) : null,
            column: found?.[3] ?? "",
            title,
        };
    });
}
