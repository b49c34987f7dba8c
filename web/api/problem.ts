// SPDX-License-Identifier: EUPL-1.2
// What the server answers when a request cannot go on (RFC 9457), and the two problems that only a
// browser meets: no answer at all, and an answer that is not ours.

export interface FieldProblem {
    field: string;
    code: string;
    title: string;
}

export class Problem extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        readonly title: string,
        readonly facts: Record<string, string> = {},
        readonly errors: FieldProblem[] = [],
        // The thing as it stands now, where somebody else has changed it meanwhile.
        readonly standing?: unknown,
    ) {
        super(code);
    }

    // Nothing was wrong with the request: asking again may well succeed.
    get isPassing(): boolean {
        return this.status === 0 || this.status === 503;
    }
}

export const NO_CONNECTION = "web.no_connection";
export const UNREADABLE = "web.unreadable";

export async function readProblem(response: Response): Promise<Problem> {
    const type = response.headers.get("content-type") ?? "";
    if (!type.includes("json")) return new Problem(response.status, UNREADABLE, "");

    const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
    return new Problem(
        response.status,
        body.code ?? UNREADABLE,
        body.title ?? "",
        body.facts ?? {},
        body.errors ?? [],
        body.standing,
    );
}

// The sentence for a field of a form: its own, or that of one of its items ("languages[1]").
export function problemOf(problem: Problem | null, field: string): string | undefined {
    return problem?.errors.find(
        (error) => error.field === field || error.field.startsWith(`${field}[`),
    )?.title;
}
