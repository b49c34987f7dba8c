// SPDX-License-Identifier: EUPL-1.2
// Official codes that an administrator writes: which benefit of SIUSS an intervention is, and the
// ISTAT code of a country.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import type { Answer } from "web/api/acts";
import { Entries, EntryCard } from "./EntryCard";
import { EntryDialog, type EntryText, orNull, written } from "./EntryDialog";
import { takenBack } from "./takenBack";

type Codes = Answer<"reporting.list_siuss_codes">;
type Benefit = Codes["benefits"][number];
type Country = Codes["countries"][number];

interface PartProps {
    codes: Codes;
    reload: () => Promise<void>;
}

export default function CodesPage() {
    const found = useQuery("reporting.list_siuss_codes", {});
    return (
        <Page title={t("page.reporting.codes")}>
            <p class="lead">{t("page.reporting.codes_lead")}</p>
            <Show of={found}>
                {(codes) => (
                    <>
                        <Benefits codes={codes} reload={found.reload} />
                        <Countries codes={codes} reload={found.reload} />
                    </>
                )}
            </Show>
        </Page>
    );
}

const nameOf = (code: string) => `${code} ${labelOf("intervention", code)}`;

function Benefits({ codes, reload }: PartProps) {
    const session = useSession();
    const set = useAct("reporting.set_benefit");
    const remove = useAct("reporting.remove_benefit");
    const [editing, setEditing] = useState<Benefit | "new">();
    const writes = may(session, "reporting.set_benefit");

    function save(text: EntryText): void {
        const intervention = written(text["intervention"]);
        const body = {
            benefit: written(text["benefit"]),
            name: written(text["name"]),
            means_test: written(text["means_test"]),
            nature: orNull(text["nature"]),
            area: orNull(text["area"]),
        };
        void set.run({ path: { intervention }, body }, () => {
            setEditing(undefined);
            void reload();
        });
    }

    function takeAway(benefit: Benefit): void {
        const { intervention, ...body } = benefit;
        void remove.run({ path: { intervention } }, () =>
            takenBack(reload, () => ask("reporting.set_benefit", { path: { intervention }, body })),
        );
    }

    return (
        <>
            {remove.problem && <ProblemAlert problem={remove.problem} />}
            <Entries
                title={t("page.reporting.benefits")}
                none={t("page.reporting.no_benefits")}
                add={t("do.reporting.add_benefit")}
                isEmpty={codes.benefits.length === 0}
                onAdd={writes ? () => setEditing("new") : undefined}
            >
                {codes.benefits.map((benefit) => (
                    <EntryCard
                        key={benefit.intervention}
                        title={nameOf(benefit.intervention)}
                        second={`${benefit.benefit} · ${benefit.name}`}
                        third={labelOf("siuss_means_test", benefit.means_test)}
                        busy={remove.busy}
                        onChange={writes ? () => setEditing(benefit) : undefined}
                        onCancel={writes ? () => takeAway(benefit) : undefined}
                    />
                ))}
            </Entries>
            {editing && (
                <BenefitDialog
                    benefit={editing === "new" ? undefined : editing}
                    act={set}
                    onSave={save}
                    onClose={() => setEditing(undefined)}
                />
            )}
        </>
    );
}

interface BenefitDialogProps {
    benefit: Benefit | undefined;
    act: Pick<ReturnType<typeof useAct>, "busy" | "problem">;
    onSave: (text: EntryText) => void;
    onClose: () => void;
}

function BenefitDialog({ benefit, act, onSave, onClose }: BenefitDialogProps) {
    return (
        <EntryDialog
            title={t("do.reporting.add_benefit")}
            fields={[
                {
                    name: "intervention",
                    kind: "one",
                    required: true,
                    label: t("field.reporting.intervention"),
                    options: options("intervention"),
                },
                {
                    name: "benefit",
                    kind: "text",
                    required: true,
                    maxLength: 10,
                    label: t("field.reporting.benefit"),
                },
                {
                    name: "name",
                    kind: "text",
                    required: true,
                    maxLength: 200,
                    label: t("field.reporting.benefit_name"),
                },
                {
                    name: "means_test",
                    kind: "one",
                    required: true,
                    label: t("field.reporting.means_test"),
                    options: options("siuss_means_test"),
                },
                {
                    name: "nature",
                    kind: "one",
                    label: t("field.reporting.nature"),
                    options: options("siuss_nature"),
                },
                {
                    name: "area",
                    kind: "one",
                    label: t("field.reporting.area"),
                    options: options("siuss_area"),
                },
            ]}
            start={{
                intervention: benefit?.intervention ?? "",
                benefit: benefit?.benefit ?? "",
                name: benefit?.name ?? "",
                means_test: benefit?.means_test ?? "",
                nature: benefit?.nature ?? "",
                area: benefit?.area ?? "",
            }}
            busy={act.busy}
            problem={act.problem}
            onSave={onSave}
            onClose={onClose}
        />
    );
}

function Countries({ codes, reload }: PartProps) {
    const session = useSession();
    const set = useAct("reporting.set_country");
    const remove = useAct("reporting.remove_country");
    const [editing, setEditing] = useState<Country | "new">();
    const writes = may(session, "reporting.set_country");

    function save(text: EntryText): void {
        const path = { country: written(text["country"]) };
        void set.run({ path, body: { istat: written(text["istat"]) } }, () => {
            setEditing(undefined);
            void reload();
        });
    }

    function takeAway({ country, istat }: Country): void {
        const path = { country };
        void remove.run({ path }, () =>
            takenBack(reload, () => ask("reporting.set_country", { path, body: { istat } })),
        );
    }

    return (
        <>
            {remove.problem && <ProblemAlert problem={remove.problem} />}
            <Entries
                title={t("page.reporting.countries")}
                none={t("page.reporting.no_countries")}
                add={t("do.reporting.add_country")}
                isEmpty={codes.countries.length === 0}
                onAdd={writes ? () => setEditing("new") : undefined}
            >
                {codes.countries.map((one) => (
                    <EntryCard
                        key={one.country}
                        title={labelOf("country", one.country)}
                        second={one.istat}
                        busy={remove.busy}
                        onChange={writes ? () => setEditing(one) : undefined}
                        onCancel={writes ? () => takeAway(one) : undefined}
                    />
                ))}
            </Entries>
            {editing && (
                <EntryDialog
                    title={t("do.reporting.add_country")}
                    fields={[
                        {
                            name: "country",
                            kind: "one",
                            required: true,
                            label: t("field.reporting.country"),
                            options: options("country"),
                        },
                        {
                            name: "istat",
                            kind: "text",
                            required: true,
                            maxLength: 3,
                            label: t("field.reporting.istat"),
                        },
                    ]}
                    start={{
                        country: editing === "new" ? "" : editing.country,
                        istat: editing === "new" ? "" : editing.istat,
                    }}
                    busy={set.busy}
                    problem={set.problem}
                    onSave={save}
                    onClose={() => setEditing(undefined)}
                />
            )}
        </>
    );
}
