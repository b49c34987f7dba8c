// SPDX-License-Identifier: EUPL-1.2
// Where somebody can be sent: what one needs, in which language, near where, open now.
import { useState } from "preact/hooks";
import { labelOf, options } from "web/api/vocabulary";
import type { Service } from "web/api/acts";
import { LinkButton } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useLater } from "web/kit/useLater";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { count, t } from "web/words/words";
import { Exchange } from "./Exchange";
import { ServiceMarks } from "./ServiceMarks";

const AREAS_SHOWN = 5;

export default function ServicesPage() {
    const session = useSession();
    const districts = useDistricts();
    const [wish, setWish] = useState({ text: "", area: "", language: "", district: "", which: "" });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
    const text = useLater(wish.text);
    const services = useQuery("directory.list_services", {
        query: {
            text: text.trim(),
            area: wish.area,
            language: wish.language,
            district: wish.district,
            open_now: wish.which === "open_now",
            all: wish.which === "all",
        },
    });
    return (
        <Page
            wide
            title={t("page.directory.services")}
            actions={
                may(session, "directory.add_service") && (
                    <LinkButton kind="outline" href={link("/services/new")}>
{t("do.directory.add")}
</LinkButton>
                )
            }
        >
            <Form class="form-filter" label={t("page.directory.search")} onSubmit={() => {}}>
                <TextField
                    name="text"
                    type="search"
                    label={t("field.directory.text")}
                    value={wish.text}
                    onInput={(value) => change({ text: value })}
                />
                <Select
                    name="language"
                    label={t("field.directory.language")}
                    options={options("language")}
                    empty={t("page.directory.any")}
                    value={wish.language}
                    onChange={(language) => change({ language })}
                />
                <Select
                    name="district"
                    label={t("field.directory.near")}
                    options={districts.options}
                    empty={t("page.directory.any")}
                    value={wish.district}
                    onChange={(district) => change({ district })}
                />
                <div class="filter-wide">
                    <ChooseOne
                        name="area"
                        label={t("field.directory.area")}
                        options={options("referral_area")}
                        shown={AREAS_SHOWN}
                        value={wish.area}
                        onChange={(area) => change({ area })}
                    />
                    <ChooseOne
                        name="which"
                        label={t("field.directory.which")}
                        options={[
                            { value: "open_now", label: t("page.directory.open_now") },
                            { value: "all", label: t("page.directory.also_closed") },
                        ]}
                        value={wish.which}
                        onChange={(which) => change({ which })}
                    />
                </div>
            </Form>
            <Show of={services}>
                {({ items, stale }) => (
                    <>
                        {stale > 0 && <p>{count("page.directory.stale_count", stale)}</p>}
                        {items.length === 0 ? (
                            <EmptyState title={t("page.directory.none")}>
                                <p>{t("page.directory.none_hint")}</p>
                            </EmptyState>
                        ) : (
                            <CardList label={t("page.directory.services")}>
                                {items.map((service) => (
                                    <Line key={service.id} service={service} />
                                ))}
                            </CardList>
                        )}
                    </>
                )}
            </Show>
            <Exchange onImported={services.reload} />
        </Page>
    );
}

function Line({ service }: { service: Service }) {
    const districts = useDistricts();
    return (
        <Card
            href={link(`/services/${service.id}`)}
            title={<bdi>{service.name}</bdi>}
            badges={<ServiceMarks service={service} />}
            second={[
                service.organisation,
                districts.nameOf(service.district),
                service.areas.map((area) => labelOf("referral_area", area)).join(", "),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={[
                labelOf("service_access", service.access),
                service.languages.map((code) => labelOf("language", code)).join(", "),
            ]
                .filter(Boolean)
                .join(" · ")}
        />
    );
}
