// SPDX-License-Identifier: EUPL-1.2
// A form and the problem of its last try: said at the top with a link to every wrong field, and
// again beside each field (Field.tsx).
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useId, useMemo, useRef } from "preact/hooks";
import { Problem, problemOf } from "web/api/problem";
import { Alert } from "./Alert";
import { wordedProblem } from "./problemWords";

interface FormContext {
    id: string;
    problem: Problem | null;
    labels: Map<string, string>;
}

const Context = createContext<FormContext>({ id: "", problem: null, labels: new Map() });

export interface FieldOfForm {
    id: string;
    error: string | undefined;
}

// The id of a field and what the server said of it.
export function useField(name: string, label: string): FieldOfForm {
    const form = useContext(Context);
    form.labels.set(name, label);
    return { id: `${form.id}-${name}`, error: problemOf(form.problem, name) };
}

export interface FormProps {
    onSubmit: () => void;
    problem?: Problem | null;
    // What stands before the names of the fields in the server's answer ("new_person.").
    within?: string;
    class?: string;
    label?: string;
    children: ComponentChildren;
}

export function Form({ onSubmit, within = "", label, children, ...rest }: FormProps) {
    const id = useId();
    const labels = useRef(new Map<string, string>()).current;
    const problem = useMemo(() => outOf(within, rest.problem ?? null), [within, rest.problem]);
    const context = useMemo(() => ({ id, problem, labels }), [id, problem]);

    return (
        <Context.Provider value={context}>
            <form
                noValidate
                class={rest.class}
                aria-label={label}
                onSubmit={(event) => {
                    event.preventDefault();
                    onSubmit();
                }}
            >
                {problem && <FormProblem problem={problem} id={id} labels={labels} />}
                {children}
            </form>
        </Context.Provider>
    );
}

function outOf(within: string, problem: Problem | null): Problem | null {
    if (!problem || !within) return problem;
    const errors = problem.errors.map((error) =>
        error.field.startsWith(within)
            ? { ...error, field: error.field.slice(within.length) }
            : error,
    );
    return new Problem(problem.status, problem.code, problem.title, problem.facts, errors);
}

interface FormProblemProps {
    problem: Problem;
    id: string;
    labels: Map<string, string>;
}

function FormProblem({ problem, id, labels }: FormProblemProps) {
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => box.current?.focus(), [problem]);

    return (
        <div ref={box} tabIndex={-1} class="form-problem">
            <Alert kind={problem.isPassing ? "warning" : "danger"} title={wordedProblem(problem)}>
                {problem.errors.length > 0 && (
                    <ul>
                        {problem.errors.map((error) => {
                            const name = error.field.replace(/\[.*$/, "");
                            const label = labels.get(name);
                            return (
                                <li key={error.field}>
                                    {label ? (
                                        <button
                                            type="button"
                                            class="link"
                                            onClick={() => focusField(`${id}-${name}`)}
                                        >
                                            {label}
                                        </button>
                                    ) : (
                                        <code>{error.field}</code>
                                    )}
                                    {": "}
                                    {error.title}
                                </li>
                            );
                        })}
                    </ul>
                )}
            </Alert>
        </div>
    );
}

function focusField(id: string): void {
    const field = document.getElementById(id);
    const target = field?.matches("input, select, textarea")
        ? field
        : field?.querySelector("input");
    (target as HTMLElement | null | undefined)?.focus();
    field?.scrollIntoView({ block: "center" });
}
