// SPDX-License-Identifier: EUPL-1.2
// The budget and what was spent of it. Amounts are texts from end to end: nothing is reckoned here.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { amountOf, euro } from "modules/housing/web/money";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { Entries, EntryCard } from "./EntryCard";
import { EntryDialog, type EntryField, type EntryText, orNull, written } from "./EntryDialog";
import { sumsText } from "./moneyText";
import { takenBack } from "./takenBack";
import type { Expense, Line, Project } from "./types";

interface SectionProps {
    project: Project;
    reload: () => Promise<void>;
}

function lineFields(project: Project): EntryField[] {
    return [
        {
            name: "heading",
            kind: "one",
            required: true,
            label: t("field.reporting.heading"),
            options: options("reporting_heading"),
        },
        { name: "name", kind: "text", required: true, label: t("field.reporting.line_name") },
        {
            name: "number",
            kind: "text",
            maxLength: 20,
            label: t("field.reporting.line_number"),
        },
        {
            name: "partner",
            kind: "one",
            label: t("page.reporting.body"),
            options: project.partners.map(({ id, name }) => ({ value: id, label: name })),
        },
        { name: "amount", kind: "amount", required: true, label: t("field.reporting.amount") },
    ];
}

function expenseFields(): EntryField[] {
    return [
        { name: "spent_on", kind: "day", required: true, label: t("field.reporting.spent_on") },
        { name: "amount", kind: "amount", required: true, label: t("field.reporting.amount") },
        {
            name: "name",
            kind: "text",
            required: true,
            label: t("field.reporting.expense_name"),
            hint: t("field.reporting.no_names"),
        },
        { name: "document", kind: "text", label: t("field.reporting.expense_document") },
    ];
}

export function MoneySection({ project, reload }: SectionProps) {
    const session = useSession();
    const [line, setLine] = useState<Line | "new">();
    const [spending, setSpending] = useState<{ line: Line; expense?: Expense }>();
    const writes = may(session, "reporting.add_line");
    return (
        <>
            <Entries
                title={t("page.reporting.money")}
                none={t("page.reporting.no_lines")}
                add={t("do.reporting.add_line")}
                isEmpty={project.lines.length === 0}
                onAdd={writes ? () => setLine("new") : undefined}
            >
                {project.lines.map((one) => (
                    <LineCard
                        key={one.id}
                        line={one}
                        writes={writes}
                        reload={reload}
                        onChange={() => setLine(one)}
                        onSpend={(expense) =>
                            setSpending({ line: one, ...(expense && { expense }) })
                        }
                    />
                ))}
            </Entries>
            {project.lines.length > 0 && (
                <p>
                    <strong>{sumsText(project.sums)}</strong>
                </p>
            )}
            {line && (
                <LineDialog
                    project={project}
                    line={line === "new" ? undefined : line}
                    onClose={() => setLine(undefined)}
                    reload={reload}
                />
            )}
            {spending && (
                <ExpenseDialog
                    {...spending}
                    onClose={() => setSpending(undefined)}
                    reload={reload}
                />
            )}
        </>
    );
}

interface LineCardProps {
    line: Line;
    writes: boolean;
    reload: () => Promise<void>;
    onChange: () => void;
    onSpend: (expense?: Expense) => void;
}

function LineCard({ line, writes, reload, onChange, onSpend }: LineCardProps) {
    const cancel = useAct("reporting.cancel_line");
    const isOver = line.sums.left.startsWith("-");
    const title = [line.number, line.name].filter(Boolean).join(" ");

    function takeBack(): void {
        const path = { id: line.id };
        void cancel.run({ path }, () =>
            takenBack(reload, () => ask("reporting.restore_line", { path })),
        );
    }

    return (
        <EntryCard
            title={title}
            badges={isOver && <Badge kind="warning">{t("page.reporting.over")}</Badge>}
            second={`${labelOf("reporting_heading", line.heading)} · ${sumsText(line.sums)}`}
            third={
                line.expenses.length > 0 && (
                    <ul class="reporting-expenses">
                        {line.expenses.map((expense) => (
                            <OneExpense
                                key={expense.id}
                                expense={expense}
                                writes={writes}
                                reload={reload}
                                onChange={() => onSpend(expense)}
                            />
                        ))}
                    </ul>
                )
            }
            busy={cancel.busy}
            more={
                <>
                    {cancel.problem && <ProblemAlert problem={cancel.problem} />}
                    {writes && (
                        <Button
                            kind="outline"
                            label={`${t("do.reporting.add_expense")}: ${title}`}
                            onClick={() => onSpend()}
                        >
                            {t("do.reporting.add_expense")}
                        </Button>
                    )}
                </>
            }
            onChange={writes ? onChange : undefined}
            onCancel={writes ? takeBack : undefined}
        />
    );
}

interface OneExpenseProps {
    expense: Expense;
    writes: boolean;
    reload: () => Promise<void>;
    onChange: () => void;
}

function OneExpense({ expense, writes, reload, onChange }: OneExpenseProps) {
    const cancel = useAct("reporting.cancel_expense");
    const title = `${formatDay(expense.spent_on)}, ${expense.name}, ${euro(expense.amount)}`;

    function takeBack(): void {
        const path = { id: expense.id };
        void cancel.run({ path }, () =>
            takenBack(reload, () => ask("reporting.restore_expense", { path })),
        );
    }

    return (
        <li>
            <span dir="auto">{title}</span>
            {expense.outside && (
                <>
                    {" "}
                    <Badge kind="warning">{t("page.reporting.outside")}</Badge>
                </>
            )}
            {writes && (
                <>
                    <Button
                        kind="plain"
                        label={`${t("do.reporting.change")}: ${title}`}
                        onClick={onChange}
                    >
                        {t("do.reporting.change")}
                    </Button>
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        label={`${t("do.reporting.cancel")}: ${title}`}
                        onClick={takeBack}
                    >
                        {t("do.reporting.cancel")}
                    </Button>
                </>
            )}
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
        </li>
    );
}

interface LineDialogProps {
    project: Project;
    line: Line | undefined;
    onClose: () => void;
    reload: () => Promise<void>;
}

function LineDialog({ project, line, onClose, reload }: LineDialogProps) {
    const add = useAct("reporting.add_line");
    const change = useAct("reporting.change_line");
    const [id] = useState(uuid7);

    function save(text: EntryText): void {
        const body = {
            heading: written(text["heading"]),
            name: written(text["name"]),
            number: orNull(text["number"]),
            partner: orNull(text["partner"]),
            amount: amountOf(text["amount"] ?? ""),
        };
        const done = () => {
            onClose();
            void reload();
        };
        if (line) void change.run({ path: { id: line.id }, body }, done);
        else void add.run({ path: { project: project.id }, body: { id, ...body } }, done);
    }

    return (
        <EntryDialog
            title={t("do.reporting.add_line")}
            fields={lineFields(project)}
            start={{
                heading: line?.heading ?? "",
                name: line?.name ?? "",
                number: line?.number ?? "",
                partner: line?.partner ?? "",
                amount: line?.amount ?? "",
            }}
            busy={add.busy || change.busy}
            problem={add.problem ?? change.problem}
            onSave={save}
            onClose={onClose}
        />
    );
}

interface ExpenseDialogProps {
    line: Line;
    expense?: Expense | undefined;
    onClose: () => void;
    reload: () => Promise<void>;
}

function ExpenseDialog({ line, expense, onClose, reload }: ExpenseDialogProps) {
    const add = useAct("reporting.add_expense");
    const change = useAct("reporting.change_expense");
    const [id] = useState(uuid7);

    function save(text: EntryText): void {
        const body = {
            spent_on: written(text["spent_on"]),
            amount: amountOf(text["amount"] ?? ""),
            name: written(text["name"]),
            document: orNull(text["document"]),
        };
        const done = () => {
            onClose();
            say({ text: t("page.reporting.spent") });
            void reload();
        };
        if (expense) void change.run({ path: { id: expense.id }, body }, done);
        else void add.run({ path: { line: line.id }, body: { id, ...body } }, done);
    }

    return (
        <EntryDialog
            title={t("do.reporting.add_expense")}
            fields={expenseFields()}
            start={{
                spent_on: expense?.spent_on ?? today(),
                amount: expense?.amount ?? "",
                name: expense?.name ?? "",
                document: expense?.document ?? "",
            }}
            busy={add.busy || change.busy}
            problem={add.problem ?? change.problem}
            onSave={save}
            onClose={onClose}
        />
    );
}
