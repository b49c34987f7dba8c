// SPDX-License-Identifier: EUPL-1.2
// Policies, measures and tools that are in force, and who is party to them.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { Entries, EntryCard } from "./EntryCard";
import {
    EntryDialog,
    type EntryField,
    type EntryText,
    listOf,
    orNull,
    written,
} from "./EntryDialog";
import { takenBack } from "./takenBack";
import type { Agreement, Project } from "./types";

interface SectionProps {
    project: Project;
    reload: () => Promise<void>;
}

function fields(): EntryField[] {
    return [
        { name: "name", kind: "text", required: true, label: t("page.reporting.agreement") },
        { name: "parties", kind: "area", required: true, label: t("page.reporting.parties") },
        {
            name: "level",
            kind: "one",
            required: true,
            label: t("page.reporting.level"),
            options: options("reporting_level"),
        },
        {
            name: "in_force_on",
            kind: "day",
            required: true,
            label: t("field.reporting.in_force_on"),
        },
        { name: "until", kind: "day", label: t("field.reporting.until") },
        {
            name: "document",
            kind: "text",
            label: t("page.reporting.document"),
            hint: t("field.reporting.document_hint"),
        },
        {
            name: "with",
            kind: "some",
            label: t("field.reporting.with"),
            options: [
                { value: "civil_society", label: t("field.reporting.civil_society") },
                { value: "migrants", label: t("field.reporting.migrants") },
            ],
        },
    ];
}

function textOf(agreement: Agreement | undefined): EntryText {
    if (!agreement) return {};
    return {
        name: agreement.name,
        parties: agreement.parties,
        level: agreement.level,
        in_force_on: agreement.in_force_on,
        until: agreement.until ?? "",
        document: agreement.document ?? "",
        with: [agreement.civil_society && "civil_society", agreement.migrants && "migrants"]
            .filter(Boolean)
            .join(" "),
    };
}

export function AgreementsSection({ project, reload }: SectionProps) {
    const session = useSession();
    const [editing, setEditing] = useState<Agreement | "new">();
    const cancel = useAct("reporting.cancel_agreement");
    const writes = may(session, "reporting.add_agreement");

    function takeBack(id: string): void {
        void cancel.run({ path: { id } }, () =>
            takenBack(reload, () => ask("reporting.restore_agreement", { path: { id } })),
        );
    }

    return (
        <>
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            <Entries
                title={t("page.reporting.agreements")}
                none={t("page.reporting.no_agreements")}
                add={t("do.reporting.add_agreement")}
                isEmpty={project.agreements.length === 0}
                onAdd={writes ? () => setEditing("new") : undefined}
            >
                {project.agreements.map((agreement) => (
                    <EntryCard
                        key={agreement.id}
                        title={agreement.name}
                        second={[
                            labelOf("reporting_level", agreement.level),
                            t("page.reporting.from_until", {
                                from: formatDay(agreement.in_force_on),
                                until: agreement.until ? formatDay(agreement.until) : "…",
                            }),
                            agreement.document,
                        ]
                            .filter(Boolean)
                            .join(" · ")}
                        third={<span dir="auto">{agreement.parties}</span>}
                        busy={cancel.busy}
                        onChange={writes ? () => setEditing(agreement) : undefined}
                        onCancel={writes ? () => takeBack(agreement.id) : undefined}
                    />
                ))}
            </Entries>
            {editing && (
                <AgreementDialog
                    project={project}
                    agreement={editing === "new" ? undefined : editing}
                    onClose={() => setEditing(undefined)}
                    reload={reload}
                />
            )}
        </>
    );
}

interface DialogProps {
    project: Project;
    agreement: Agreement | undefined;
    onClose: () => void;
    reload: () => Promise<void>;
}

function AgreementDialog({ project, agreement, onClose, reload }: DialogProps) {
    const add = useAct("reporting.add_agreement");
    const change = useAct("reporting.change_agreement");
    const [id] = useState(uuid7);

    function save(text: EntryText): void {
        const body = {
            name: written(text["name"]),
            parties: written(text["parties"]),
            level: written(text["level"]),
            in_force_on: written(text["in_force_on"]),
            until: orNull(text["until"]),
            document: orNull(text["document"]),
            civil_society: listOf(text["with"]).includes("civil_society"),
            migrants: listOf(text["with"]).includes("migrants"),
        };
        const done = () => {
            onClose();
            void reload();
        };
        if (agreement) void change.run({ path: { id: agreement.id }, body }, done);
        else void add.run({ path: { project: project.id }, body: { id, ...body } }, done);
    }

    return (
        <EntryDialog
            title={t("do.reporting.add_agreement")}
            fields={fields()}
            start={textOf(agreement)}
            busy={add.busy || change.busy}
            problem={add.problem ?? change.problem}
            onSave={save}
            onClose={onClose}
        />
    );
}
