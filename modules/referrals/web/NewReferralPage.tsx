// SPDX-License-Identifier: EUPL-1.2
// Somebody is sent to a service: where, how, and what is told there.
import { useState } from "preact/hooks";
import type { Person, Service } from "web/api/acts";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { DateField, Select, TextArea, TextField, TimeField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { fullNameOf } from "modules/people/web/PersonLine";
import { ServiceMarks } from "modules/directory/web/ServiceMarks";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { instantOf } from "web/words/format";
import { t } from "web/words/words";
import { ChooseService } from "./ChooseService";

export default function NewReferralPage({ query }: PageProps) {
    const id = query["person"] ?? "";
    const caseId = query["case"] ?? "";
    const person = useQuery("people.get_person", id ? { path: { id } } : null);
    const back = !id ? "/referrals" : caseId ? `/cases/${caseId}` : `/people/${id}`;
    return (
        <Page
            title={t("page.referrals.new")}
            back={{
                href: link(back),
                label: person.data ? fullNameOf(person.data) : t("page.referrals.referrals"),
            }}
        >
            {!id && (
                <EmptyState title={t("page.referrals.whom")}>
                    <p>{t("page.referrals.none_hint")}</p>
                </EmptyState>
            )}
            {id && (
                <Show of={person}>
                    {(known) => (
                        <Sending
                            person={known}
                            caseId={caseId}
                            district={query["district"] ?? ""}
                        />
                    )}
                </Show>
            )}
        </Page>
    );
}

interface SendingProps {
    person: Person;
    caseId: string;
    district: string;
}

function Sending({ person, caseId, district }: SendingProps) {
    const [area, setArea] = useState("");
    const [service, setService] = useState<Service>();
    if (!service) {
        return (
            <ChooseService
                area={area}
                language=""
                district={district}
                onArea={setArea}
                onChoose={setService}
            />
        );
    }
    return (
        <Details
            person={person}
            caseId={caseId}
            district={district}
            area={area || (service.areas[0] ?? "")}
            service={service}
            onOther={() => setService(undefined)}
        />
    );
}

interface DetailsProps extends SendingProps {
    area: string;
    service: Service;
    onOther: () => void;
}

function startOf({ person, district, area }: DetailsProps) {
    return {
        area,
        mode: "",
        district,
        language: person.languages?.[0] ?? "",
        interpreter: false,
        day: "",
        clock: "",
        told_name: "",
        message: "",
        note: "",
    };
}

function wishOf(wish: ReturnType<typeof startOf>) {
    const { day, clock } = wish;
    return {
        area: wish.area,
        mode: wish.mode,
        district: wish.district,
        language: wish.language || null,
        interpreter: wish.interpreter,
        appointment_at: day && clock ? instantOf(day, clock).toISOString() : null,
        told_name: wish.told_name.trim() || null,
        message: wish.message.trim() || null,
        note: wish.note.trim() || null,
    };
}

function Details(props: DetailsProps) {
    const { person, caseId, service, onOther } = props;
    const districts = useDistricts();
    const send = useAct("referrals.send_referral");
    const [ids] = useState(() => ({ id: uuid7(), ticket: crypto.randomUUID() }));
    const [wish, setWish] = useState(() => startOf(props));
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
    const modes = options("referral_mode").filter(({ value }) => caseId || value !== "TRANSFER");
    const isTold = wish.mode !== "INFO";

    function submit(): void {
        const body = {
            ...ids,
            ...wishOf(wish),
            person: person.id,
            case: caseId || null,
            service: service.id,
        };
        void send.run({ body }, ({ id }) => {
            say({ text: t("page.referrals.sent") });
            goInstead(`/referrals/${id}`);
        });
    }

    return (
        <Form class="form" problem={send.problem} onSubmit={submit}>
            <p class="lead">
                <bdi>{service.name}</bdi> <ServiceMarks service={service} />
            </p>
            <p>
                {service.organisation}
                {service.address && ` · ${service.address}`}
                {service.documents.length > 0 &&
                    ` · ${service.documents.map((code) => labelOf("required_document", code)).join(", ")}`}
            </p>
            <div class="form-actions">
                <Button kind="plain" onClick={onOther}>
                    {t("do.referrals.change_service")}
                </Button>
            </div>
            <ChooseOne
                name="mode"
                required
                always
                label={t("field.referrals.mode")}
                options={modes}
                value={wish.mode}
                onChange={(mode) => change({ mode })}
            />
            <Select
                name="area"
                required
                label={t("field.referrals.area")}
                options={options("referral_area")}
                value={wish.area}
                onChange={(area) => change({ area })}
            />
            <Select
                name="district"
                required
                label={t("field.referrals.district")}
                options={districts.options}
                empty={t("web.not_recorded")}
                value={wish.district}
                onChange={(district) => change({ district })}
            />
            <div class="form-pair">
                <DateField
                    name="appointment_at"
                    label={t("field.referrals.appointment_at")}
                    value={wish.day}
                    onInput={(day) => change({ day })}
                />
                <TimeField
                    name="clock"
                    label={t("field.referrals.clock")}
                    value={wish.clock}
                    onInput={(clock) => change({ clock })}
                />
            </div>
            <Select
                name="language"
                label={t("field.referrals.language")}
                options={options("language")}
                empty={t("web.not_recorded")}
                value={wish.language}
                onChange={(language) => change({ language })}
            />
            <ChooseSome
                name="interpreter"
                label={t("field.referrals.help_with_language")}
                options={[{ value: "yes", label: t("field.referrals.interpreter") }]}
                values={wish.interpreter ? ["yes"] : []}
                onChange={(chosen) => change({ interpreter: chosen.length > 0 })}
            />
            {isTold && (
                <fieldset class="fields">
                    <legend>{t("page.referrals.told")}</legend>
                    <p class="field-hint">{t("page.referrals.told_hint")}</p>
                    <TextField
                        name="told_name"
                        label={t("field.referrals.told_name")}
                        value={wish.told_name}
                        onInput={(told_name) => change({ told_name })}
                    />
                    <TextArea
                        name="message"
                        label={t("field.referrals.message")}
                        value={wish.message}
                        onInput={(message) => change({ message })}
                    />
                </fieldset>
            )}
            <TextArea
                name="note"
                label={t("field.referrals.note")}
                hint={t("field.referrals.note_hint")}
                value={wish.note}
                onInput={(note) => change({ note })}
            />
            <div class="form-actions">
                <Button submit busy={send.busy}>
                    {t("do.referrals.send")}
                </Button>
            </div>
        </Form>
    );
}
