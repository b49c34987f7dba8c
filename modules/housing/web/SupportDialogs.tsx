// SPDX-License-Identifier: EUPL-1.2
// Help with a rented home as it is agreed, and its instalments.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { amountOf } from "./money";
import { told } from "./told";
import type { Support } from "./types";

function wishOf(support: Support) {
    return {
        case_id: support.case_id ?? null,
        kind: support.kind,
        amount: support.amount,
        agreed_on: support.agreed_on,
        landlord_name: support.landlord_name ?? null,
        note: support.note ?? null,
        outcome: support.outcome ?? null,
        ended_on: support.ended_on ?? null,
    };
}

function textOf(support: Support | undefined) {
    return {
        kind: support?.kind ?? "RENT",
        amount: support?.amount ?? "",
        agreed_on: support?.agreed_on ?? today(),
        landlord_name: support?.landlord_name ?? "",
        note: support?.note ?? "",
        outcome: support?.outcome ?? "",
        ended_on: support?.ended_on ?? "",
    };
}

type SupportText = ReturnType<typeof textOf>;

interface SupportDialogProps {
    query: { person: string; case?: string | undefined };
    // Without one, new help.
    support: Support | undefined;
    onClose: () => void;
}

export function SupportDialog({ query, support, onClose }: SupportDialogProps) {
    const add = useAct("housing.add_support");
    const changing = useAct("housing.change_support");
    const [id] = useState(() => support?.id ?? uuid7());
    const [text, setText] = useState(() => textOf(support));
    const change = (part: Partial<SupportText>) => setText({ ...text, ...part });
    const path = { id };

    function written(undo: () => Promise<unknown>): void {
        onClose();
        told(t("page.housing.support_written"), undo);
    }

    function submit(): void {
        const wish = {
            case_id: support?.case_id ?? query.case ?? null,
            kind: text.kind,
            amount: amountOf(text.amount),
            agreed_on: text.agreed_on,
            landlord_name: text.landlord_name.trim() || null,
            note: text.note.trim() || null,
            outcome: text.outcome || null,
            ended_on: text.outcome ? text.ended_on || null : null,
        };
        if (support) {
            const before = wishOf(support);
            void changing.run({ path, body: { ...wish, base: support.version } }, () =>
                written(() => ask("housing.change_support", { path, body: before })),
            );
            return;
        }
        void add.run({ body: { ...wish, id, person: query.person } }, () =>
            written(() => ask("housing.cancel_support", { path })),
        );
    }

    return (
        <Dialog title={t("page.housing.support")} onClose={onClose}>
            <Form class="form" problem={add.problem ?? changing.problem} onSubmit={submit}>
                <SupportFields text={text} onChange={change} />
                {support && <OutcomeFields text={text} onChange={change} />}
                <DialogActions busy={add.busy || changing.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

interface FieldsProps {
    text: SupportText;
    onChange: (part: Partial<SupportText>) => void;
}

function SupportFields({ text, onChange }: FieldsProps) {
    return (
        <>
            <Select
                name="kind"
                required
                label={t("field.housing.kind")}
                options={options("housing_support_kind")}
                value={text.kind}
                onChange={(kind) => onChange({ kind })}
            />
            <TextField
                name="amount"
                required
                inputMode="decimal"
                label={t("field.housing.amount")}
                value={text.amount}
                onInput={(amount) => onChange({ amount })}
            />
            <DateField
                name="agreed_on"
                required
                label={t("field.housing.agreed_on")}
                value={text.agreed_on}
                onInput={(agreed_on) => onChange({ agreed_on })}
            />
            <TextField
                name="landlord_name"
                label={t("field.housing.landlord_name")}
                value={text.landlord_name}
                onInput={(landlord_name) => onChange({ landlord_name })}
            />
            <TextArea
                name="note"
                label={t("field.housing.note")}
                value={text.note}
                onInput={(note) => onChange({ note })}
            />
        </>
    );
}

function OutcomeFields({ text, onChange }: FieldsProps) {
    return (
        <>
            <Select
                name="outcome"
                label={t("field.housing.outcome")}
                options={options("housing_support_outcome")}
                empty={t("page.housing.goes_on")}
                value={text.outcome}
                onChange={(outcome) => onChange({ outcome, ended_on: text.ended_on || today() })}
            />
            {text.outcome && (
                <DateField
                    name="ended_on"
                    required
                    label={t("field.housing.closed_on")}
                    value={text.ended_on}
                    onInput={(ended_on) => onChange({ ended_on })}
                />
            )}
        </>
    );
}

export function InstalmentDialog({ support, onClose }: { support: string; onClose: () => void }) {
    const add = useAct("housing.add_instalment");
    const [id] = useState(uuid7);
    const [due, setDue] = useState(today());
    const [amount, setAmount] = useState("");

    function submit(): void {
        const body = { id, due_on: due, amount: amountOf(amount) };
        void add.run({ path: { support }, body }, () => {
            onClose();
            told(t("page.housing.instalment_written"), () =>
                ask("housing.cancel_instalment", { path: { id } }),
            );
        });
    }

    return (
        <Dialog title={t("do.housing.add_instalment")} onClose={onClose}>
            <Form class="form" problem={add.problem} onSubmit={submit}>
                <DateField
                    name="due_on"
                    required
                    label={t("field.housing.due_on")}
                    value={due}
                    onInput={setDue}
                />
                <TextField
                    name="amount"
                    required
                    inputMode="decimal"
                    label={t("field.housing.amount")}
                    value={amount}
                    onInput={setAmount}
                />
                <DialogActions busy={add.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
