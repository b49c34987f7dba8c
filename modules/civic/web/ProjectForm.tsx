// SPDX-License-Identifier: EUPL-1.2
// What is said of a project: who proposes it, where, the agreement with the city. Only the name,
// the kind, the district and the proposer are needed; the rest comes as it is worked out together.
import type { Problem } from "web/api/problem";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { DraftNotice } from "web/kit/DraftNotice";
import { DateField, Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import type { Draft } from "web/kit/useDraft";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import type { Project } from "./types";

export interface ProjectText {
    name: string;
    kind: string;
    district: string;
    place: string;
    proposer: string;
    proposer_name: string;
    aim: string;
    needed_hands: string;
    agreement_on: string;
    agreement_until: string;
    agreement_number: string;
}

export function textOf(project?: Project): ProjectText {
    return {
        name: project?.name ?? "",
        kind: project?.kind ?? "",
        district: project?.district ?? "",
        place: project?.place ?? "",
        proposer: project?.proposer ?? "",
        proposer_name: project?.proposer_name ?? "",
        aim: project?.aim ?? "",
        needed_hands: String(project?.needed_hands ?? ""),
        agreement_on: project?.agreement_on ?? "",
        agreement_until: project?.agreement_until ?? "",
        agreement_number: project?.agreement_number ?? "",
    };
}

export function wishOf(text: ProjectText) {
    const hands = Number(text.needed_hands);
    return {
        name: text.name.trim(),
        kind: text.kind,
        district: text.district,
        place: text.place.trim() || null,
        proposer: text.proposer,
        proposer_name: text.proposer_name.trim() || null,
        aim: text.aim.trim() || null,
        // What is no whole number goes out as nothing: the field takes digits only.
        needed_hands: Number.isInteger(hands) && hands > 0 ? hands : null,
        agreement_on: text.agreement_on || null,
        agreement_until: text.agreement_until || null,
        agreement_number: text.agreement_number.trim() || null,
    };
}

interface ProjectFormProps {
    draft: Draft<ProjectText>;
    problem: Problem | null;
    busy: boolean;
    save: string;
    onSubmit: () => void;
}

export function ProjectForm({ draft, problem, busy, save, onSubmit }: ProjectFormProps) {
    const districts = useDistricts();
    const text = draft.value;
    return (
        <Form class="form" problem={problem} onSubmit={onSubmit}>
            <DraftNotice draft={draft} />
            <TextField
                name="name"
                required
                maxLength={120}
                label={t("field.civic.name")}
                value={text.name}
                onInput={(name) => draft.change({ name })}
            />
            <ChooseOne
                name="kind"
                required
                label={t("field.civic.kind")}
                options={options("civic_kind")}
                value={text.kind}
                onChange={(kind) => draft.change({ kind })}
            />
            <Select
                name="district"
                required
                label={t("field.civic.district")}
                empty={t("page.civic.choose")}
                options={districts.options}
                value={text.district}
                onChange={(district) => draft.change({ district })}
            />
            <TextField
                name="place"
                maxLength={300}
                label={t("field.civic.place")}
                hint={t("field.civic.place_hint")}
                value={text.place}
                onInput={(place) => draft.change({ place })}
            />
            <ChooseOne
                name="proposer"
                required
                label={t("field.civic.proposer")}
                options={options("civic_proposer")}
                value={text.proposer}
                onChange={(proposer) => draft.change({ proposer })}
            />
            <TextField
                name="proposer_name"
                maxLength={120}
                label={t("field.civic.proposer_name")}
                hint={t("field.civic.proposer_hint")}
                value={text.proposer_name}
                onInput={(proposer_name) => draft.change({ proposer_name })}
            />
            <TextArea
                name="aim"
                label={t("field.civic.aim")}
                hint={t("field.civic.aim_hint")}
                value={text.aim}
                onInput={(aim) => draft.change({ aim })}
            />
            <TextField
                name="needed_hands"
                inputMode="numeric"
                maxLength={3}
                label={t("field.civic.needed_hands")}
                value={text.needed_hands}
                onInput={(hands) => draft.change({ needed_hands: hands.replace(/\D/g, "") })}
            />
            <Agreement draft={draft} />
            <div class="form-save">
                <Button submit busy={busy}>
                    {save}
                </Button>
            </div>
        </Form>
    );
}

function Agreement({ draft }: { draft: Draft<ProjectText> }) {
    const text = draft.value;
    return (
        <>
            <div class="form-pair">
                <DateField
                    name="agreement_on"
                    label={t("field.civic.agreement_on")}
                    value={text.agreement_on}
                    onInput={(agreement_on) => draft.change({ agreement_on })}
                />
                <DateField
                    name="agreement_until"
                    label={t("field.civic.agreement_until")}
                    value={text.agreement_until}
                    onInput={(agreement_until) => draft.change({ agreement_until })}
                />
            </div>
            <TextField
                name="agreement_number"
                maxLength={60}
                label={t("field.civic.agreement_number")}
                value={text.agreement_number}
                onInput={(agreement_number) => draft.change({ agreement_number })}
            />
        </>
    );
}
