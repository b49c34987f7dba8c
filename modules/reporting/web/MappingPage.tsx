// SPDX-License-Identifier: EUPL-1.2
// The columns of the file of recipients, in the order of the file: what each is called there, where
// it takes its value from, and what our codes are called there.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseSome } from "web/kit/ChoiceChips";
import { Dialog } from "web/kit/Dialog";
import { Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { codesText, readCodes } from "./codes";
import type { Column, Mapping } from "./types";

export default function MappingPage() {
    const found = useQuery("reporting.get_mapping", {});
    return (
        <Page title={t("page.reporting.mapping")}>
            <p class="lead">{t("page.reporting.mapping_lead")}</p>
            <Show of={found}>
                {(mapping) => (
                    <Columns key={mapping.number} mapping={mapping} reload={found.reload} />
                )}
            </Show>
        </Page>
    );
}

function moved(columns: Column[], from: number, to: number): Column[] {
    const others = columns.filter((_, index) => index !== from);
    return [...others.slice(0, to), columns[from]!, ...others.slice(to)];
}

interface ColumnsProps {
    mapping: Mapping;
    reload: () => Promise<void>;
}

function Columns({ mapping, reload }: ColumnsProps) {
    const session = useSession();
    const set = useAct("reporting.set_mapping");
    const [columns, setColumns] = useState(mapping.columns);
    const [editing, setEditing] = useState<number | "new">();
    const [id] = useState(uuid7);
    const writes = may(session, "reporting.set_mapping");
    const isChanged = JSON.stringify(columns) !== JSON.stringify(mapping.columns);

    function save(): void {
        void set.run({ body: { id, columns } }, () => {
            say({
                text: t("page.reporting.mapped"),
                undo: async () => {
                    await ask("reporting.cancel_mapping", { path: { id } });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <>
            <CardList label={t("page.reporting.mapping")}>
                {columns.map((column, index) => (
                    <Card
                        key={column.name}
                        title={`${index + 1}. ${column.name}`}
                        second={[
                            column.constant ?? labelOf("reporting_column_source", column.source),
                            column.required && t("page.reporting.required"),
                            column.codes.length > 0 &&
                                t("page.reporting.mapped_codes", { n: column.codes.length }),
                        ]
                            .filter(Boolean)
                            .join(" · ")}
                        actions={
                            writes && (
                                <ColumnActions
                                    name={column.name}
                                    isFirst={index === 0}
                                    onUp={() => setColumns(moved(columns, index, index - 1))}
                                    onChange={() => setEditing(index)}
                                    onRemove={() =>
                                        setColumns(columns.filter((_, other) => other !== index))
                                    }
                                />
                            )
                        }
                    />
                ))}
            </CardList>
            {set.problem && <ProblemAlert problem={set.problem} />}
            {writes && (
                <div class="form-actions">
                    <Button busy={set.busy} onClick={save}>
                        {t("do.reporting.save_mapping")}
                    </Button>
                    <Button kind="outline" icon="add" onClick={() => setEditing("new")}>
                        {t("do.reporting.add_column")}
                    </Button>
                    {isChanged && <p role="status">{t("page.reporting.not_saved")}</p>}
                </div>
            )}
            {editing !== undefined && (
                <ColumnDialog
                    column={editing === "new" ? undefined : columns[editing]}
                    onClose={() => setEditing(undefined)}
                    onDone={(column) => {
                        setEditing(undefined);
                        setColumns(
                            editing === "new"
                                ? [...columns, column]
                                : columns.map((one, index) => (index === editing ? column : one)),
                        );
                    }}
                />
            )}
        </>
    );
}

interface ColumnActionsProps {
    name: string;
    isFirst: boolean;
    onUp: () => void;
    onChange: () => void;
    onRemove: () => void;
}

function ColumnActions({ name, isFirst, onUp, onChange, onRemove }: ColumnActionsProps) {
    return (
        <>
            {!isFirst && (
                <Button kind="plain" label={`${t("do.reporting.up")}: ${name}`} onClick={onUp}>
                    {t("do.reporting.up")}
                </Button>
            )}
            <Button kind="plain" label={`${t("do.reporting.change")}: ${name}`} onClick={onChange}>
                {t("do.reporting.change")}
            </Button>
            <Button kind="plain" label={`${t("do.reporting.remove")}: ${name}`} onClick={onRemove}>
                {t("do.reporting.remove")}
            </Button>
        </>
    );
}

interface ColumnDialogProps {
    column: Column | undefined;
    onClose: () => void;
    onDone: (column: Column) => void;
}

function ColumnDialog({ column, onClose, onDone }: ColumnDialogProps) {
    const [name, setName] = useState(column?.name ?? "");
    const [source, setSource] = useState(column?.source ?? "NUMBER");
    const [constant, setConstant] = useState(column?.constant ?? "");
    const [flags, setFlags] = useState(column?.required ? ["required"] : []);
    const [codes, setCodes] = useState(codesText(column?.codes ?? []));
    const isConstant = source === "CONSTANT";

    function submit(): void {
        if (!name.trim()) return;
        onDone({
            name: name.trim(),
            source,
            ...(isConstant && { constant: constant.trim() }),
            required: flags.length > 0,
            codes: readCodes(codes),
        });
    }

    return (
        <Dialog title={t("page.reporting.column")} onClose={onClose}>
            <Form class="form" onSubmit={submit}>
                <TextField
                    name="name"
                    required
                    maxLength={80}
                    label={t("field.reporting.column_name")}
                    value={name}
                    onInput={setName}
                />
                <Select
                    name="source"
                    label={t("field.reporting.source")}
                    options={options("reporting_column_source")}
                    value={source}
                    onChange={setSource}
                />
                {isConstant && (
                    <TextField
                        name="constant"
                        required
                        maxLength={200}
                        label={t("field.reporting.constant")}
                        value={constant}
                        onInput={setConstant}
                    />
                )}
                <ChooseSome
                    name="required"
                    label={t("field.reporting.required")}
                    options={[{ value: "required", label: t("page.reporting.required") }]}
                    values={flags}
                    onChange={setFlags}
                />
                <TextArea
                    name="codes"
                    rows={5}
                    label={t("field.reporting.codes")}
                    hint={t("field.reporting.codes_hint")}
                    value={codes}
                    onInput={setCodes}
                />
                <div class="form-actions">
                    <Button submit>{t("do.reporting.take_column")}</Button>
                    <Button kind="outline" onClick={onClose}>
                        {t("web.cancel")}
                    </Button>
                </div>
            </Form>
        </Dialog>
    );
}
