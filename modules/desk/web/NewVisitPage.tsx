// SPDX-License-Identifier: EUPL-1.2
// Somebody of whom more is said than a number: who, in which language, what for; now or by
// appointment.
import { useState } from "preact/hooks";
import type { Person } from "web/api/acts";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { fullNameOf } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { goInstead, link } from "web/shell/router";
import { t } from "web/words/words";
import { siteOption } from "./openText";
import type { Site } from "./types";
import { sayAdded } from "./useSteps";
import { AppointmentFields, EMPTY, VisitFields, type VisitText, wishOf } from "./VisitFields";

export default function NewVisitPage({ query }: PageProps) {
    const id = query["person"] ?? "";
    const person = useQuery("people.get_person", id ? { path: { id } } : null);
    const sites = useQuery("desk.list_sites", {});
    const back = link("/desk", { site: query["site"] });
    return (
        <Page title={t("page.desk.new")} back={{ href: back, label: t("page.desk.desk") }}>
            <Show of={sites}>
                {({ items }) => {
                    const used = items.filter(({ cancelled }) => !cancelled);
                    if (used.length === 0) {
                        return (
                            <EmptyState title={t("page.desk.no_site")}>
                                <p>{t("page.desk.no_site_hint")}</p>
                            </EmptyState>
                        );
                    }
                    if (!id) return <NewVisit sites={used} site={query["site"] ?? ""} />;
                    return (
                        <Show of={person}>
                            {(known) => (
                                <NewVisit
                                    key={known.id}
                                    sites={used}
                                    site={query["site"] ?? ""}
                                    person={known}
                                />
                            )}
                        </Show>
                    );
                }}
            </Show>
        </Page>
    );
}

interface NewVisitProps {
    sites: Site[];
    site: string;
    person?: Person;
}

function startOf(person?: Person): VisitText {
    if (!person) return EMPTY;
    return {
        ...EMPTY,
        person: { id: person.id, name: fullNameOf(person) },
        language: person.languages?.[0] ?? "",
    };
}

function NewVisit({ sites, site: first, person }: NewVisitProps) {
    const add = useAct("desk.add_visit");
    const [id] = useState(uuid7);
    const [site, setSite] = useState(
        sites.some((each) => each.id === first) ? first : sites[0]!.id,
    );
    const [when, setWhen] = useState("now");
    const [text, setText] = useState(() => startOf(person));
    const change = (part: Partial<VisitText>) => setText({ ...text, ...part });
    const isLater = when === "later";

    function submit(): void {
        const wish = wishOf(text);
        const body = {
            ...wish,
            id,
            site,
            appointment_at: isLater ? wish.appointment_at : null,
        };
        void add.run({ body }, (visit) => {
            sayAdded(visit);
            goInstead("/desk", { site });
        });
    }

    return (
        <Form class="form" problem={add.problem} onSubmit={submit}>
            {sites.length > 1 && (
                <Select
                    name="site"
                    required
                    label={t("field.desk.site")}
                    options={sites.map(siteOption)}
                    value={site}
                    onChange={setSite}
                />
            )}
            <ChooseOne
                name="when"
                always
                label={t("field.desk.when")}
                options={[
                    { value: "now", label: t("page.desk.now") },
                    { value: "later", label: t("page.desk.later") },
                ]}
                value={when}
                onChange={setWhen}
            />
            {isLater && <AppointmentFields text={text} onChange={change} />}
            <VisitFields text={text} onChange={change} />
            <div class="form-save">
                <Button
                    submit
                    busy={add.busy}
                    disabled={isLater && (!text.day || !text.clock)}
                >
                    {t(isLater ? "do.desk.book" : "do.desk.give_number")}
                </Button>
            </div>
        </Form>
    );
}
