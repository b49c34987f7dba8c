// SPDX-License-Identifier: EUPL-1.2
// One service: what somebody must know before they go.
import type { Service } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { go, goInstead, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay, weekdayName } from "web/words/format";
import { t } from "web/words/words";
import { ServiceMarks } from "./ServiceMarks";
import { SheetChoice } from "./SheetChoice";
import { linesOf } from "./week";

export default function ServicePage({ params }: PageProps) {
    const id = params["service"]!;
    const service = useQuery("directory.show_service", { path: { id } });
    return (
        <Page
            title={service.data?.name ?? t("page.directory.service")}
            back={{ href: link("/services"), label: t("page.directory.services") }}
        >
            <Show of={service}>
                {(shown) => <Shown service={shown} reload={service.reload} />}
            </Show>
        </Page>
    );
}

interface ShownProps {
    service: Service;
    reload: () => Promise<void>;
}

function Shown({ service, reload }: ShownProps) {
    return (
        <>
            <p>
                <ServiceMarks service={service} />
            </p>
            {service.description && <p class="lead">{service.description}</p>}
            {service.doubt && (
                <p>
                    {t("page.directory.doubted", {
                        outcome: labelOf("referral_outcome", service.doubt),
                        day: service.doubted_on ? formatDay(service.doubted_on) : "",
                    })}
                </p>
            )}
            <What service={service} />
            <Sheet service={service} />
            <Actions service={service} reload={reload} />
        </>
    );
}

function Sheet({ service }: { service: Service }) {
    const print = useAct("directory.print_sheet");
    const path = { id: service.id };
    return (
        <section class="section">
            <h2>{t("page.directory.sheet")}</h2>
            <p>{t("page.directory.sheet_hint")}</p>
            <SheetChoice
                busy={print.busy}
                problem={print.problem}
                onPrint={(language) =>
                    void print.run({ path, query: { language } }, (file) =>
                        saveFile(file, `foglio-${language}.pdf`),
                    )
                }
            />
        </section>
    );
}

function ageOf({ min_age, max_age }: Service): string {
    if (min_age && max_age) return t("page.directory.age_from_to", { from: min_age, to: max_age });
    if (min_age) return t("page.directory.age_from", { from: min_age });
    return max_age ? t("page.directory.age_to", { to: max_age }) : "";
}

function What({ service }: { service: Service }) {
    const districts = useDistricts();
    const labels = (list: string, codes: string[]) =>
        codes.map((code) => labelOf(list, code)).join(", ");
    return (
        <Facts>
            <Fact name={t("field.directory.organisation")}>
                {`${service.organisation} (${labelOf("service_kind", service.kind)})`}
            </Fact>
            <Fact name={t("field.directory.areas")}>{labels("referral_area", service.areas)}</Fact>
            <Fact name={t("field.directory.address")}>
                {[service.address, districts.nameOf(service.district)].filter(Boolean).join(", ")}
            </Fact>
            <Fact rare name={t("field.directory.directions")}>{service.directions}</Fact>
            <Fact name={t("field.directory.hours")}>
                {service.hours.length > 0 && (
                    <ul class="plain-list">
                        {linesOf(service.hours).map(({ weekdays, hours }) => (
                            <li key={hours}>{`${weekdays.map(weekdayName).join(", ")}: ${hours}`}</li>
                        ))}
                    </ul>
                )}
            </Fact>
            <Fact name={t("field.directory.access")}>{labelOf("service_access", service.access)}</Fact>
            <Fact name={t("field.directory.languages")}>{labels("language", service.languages)}</Fact>
            <Fact rare name={t("field.directory.interpreters")}>{service.interpreters}</Fact>
            <Fact rare name={t("field.directory.documents")}>
                {labels("required_document", service.documents)}
            </Fact>
            <Fact rare name={t("field.directory.eligibility")}>{service.eligibility}</Fact>
            <Fact rare name={t("field.directory.age")}>{ageOf(service)}</Fact>
            <Fact name={t("field.directory.cost")}>{service.cost ?? t("page.directory.free")}</Fact>
            <Fact rare name={t("field.directory.places")}>{service.places}</Fact>
            <Fact rare name={t("field.directory.phone")}>
                {service.phone && <a href={`tel:${service.phone}`}>{service.phone}</a>}
            </Fact>
            <Fact rare name={t("field.directory.email")}>
                {service.email && <a href={`mailto:${service.email}`}>{service.email}</a>}
            </Fact>
            <Fact rare name={t("field.directory.website")}>{service.website}</Fact>
            <Fact name={t("field.directory.assured")}>
                {t("page.directory.assured_by", {
                    day: formatDay(service.assured_on),
                    name: service.assured_by_name,
                })}
            </Fact>
        </Facts>
    );
}

function Actions({ service, reload }: ShownProps) {
    const session = useSession();
    const assure = useAct("directory.assure_service");
    const cancel = useAct("directory.cancel_service");
    const path = { id: service.id };
    const problem = assure.problem ?? cancel.problem;

    function remove(): void {
        void cancel.run({ path }, () => {
            goInstead("/services");
            say({
                text: t("page.directory.removed"),
                undo: async () => {
                    await ask("directory.restore_service", { path });
                    go(`/services/${service.id}`);
                    say({ text: t("page.directory.restored") });
                },
            });
        });
    }

    return (
        <div class="form-actions">
            {problem && <ProblemAlert problem={problem} />}
            <Button
                busy={assure.busy}
                onClick={() =>
                    void assure.run({ path }, () => {
                        say({ text: t("page.directory.assured") });
                        void reload();
                    })
                }
            >
                {t("do.directory.assure")}
            </Button>
            {may(session, "directory.change_service") && (
                <>
                    <LinkButton kind="outline" href={link(`/services/${service.id}/change`)}>
{t("do.directory.change")}
</LinkButton>
                    <Button kind="plain" busy={cancel.busy} onClick={remove}>
                        {t("do.directory.remove")}
                    </Button>
                </>
            )}
        </div>
    );
}
