// SPDX-License-Identifier: EUPL-1.2
// What is known of a service. Most of it may be left out; what is left out, nobody can tell the person.
import { useState } from "preact/hooks";
import type { Service } from "web/api/acts";
import type { Problem } from "web/api/problem";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { HoursField } from "./HoursField";

const LANGUAGES_SHOWN = 8;
const NOT_RECORDED = "U";
const TEXTS = [
    "name",
    "organisation",
    "description",
    "address",
    "directions",
    "phone",
    "email",
    "website",
    "interpreters",
    "eligibility",
    "cost",
    "min_age",
    "max_age",
    "places",
] as const;
type TextName = (typeof TEXTS)[number];

function textsOf(service?: Service): Record<TextName, string> {
    const texts = TEXTS.map((name) => [name, String(service?.[name] ?? "")] as const);
    return Object.fromEntries(texts) as Record<TextName, string>;
}

function startOf(service?: Service) {
    return {
        kind: service?.kind ?? "",
        status: service?.status ?? "active",
        access: service?.access ?? "",
        district: service?.district ?? "",
        reserved_for: service?.reserved_for ?? "",
        areas: service?.areas ?? [],
        languages: service?.languages ?? [],
        documents: service?.documents ?? [],
        hours: service?.hours ?? [],
    };
}

const textOrNull = (text: string) => text.trim() || null;
// What is no number is for the server to say, with its name and the expected form.
const numberOrNull = (text: string) =>
    text.trim() === "" ? null : Number.isInteger(Number(text)) ? Number(text) : (text as never);

export type ServiceWish = ReturnType<typeof wishOf>;

function wishOf(texts: Record<TextName, string>, rest: ReturnType<typeof startOf>) {
    return {
        ...rest,
        district: rest.district || null,
        reserved_for: rest.reserved_for || null,
        name: texts.name.trim(),
        organisation: texts.organisation.trim(),
        description: textOrNull(texts.description),
        address: textOrNull(texts.address),
        directions: textOrNull(texts.directions),
        phone: textOrNull(texts.phone),
        email: textOrNull(texts.email),
        website: textOrNull(texts.website),
        interpreters: textOrNull(texts.interpreters),
        eligibility: textOrNull(texts.eligibility),
        cost: textOrNull(texts.cost),
        min_age: numberOrNull(texts.min_age),
        max_age: numberOrNull(texts.max_age),
        places: numberOrNull(texts.places),
    };
}

interface ServiceFormProps {
    service?: Service;
    busy: boolean;
    problem: Problem | null;
    onSave: (wish: ServiceWish) => void;
}

export function ServiceForm({ service, busy, problem, onSave }: ServiceFormProps) {
    const districts = useDistricts();
    const [texts, setTexts] = useState(() => textsOf(service));
    const [rest, setRest] = useState(() => startOf(service));
    const change = (part: Partial<typeof rest>) => setRest({ ...rest, ...part });
    const bound = (name: TextName) => ({
        name,
        label: t(`field.directory.${name}`),
        value: texts[name],
        onInput: (value: string) => setTexts({ ...texts, [name]: value }),
    });

    return (
        <Form class="form" problem={problem} onSubmit={() => onSave(wishOf(texts, rest))}>
            <TextField {...bound("name")} required />
            <TextField {...bound("organisation")} required />
            <ChooseOne
                name="kind"
                required
                label={t("field.directory.kind")}
                options={options("service_kind")}
                value={rest.kind}
                onChange={(kind) => change({ kind })}
            />
            <ChooseSome
                name="areas"
                required
                label={t("field.directory.areas")}
                options={options("referral_area")}
                values={rest.areas}
                onChange={(areas) => change({ areas })}
            />
            <TextArea {...bound("description")} />
            <TextField {...bound("address")} />
            <Select
                name="district"
                label={t("field.directory.district")}
                options={districts.options}
                empty={t("web.not_recorded")}
                value={rest.district}
                onChange={(district) => change({ district })}
            />
            <TextArea {...bound("directions")} hint={t("field.directory.directions_hint")} />
            <div class="form-pair">
                <TextField {...bound("phone")} type="tel" />
                <TextField {...bound("email")} type="email" />
            </div>
            <TextField {...bound("website")} />
            <ChooseOne
                name="access"
                required
                label={t("field.directory.access")}
                options={options("service_access")}
                value={rest.access}
                onChange={(access) => change({ access })}
            />
            <HoursField values={rest.hours} onChange={(hours) => change({ hours })} />
            <ChooseSome
                name="languages"
                label={t("field.directory.languages")}
                shown={LANGUAGES_SHOWN}
                options={options("language")}
                values={rest.languages}
                onChange={(languages) => change({ languages })}
            />
            <TextField {...bound("interpreters")} />
            <ChooseSome
                name="documents"
                label={t("field.directory.documents")}
                hint={t("field.directory.documents_hint")}
                options={options("required_document")}
                values={rest.documents}
                onChange={(documents) => change({ documents })}
            />
            <TextArea {...bound("eligibility")} rows={2} />
            <div class="form-pair">
                <TextField {...bound("min_age")} inputMode="numeric" />
                <TextField {...bound("max_age")} inputMode="numeric" />
            </div>
            <ChooseOne
                name="reserved_for"
                label={t("field.directory.reserved_for")}
                options={options("gender").filter(({ value }) => value !== NOT_RECORDED)}
                value={rest.reserved_for}
                onChange={(reserved_for) => change({ reserved_for })}
            />
            <div class="form-pair">
                <TextField {...bound("cost")} hint={t("field.directory.cost_hint")} />
                <TextField {...bound("places")} inputMode="numeric" />
            </div>
            <ChooseOne
                name="status"
                always
                label={t("field.directory.status")}
                options={options("service_status")}
                value={rest.status}
                onChange={(status) => change({ status })}
            />
            <div class="form-actions">
                <Button submit busy={busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}
