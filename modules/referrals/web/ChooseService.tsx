// SPDX-License-Identifier: EUPL-1.2
// Where to send somebody: what they need, a language that is spoken there, near them.
import { useState } from "preact/hooks";
import type { Service } from "web/api/acts";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useLater } from "web/kit/useLater";
import { useQuery } from "web/kit/useQuery";
import { ServiceMarks } from "modules/directory/web/ServiceMarks";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";

const AREAS_SHOWN = 5;

interface ChooseServiceProps {
    area: string;
    language: string;
    district: string;
    onArea: (area: string) => void;
    onChoose: (service: Service) => void;
}

export function ChooseService({ area, language, district, onArea, onChoose }: ChooseServiceProps) {
    const [text, setText] = useState("");
    const [spoken, setSpoken] = useState(language);
    const wanted = useLater(text);
    const services = useQuery("directory.list_services", {
        query: { text: wanted.trim(), area, language: spoken, district },
    });
    return (
        <section class="section">
            <h2>{t("page.referrals.choose_service")}</h2>
            <Form class="form-filter" label={t("page.referrals.choose_service")} onSubmit={() => {}}>
                <div class="filter-wide">
                    <ChooseOne
                        name="area"
                        label={t("field.referrals.area")}
                        options={options("referral_area")}
                        shown={AREAS_SHOWN}
                        value={area}
                        onChange={onArea}
                    />
                </div>
                <TextField
                    name="text"
                    type="search"
                    label={t("field.directory.text")}
                    value={text}
                    onInput={setText}
                />
                <Select
                    name="language"
                    label={t("field.directory.language")}
                    options={options("language")}
                    empty={t("page.directory.any")}
                    value={spoken}
                    onChange={setSpoken}
                />
            </Form>
            <Show of={services}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.directory.none")}>
                            <p>{t("page.referrals.no_service")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.directory.services")}>
                            {items.map((service) => (
                                <Line key={service.id} service={service} onChoose={onChoose} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </section>
    );
}

interface LineProps {
    service: Service;
    onChoose: (service: Service) => void;
}

function Line({ service, onChoose }: LineProps) {
    const districts = useDistricts();
    return (
        <Card
            title={<bdi>{service.name}</bdi>}
            badges={<ServiceMarks service={service} />}
            second={[service.organisation, districts.nameOf(service.district)]
                .filter(Boolean)
                .join(" · ")}
            third={[
                labelOf("service_access", service.access),
                service.documents.map((code) => labelOf("required_document", code)).join(", "),
            ]
                .filter(Boolean)
                .join(" · ")}
            actions={
                <Button
                    kind="outline"
                    label={`${t("do.referrals.choose")}: ${service.name}`}
                    onClick={() => onChoose(service)}
                >
                    {t("do.referrals.choose")}
                </Button>
            }
        />
    );
}
