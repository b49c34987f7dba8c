// SPDX-License-Identifier: EUPL-1.2
// What is said of a project. The codes of the regulation are chosen from its own lists.
import type { Problem } from "web/api/problem";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { DraftNotice } from "web/kit/DraftNotice";
import { DateField, Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import type { Draft } from "web/kit/useDraft";
import { t } from "web/words/words";
import type { Project } from "./types";

export interface ProjectText {
    name: string;
    fund: string;
    objective: string;
    number: string;
    cup: string;
    starts_on: string;
    ends_on: string;
    programme: string;
    through: string[];
    field_codes: string[];
    action_codes: string[];
    implementation: string;
    aim: string;
}

export function textOf(project?: Project): ProjectText {
    return {
        name: project?.name ?? "",
        fund: project?.fund ?? "",
        objective: project?.objective ?? "",
        number: project?.number ?? "",
        cup: project?.cup ?? "",
        starts_on: project?.starts_on ?? "",
        ends_on: project?.ends_on ?? "",
        programme: project?.programme ?? "",
        through: project?.through ?? [],
        field_codes: project?.field_codes ?? [],
        action_codes: project?.action_codes ?? [],
        implementation: project?.implementation ?? "",
        aim: project?.aim ?? "",
    };
}

export function wishOf(text: ProjectText) {
    return {
        name: text.name.trim(),
        fund: text.fund,
        objective: text.objective || null,
        number: text.number.trim() || null,
        cup: text.cup.trim().toUpperCase() || null,
        starts_on: text.starts_on,
        ends_on: text.ends_on,
        programme: text.programme || null,
        through: text.through,
        field_codes: text.field_codes,
        action_codes: text.action_codes,
        implementation: text.implementation || null,
        aim: text.aim.trim() || null,
    };
}

interface ProjectFormProps {
    draft: Draft<ProjectText>;
    problem: Problem | null;
    busy: boolean;
    onSubmit: () => void;
}

export function ProjectForm({ draft, problem, busy, onSubmit }: ProjectFormProps) {
    const text = draft.value;
    return (
        <Form class="form" problem={problem} onSubmit={onSubmit}>
            <DraftNotice draft={draft} />
            <TextField
                name="name"
                required
                maxLength={200}
                label={t("page.reporting.name")}
                value={text.name}
                onInput={(name) => draft.change({ name })}
            />
            <Select
                name="fund"
                required
                label={t("page.reporting.fund")}
                empty={t("page.reporting.choose")}
                options={options("reporting_fund")}
                value={text.fund}
                onChange={(fund) => draft.change({ fund })}
            />
            <ChooseOne
                name="objective"
                label={t("page.reporting.objective")}
                options={options("reporting_objective")}
                value={text.objective}
                onChange={(objective) => draft.change({ objective })}
            />
            <div class="form-pair">
                <TextField
                    name="number"
                    maxLength={40}
                    label={t("page.reporting.number")}
                    value={text.number}
                    onInput={(number) => draft.change({ number })}
                />
                <TextField
                    name="cup"
                    maxLength={15}
                    label={t("page.reporting.cup")}
                    value={text.cup}
                    onInput={(cup) => draft.change({ cup })}
                />
            </div>
            <div class="form-pair">
                <DateField
                    name="starts_on"
                    required
                    label={t("field.reporting.starts_on")}
                    value={text.starts_on}
                    onInput={(starts_on) => draft.change({ starts_on })}
                />
                <DateField
                    name="ends_on"
                    required
                    label={t("field.reporting.ends_on")}
                    value={text.ends_on}
                    onInput={(ends_on) => draft.change({ ends_on })}
                />
            </div>
            <WhatCounts draft={draft} />
            <Codes draft={draft} />
            <TextArea
                name="aim"
                label={t("page.reporting.aim")}
                value={text.aim}
                onInput={(aim) => draft.change({ aim })}
            />
            <div class="form-save">
                <Button submit busy={busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}

function WhatCounts({ draft }: { draft: Draft<ProjectText> }) {
    const text = draft.value;
    return (
        <>
            <Select
                name="programme"
                label={t("field.reporting.programme")}
                hint={t("field.reporting.programme_hint")}
                empty={t("page.reporting.no_programme")}
                options={options("project")}
                value={text.programme}
                onChange={(programme) => draft.change({ programme })}
            />
            <ChooseSome
                name="through"
                label={t("field.reporting.through")}
                hint={t("field.reporting.through_hint")}
                options={options("reporting_through")}
                values={text.through}
                onChange={(through) => draft.change({ through })}
            />
        </>
    );
}

function Codes({ draft }: { draft: Draft<ProjectText> }) {
    const text = draft.value;
    return (
        <>
            <ChooseSome
                name="field_codes"
                label={t("field.reporting.field_codes")}
                options={options("annex_vi_field")}
                shown={3}
                values={text.field_codes}
                onChange={(field_codes) => draft.change({ field_codes })}
            />
            <ChooseSome
                name="action_codes"
                label={t("field.reporting.action_codes")}
                options={options("annex_vi_action")}
                shown={3}
                values={text.action_codes}
                onChange={(action_codes) => draft.change({ action_codes })}
            />
            <Select
                name="implementation"
                label={t("field.reporting.implementation")}
                empty={t("page.reporting.choose")}
                options={options("annex_vi_implementation")}
                value={text.implementation}
                onChange={(implementation) => draft.change({ implementation })}
            />
        </>
    );
}
