// SPDX-License-Identifier: EUPL-1.2
// Who carries the project, and who belongs to its network.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { may, useSession } from "web/shell/session";
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
import { annexText } from "./annexText";
import { takenBack } from "./takenBack";
import type { Partner, Project } from "./types";

interface SectionProps {
    project: Project;
    reload: () => Promise<void>;
}

function fields(): EntryField[] {
    return [
        { name: "name", kind: "text", required: true, label: t("page.reporting.body") },
        {
            name: "kind",
            kind: "one",
            required: true,
            label: t("page.reporting.kind"),
            options: options("organisation_kind"),
        },
        {
            name: "role",
            kind: "one",
            required: true,
            label: t("page.reporting.role"),
            options: options("reporting_role"),
        },
        {
            name: "field_codes",
            kind: "some",
            label: t("field.reporting.field_codes"),
            options: options("annex_vi_field"),
        },
        {
            name: "action_codes",
            kind: "some",
            label: t("field.reporting.action_codes"),
            options: options("annex_vi_action"),
        },
        {
            name: "implementation",
            kind: "one",
            label: t("field.reporting.implementation"),
            options: options("annex_vi_implementation"),
        },
    ];
}

function textOf(partner: Partner | undefined): EntryText {
    if (!partner) return {};
    return {
        name: partner.name,
        kind: partner.kind,
        role: partner.role,
        field_codes: partner.field_codes.join(" "),
        action_codes: partner.action_codes.join(" "),
        implementation: partner.implementation ?? "",
    };
}

export function PartnersSection({ project, reload }: SectionProps) {
    const session = useSession();
    const [editing, setEditing] = useState<Partner | "new">();
    const cancel = useAct("reporting.cancel_partner");
    const writes = may(session, "reporting.add_partner");

    function takeBack(id: string): void {
        void cancel.run({ path: { id } }, () =>
            takenBack(reload, () => ask("reporting.restore_partner", { path: { id } })),
        );
    }

    return (
        <>
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            <Entries
                title={t("page.reporting.partners")}
                none={t("page.reporting.no_partners")}
                add={t("do.reporting.add_partner")}
                isEmpty={project.partners.length === 0}
                onAdd={writes ? () => setEditing("new") : undefined}
            >
                {project.partners.map((partner) => (
                    <EntryCard
                        key={partner.id}
                        title={partner.name}
                        second={[
                            labelOf("reporting_role", partner.role),
                            labelOf("organisation_kind", partner.kind),
                        ].join(" · ")}
                        third={annexText(partner)}
                        busy={cancel.busy}
                        onChange={writes ? () => setEditing(partner) : undefined}
                        onCancel={writes ? () => takeBack(partner.id) : undefined}
                    />
                ))}
            </Entries>
            {editing && (
                <PartnerDialog
                    project={project}
                    partner={editing === "new" ? undefined : editing}
                    onClose={() => setEditing(undefined)}
                    reload={reload}
                />
            )}
        </>
    );
}

interface DialogProps {
    project: Project;
    partner: Partner | undefined;
    onClose: () => void;
    reload: () => Promise<void>;
}

function PartnerDialog({ project, partner, onClose, reload }: DialogProps) {
    const add = useAct("reporting.add_partner");
    const change = useAct("reporting.change_partner");
    const [id] = useState(uuid7);

    function save(text: EntryText): void {
        const body = {
            name: written(text["name"]),
            kind: written(text["kind"]),
            role: written(text["role"]),
            field_codes: listOf(text["field_codes"]),
            action_codes: listOf(text["action_codes"]),
            implementation: orNull(text["implementation"]),
        };
        const done = () => {
            onClose();
            void reload();
        };
        if (partner) void change.run({ path: { id: partner.id }, body }, done);
        else void add.run({ path: { project: project.id }, body: { id, ...body } }, done);
    }

    return (
        <EntryDialog
            title={t("do.reporting.add_partner")}
            fields={fields()}
            start={textOf(partner)}
            busy={add.busy || change.busy}
            problem={add.problem ?? change.problem}
            onSave={save}
            onClose={onClose}
        />
    );
}
